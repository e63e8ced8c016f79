// crm refund NAME: gives back money that is on account.
import { planRefund } from '../../core/verbs/refund/plan.ts'
import { argument, currencyFlag, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const refund: Verb = {
  arguments: ['<name>', '[amount]'],
  options: ['--date <day>', '--currency <code>', '--method <text>', '--memo <text>'],
  prepare(input) {
    const amount = argument(input, 1)
    const date = dayFlag(input, 'date')
    const currency = currencyFlag(input, 'currency')
    const wish = {
      name: requiredArgument(input, 0),
      ...(amount === undefined ? {} : { amount }),
      ...(date === undefined ? {} : { date }),
      ...(currency === undefined ? {} : { currency }),
      method: flag(input, 'method') ?? '',
      memo: flag(input, 'memo') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal'],
      plan: (book, context) => planRefund(book, wish, context),
    }
  },
}
