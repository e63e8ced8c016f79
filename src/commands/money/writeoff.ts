// crm writeoff DOCUMENT: gives up what is open.
import { planWriteOff } from '../../core/verbs/writeoff/plan.ts'
import { argument, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const writeoff: Verb = {
  arguments: ['<document>', '[amount]'],
  options: ['--date <day>', '--reason <reason>', '--memo <text>'],
  prepare(input) {
    const amount = argument(input, 1)
    const date = dayFlag(input, 'date')
    const wish = {
      document: requiredArgument(input, 0),
      ...(amount === undefined ? {} : { amount }),
      ...(date === undefined ? {} : { date }),
      reason: flag(input, 'reason') ?? '',
      memo: flag(input, 'memo') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal'],
      plan: (book, context) => planWriteOff(book, wish, context),
    }
  },
}
