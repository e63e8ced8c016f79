// crm apply PAYMENT DOCUMENT: sets money on account against a document.
import { planApplication } from '../../core/verbs/apply/plan.ts'
import { argument, dayFlag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const apply: Verb = {
  arguments: ['<payment>', '<document>', '[amount]'],
  options: ['--date <day>'],
  prepare(input) {
    const amount = argument(input, 2)
    const date = dayFlag(input, 'date')
    const wish = {
      source: requiredArgument(input, 0),
      document: requiredArgument(input, 1),
      ...(amount === undefined ? {} : { amount }),
      ...(date === undefined ? {} : { date }),
    }
    return {
      task: 'plan',
      needs: ['customers', 'rates', 'journal'],
      plan: (book, context) => planApplication(book, wish, context),
    }
  },
}
