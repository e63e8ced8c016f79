// crm reverse ROW: undoes a row on its own day.
import { planReversal } from '../../core/verbs/reverse/plan.ts'
import { dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const reverse: Verb = {
  arguments: ['<row>'],
  options: ['--date <day>', '--reason <reason>'],
  prepare(input) {
    const date = dayFlag(input, 'date')
    const wish = {
      row: requiredArgument(input, 0),
      ...(date === undefined ? {} : { date }),
      reason: flag(input, 'reason') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal', 'bills'],
      plan: (book, context) => planReversal(book, wish, context),
    }
  },
}
