// crm check: proves the book; says nothing when all is well.
import { bookParts } from '../../core/book/book.ts'
import { runChecks } from '../../core/verbs/check/plan.ts'
import { checks } from '../../core/verbs/check/registry.ts'
import { choiceFlag } from '../input.ts'
import type { Verb } from '../verb.ts'

export const check: Verb = {
  arguments: [],
  options: ['--only <check>'],
  prepare(input) {
    const only = choiceFlag(
      input,
      'only',
      checks.map((c) => c.name),
    )
    const chosen = checks.filter((c) => only === undefined || c.name === only)
    return {
      task: 'report',
      needs: bookParts,
      tolerant: true,
      report: (book, context, found) => runChecks(book, { chosen, found }, context),
    }
  },
}
