// crm pay ID AMOUNT: money received, and what it settles.
import { aboutPayment, planPayment } from '../../core/verbs/pay/plan.ts'
import { currencyFlag, dayFlag, flag, flagList, requiredArgument, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

export const pay: Verb = {
  arguments: ['<id>', '<amount>'],
  options: [
    '--settles <number...>',
    '--on-account',
    '--date <day>',
    '--currency <code>',
    '--receives <amount>',
    '--method <text>',
    '--memo <text>',
  ],
  prepare(input) {
    const date = dayFlag(input, 'date')
    const currency = currencyFlag(input, 'currency')
    const receives = flag(input, 'receives')
    const payment = {
      customer: requiredArgument(input, 0),
      amount: requiredArgument(input, 1),
      settles: flagList(input, 'settles'),
      onAccount: switchOn(input, 'onAccount'),
      ...(date === undefined ? {} : { date }),
      ...(currency === undefined ? {} : { currency }),
      ...(receives === undefined ? {} : { receives }),
      method: flag(input, 'method') ?? '',
      memo: flag(input, 'memo') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal', 'bills'],
      about: (customers, context) => aboutPayment(customers, payment, context),
      plan: (book, context) => planPayment(book, payment, context),
    }
  },
}
