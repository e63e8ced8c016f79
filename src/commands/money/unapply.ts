// crm unapply NAME: takes applications back.
import { planUnapplication } from '../../core/verbs/unapply/plan.ts'
import { argument, dayFlag, flag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const unapply: Verb = {
  arguments: ['<name>', '[document]'],
  options: ['--date <day>', '--reason <reason>'],
  prepare(input) {
    const document = argument(input, 1)
    const date = dayFlag(input, 'date')
    const wish = {
      name: requiredArgument(input, 0),
      ...(document === undefined ? {} : { document }),
      ...(date === undefined ? {} : { date }),
      reason: flag(input, 'reason') ?? '',
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal'],
      plan: (book, context) => planUnapplication(book, wish, context),
    }
  },
}
