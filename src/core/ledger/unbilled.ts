// Sales that no live bill holds: what a bill run has to bill.
import { type Day, type DayNumber, dayNumber } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { Bill } from '../book/bill.ts'
import { type Journal, type JournalRow, journalRow, kindCode, rowIdAt, textAt } from '../book/journal.ts'
import { never } from './trace.ts'

/**
 * How many live lines bill each sale: a line of a bill adds one, a credit line that releases takes one back. Other credit lines that name
 * sales hold them: a run that came to less than nothing.
 */
export function billedCounts(bills: Iterable<Bill>): ReadonlyMap<RowId, number> {
  const counts = new Map<RowId, number>()
  for (const bill of bills) {
    for (const line of bill.lines) {
      const step = line.release === true ? -1 : 1
      for (const sale of line.sales) counts.set(sale, (counts.get(sale) ?? 0) + step)
    }
  }
  return counts
}

/** Ids that a `reverse` row of a day up to `last` undoes. */
function reversed(journal: Journal, last: DayNumber): ReadonlySet<string> {
  const ids = new Set<string>()
  const reverse = kindCode('reverse')
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === reverse && (journal.date[i] ?? 0) <= last) ids.add(textAt(journal.documents, journal.of, i))
  return ids
}

/**
 * Unbilled sales up to and including a day, by day, then item, then id; identical rows count once. `wanted` picks customers; with `known`
 * bills and reversals of a later day do not exist.
 */
export function unbilledSales(
  book: { readonly journal: Journal; readonly bills: ReadonlyMap<string, Bill> },
  upTo: Day,
  wanted: (customer: string) => boolean = () => true,
  known?: Day,
): readonly JournalRow[] {
  const { journal } = book
  const bills = [...book.bills.values()]
  const billed = billedCounts(known === undefined ? bills : bills.filter((b) => b.date <= known))
  const undone = reversed(journal, known === undefined ? never : dayNumber(known))
  const sale = kindCode('sale')
  const last = dayNumber(upTo)
  const asked = journal.customers.texts.map(wanted)
  const found = new Map<RowId, JournalRow>()
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== sale || (journal.date[i] ?? 0) > last) continue
    if (asked[journal.customer[i] ?? 0] !== true) continue
    const id = rowIdAt(journal, i)
    if ((billed.get(id) ?? 0) > 0 || undone.has(id)) continue
    found.set(id, journalRow(journal, i))
  }
  return [...found.values()].sort(bySaleOrder)
}

function bySaleOrder(a: JournalRow, b: JournalRow): number {
  return compareText(a.date, b.date) || compareText(a.item, b.item) || compareText(a.id, b.id)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
