// crm close MONTH: proves a month and closes it.
import { bookParts } from '../../core/book/book.ts'
import { runChecks } from '../../core/verbs/check/plan.ts'
import { checks } from '../../core/verbs/check/registry.ts'
import { planClose } from '../../core/verbs/close/plan.ts'
import { monthArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const close: Verb = {
  arguments: ['<month>'],
  options: [],
  prepare(input) {
    const month = monthArgument(input, 0)
    return {
      task: 'plan',
      needs: bookParts,
      plan: (book, context) =>
        planClose(
          book,
          { month },
          context,
          (proven, then) => runChecks(proven, { chosen: checks, found: [] }, then).problems,
        ),
    }
  },
}
