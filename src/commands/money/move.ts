// crm move PAYMENT: moves money on account to another customer or currency.
import { planMove } from '../../core/verbs/move/plan.ts'
import { argument, currencyFlag, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const move: Verb = {
  arguments: ['<payment>', '[amount]'],
  options: ['--to <customer>', '--currency <code>', '--receives <amount>', '--date <day>', '--memo <text>'],
  prepare(input) {
    const amount = argument(input, 1)
    const to = flag(input, 'to')
    const currency = currencyFlag(input, 'currency')
    const receives = flag(input, 'receives')
    const date = dayFlag(input, 'date')
    const wish = {
      source: requiredArgument(input, 0),
      ...(amount === undefined ? {} : { amount }),
      ...(to === undefined ? {} : { to }),
      ...(currency === undefined ? {} : { currency }),
      ...(receives === undefined ? {} : { receives }),
      ...(date === undefined ? {} : { date }),
      memo: flag(input, 'memo') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal'],
      plan: (book, context) => planMove(book, wish, context),
    }
  },
}
