// crm classify --note: what was heard or decided about a classification itself, and the yearly reminder to review it.
import type { Day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Table } from '../../base/table.ts'
import { emptyActivity } from '../../book/activity.ts'
import type { Book } from '../../book/book.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { dimensionNotes, dimensionSource, reviewDue } from '../../cases/dimension-notes.ts'
import { dimensionProblems } from './known.ts'

export interface NoteWish {
  readonly dimension: string
  readonly text: string
  readonly asOf: Day
}

/** The same note on the same day is the same row. */
export function planNote(book: Book, { dimension, text, asOf }: NoteWish, context: Context): Plan {
  const problems = dimensionProblems(book.settings, dimension)
  if (problems.length > 0) return { changes: [], problems, output: { tables: [] } }
  const source = dimensionSource(dimension)
  const row = {
    ...emptyActivity,
    id: rowId(context.hash, ['class-note', dimension, asOf, text]),
    date: asOf,
    kind: 'note' as const,
    customer: '',
    feedback: text,
    source,
  }
  const known = book.activity.some((r) => r.id === row.id)
  return {
    changes: known ? [] : [{ change: 'addActivity', row }],
    problems: known ? [note('nothing-to-do', {})] : [note('class-noted', { dimension })],
    output: { tables: notesTables(book, asOf, dimension) },
  }
}

/** What was noted, the latest first; nothing where there is nothing. */
export function notesTables(book: Book, asOf: Day, only?: string): readonly Table[] {
  const notes = dimensionNotes(book.activity, asOf).filter((n) => only === undefined || n.dimension === only)
  if (notes.length === 0) return []
  return [
    {
      name: 'classNotes',
      columns: [
        { key: 'date', type: 'day' },
        { key: 'dimension', type: 'word' },
        { key: 'text', type: 'text' },
      ],
      rows: [...notes].reverse().map(({ date, dimension, text }) => ({ date, dimension, text })),
    },
  ]
}

/** One for each dimension with accepted classes whose last note, or else first acceptance, is a year old. */
export function reviewReminders(book: Book, asOf: Day): readonly Problem[] {
  const since = new Map<string, Day>()
  for (const { dimension, date } of book.classes) {
    const known = since.get(dimension)
    if (date <= asOf && (known === undefined || date < known)) since.set(dimension, date)
  }
  for (const { dimension, date } of dimensionNotes(book.activity, asOf))
    if (since.has(dimension)) since.set(dimension, date)
  return [...since]
    .filter(([, day]) => reviewDue(day) <= asOf)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dimension, day]) => note('class-review-due', { dimension, since: day }))
}
