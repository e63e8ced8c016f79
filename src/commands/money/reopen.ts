// crm reopen MONTH --reason: takes the newest closing back.
import { planReopen } from '../../core/verbs/reopen/plan.ts'
import { flag, missingFlag, monthArgument } from '../input.ts'
import type { Verb } from '../verb.ts'

export const reopen: Verb = {
  arguments: ['<month>'],
  options: ['--reason <text>'],
  prepare(input) {
    const month = monthArgument(input, 0)
    const reason = flag(input, 'reason')?.trim() || missingFlag('reason')
    return { task: 'plan', needs: ['closes'], plan: (book, context) => planReopen(book, { month, reason }, context) }
  },
}
