// crm void BILL: takes a bill back that nothing is set against.
import { planVoid } from '../../core/verbs/void/plan.ts'
import { dayFlag, requiredArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const voidBill: Verb = {
  arguments: ['<bill>'],
  options: ['--date <day>'],
  prepare(input) {
    const date = dayFlag(input, 'date')
    const wish = {
      document: requiredArgument(input, 0),
      ...(date === undefined ? {} : { date }),
    }
    return {
      task: 'plan',
      needs: ['customers', 'items', 'rates', 'journal', 'bills'],
      plan: (book, context) => planVoid(book, wish, context),
    }
  },
}
