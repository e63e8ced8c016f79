// Books with a provision whose months are closed, for tests that start where a year of closing ends.
import { addMonths, type Day, day, monthOf } from '../../src/core/base/day.ts'
import type { Book } from '../../src/core/book/book.ts'
import type { Change } from '../../src/core/book/change.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { planClose } from '../../src/core/verbs/close/plan.ts'
import { book, context, customer, settings } from './book.ts'

const people = ['ada', 'bob', 'c-3'].map((id) => customer(id))
const rules: Book['settings'] = {
  ...settings,
  provision: {
    framework: 'ifrs',
    method: 'matrix',
    buckets: [30, 60],
    months: 12,
    opening: 0,
    segments: [{ name: 'all', rates: ['1', '5', '20', '50'] }],
  },
}

/** Rows of ada, bob and c-3 in a book that provides 1 % of what is not due, then 5, 20 and 50 %. */
export function provided(rows: readonly JournalRow[]): Book {
  return book({ customers: people, rows: rows.map((r) => ({ ...r, source: r.source || 'import:x' })), settings: rules })
}

/** Later than any row of a random book. */
export const late = context('2030-01-01')

/** The book after a plan that closes or reopens. */
export function withCloses(before: Book, changes: readonly Change[]): Book {
  const now = { closes: new Map(before.closes), sealed: new Map(before.sealed) }
  for (const c of changes) {
    if (c.change === 'writeClose') now.closes.set(c.close.month, c.close)
    if (c.change === 'sealMonth') now.sealed.set(c.month, c.lines)
  }
  return { ...before, ...now }
}

/** Every month closed, one after the other; the checks themselves have laws of their own. */
export function allClosed(start: Book, from: Day, to: Day): Book {
  let now = start
  for (let month = monthOf(from); month <= monthOf(to); month = monthOf(addMonths(day(`${month}-01`), 1)))
    now = withCloses(now, planClose(now, { month }, late, () => []).changes)
  return now
}
