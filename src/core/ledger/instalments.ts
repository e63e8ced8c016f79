// The rows that make up a document as of a day, and what is left of each after what was settled.
import { type DayNumber, noDay } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { Journal } from '../book/journal.ts'
import { states } from './reverse.ts'
import type { Totals } from './totals.ts'
import { counts, type Trace } from './trace.ts'

/** The rows of document `d` are `rows[at[d]]` up to, not including, `rows[at[d + 1]]`. */
export interface DocumentRows {
  readonly at: Int32Array
  readonly rows: Int32Array
}

/** The rows of each document that count on the day, packed one document after another. */
export function packDocumentRows(trace: Trace, day: DayNumber): DocumentRows {
  const { journal, document } = trace
  const at = new Int32Array(trace.documents.row.length + 1)
  const live = (i: number) => (document[i] ?? -1) >= 0 && counts(trace, i, day) && states(trace, i)
  for (let i = 0; i < journal.length; i++) {
    if (live(i)) at[(document[i] ?? 0) + 1] = (at[(document[i] ?? 0) + 1] ?? 0) + 1
  }
  for (let d = 1; d < at.length; d++) at[d] = (at[d] ?? 0) + (at[d - 1] ?? 0)
  const rows = new Int32Array(at[at.length - 1] ?? 0)
  const next = at.slice()
  for (let i = 0; i < journal.length; i++) {
    if (!live(i)) continue
    const d = document[i] ?? 0
    rows[next[d] ?? 0] = i
    next[d] = (next[d] ?? 0) + 1
  }
  return { at, rows }
}

/** What was set against document `d`, deducted from it or given up. */
export function settledOf(totals: Totals, d: number): Minor {
  return (totals.applied[d] ?? 0) + (totals.deducted[d] ?? 0) + (totals.writtenOff[d] ?? 0)
}

/** The day of the document where its row names no due day. */
export function dueOf(journal: Journal, row: number): DayNumber {
  const due = journal.due[row] ?? noDay
  return due === noDay ? (journal.date[row] ?? 0) : due
}

/** Rows of one document by due day, then id. */
export function inOrderOfDue(journal: Journal, rows: Int32Array): Int32Array {
  if (rows.length < 2) return rows
  return rows.slice().sort((a, b) => dueOf(journal, a) - dueOf(journal, b) || compareIds(journal, a, b))
}

/** What is open of each row, in this order: what is settled fills one after another, the last takes what is over. */
export function openOfEach(
  journal: Journal,
  ordered: Int32Array,
  settled: Minor,
  each: (row: number, open: Minor) => void,
) {
  let left = settled
  for (let nth = 0; nth < ordered.length; nth++) {
    const row = ordered[nth] ?? 0
    const amount = journal.amount[row] ?? 0
    const taken = nth === ordered.length - 1 ? left : Math.min(left, amount)
    left -= taken
    each(row, amount - taken)
  }
}

function compareIds(journal: Journal, a: number, b: number): number {
  return (
    (journal.idHigh[a] ?? 0) - (journal.idHigh[b] ?? 0) || (journal.idLow[a] ?? 0) - (journal.idLow[b] ?? 0) || a - b
  )
}
