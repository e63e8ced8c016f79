// crm opening ID AMOUNT: brings a balance forward.
import { planOpening } from '../../core/verbs/opening/plan.ts'
import { currencyFlag, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const opening: Verb = {
  arguments: ['<id>', '<amount>'],
  options: ['--document <number>', '--due <day>', '--date <day>', '--currency <code>', '--memo <text>'],
  prepare(input) {
    const due = dayFlag(input, 'due')
    const date = dayFlag(input, 'date')
    const currency = currencyFlag(input, 'currency')
    const wish = {
      customer: requiredArgument(input, 0),
      amount: requiredArgument(input, 1),
      document: flag(input, 'document') ?? '',
      ...(due === undefined ? {} : { due }),
      ...(date === undefined ? {} : { date }),
      ...(currency === undefined ? {} : { currency }),
      memo: flag(input, 'memo') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal', 'bills'],
      plan: (book, context) => planOpening(book, wish, context),
    }
  },
}
