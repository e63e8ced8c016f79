// crm reopen MONTH --reason: takes the newest closing back; the close file keeps who it was and why it was opened again.
import { note, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { type Close, closedMonths } from '../../book/close.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'

export interface ReopenWish {
  readonly month: string
  readonly reason: string
}

export function planReopen({ closes }: Book, { month, reason }: ReopenWish, context: Context): Plan {
  const newest = closedMonths(closes).at(-1)
  if (newest === undefined || month > newest.month)
    return { changes: [], problems: [problem('month-not-closed', { month })], output: noOutput }
  if (month !== newest.month)
    return {
      changes: [],
      problems: [problem('reopen-newest-first', { month, newest: newest.month })],
      output: noOutput,
    }
  const close: Close = {
    ...newest,
    state: 'reopened',
    reopened: [...newest.reopened, { date: context.today, reason, seal: newest.seal }],
  }
  return {
    changes: [{ change: 'writeClose', close }],
    problems: [note('month-is-reopened', { month, date: context.today, reason })],
    output: noOutput,
    confirm: true,
  }
}
