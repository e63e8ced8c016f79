// What facts measure of documents and payments, as columns by their number in the ledger; no document is made a value for it.
import { type DayNumber, dayNumber, noDay } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import { lastSettlement } from '../ledger/days-to-pay.ts'
import { dueOf, inOrderOfDue, openOfEach, packDocumentRows, settledOf } from '../ledger/instalments.ts'
import { code } from '../ledger/kinds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { counts } from '../ledger/trace.ts'
import type { CustomerIndex } from './customer-index.ts'
import { type Groups, groupsOf } from './groups.ts'

export interface DocumentColumns {
  /** Numbers of documents by customer; those that are not there on the day are left out. */
  readonly groups: Groups
  /** Its first row, which says its day, kind and currency. */
  readonly row: readonly number[]
  readonly amount: Float64Array
  readonly open: Float64Array
  readonly writtenOff: Float64Array
  /** What is open of instalments whose due day has passed, and the earliest of these days (`noDay` without any). */
  readonly late: Float64Array
  readonly lateSince: Int32Array
  /** The last due day. */
  readonly due: Int32Array
  /** The day on which nothing was open any more; `noDay` while something is, or where there never was anything. */
  readonly settledOn: Int32Array
  /** Its rows by due day. */
  instalments(document: number): Int32Array
}

export function documentColumns(ledger: Ledger, index: CustomerIndex): DocumentColumns {
  const { trace, totals, journal } = ledger
  const today = dayNumber(ledger.asOf)
  const { at, rows } = packDocumentRows(trace, today)
  const last = lastSettlement(ledger)
  const { row } = trace.documents
  const count = row.length
  const instalments = (d: number) => inOrderOfDue(journal, rows.subarray(at[d] ?? 0, at[d + 1] ?? 0))
  const owner = index.codes(journal.customers)
  const columns = {
    amount: totals.owed,
    open: new Float64Array(count),
    writtenOff: totals.writtenOff,
    late: new Float64Array(count),
    lateSince: new Int32Array(count).fill(noDay),
    due: new Int32Array(count),
    settledOn: new Int32Array(count).fill(noDay),
  }
  for (let d = 0; d < count; d++) {
    const amount = totals.owed[d] ?? 0
    const settled = settledOf(totals, d)
    const open = amount - settled
    columns.open[d] = open
    columns.due[d] = journal.date[row[d] ?? 0] ?? 0
    if (open === 0 && amount !== 0) columns.settledOn[d] = last[d] ?? noDay
    openOfEach(journal, instalments(d), settled, (instalment, left) => {
      const due = dueOf(journal, instalment)
      columns.due[d] = due
      if (left <= 0 || due >= today) return
      columns.late[d] = (columns.late[d] ?? 0) + left
      if (columns.lateSince[d] === noDay) columns.lateSince[d] = due
    })
  }
  const isThere = (d: number) => at[d] !== at[d + 1] || settledOf(totals, d) !== 0
  const groups = groupsOf(index.customers.length, count, (d) =>
    isThere(d) ? (owner[journal.customer[row[d] ?? 0] ?? 0] ?? -1) : -1,
  )
  return { ...columns, groups, row, instalments }
}

export interface SourceColumns {
  /** Numbers of payments, credit notes, negative openings and moves in by customer. */
  readonly groups: Groups
  readonly row: readonly number[]
  readonly amount: Float64Array
  /** What is still on account. */
  readonly remaining: Float64Array
}

export function sourceColumns(ledger: Ledger, index: CustomerIndex): SourceColumns {
  const { trace, totals, journal } = ledger
  const { held, used, refunded, moved } = totals
  const today = dayNumber(ledger.asOf)
  const { row } = trace.sources
  const owner = index.codes(journal.customers)
  const isThere = (s: number) =>
    held[s] !== 0 || used[s] !== 0 || refunded[s] !== 0 || moved[s] !== 0 || counts(trace, row[s] ?? 0, today)
  const groups = groupsOf(index.customers.length, row.length, (s) =>
    isThere(s) ? (owner[journal.customer[row[s] ?? 0] ?? 0] ?? -1) : -1,
  )
  const left = (amount: number, s: number) => amount - (used[s] ?? 0) - (refunded[s] ?? 0) - (moved[s] ?? 0)
  return { groups, row, amount: held, remaining: held.map(left) }
}

/** By number of document: what settled it until the end of a day. */
export function settledUntil(ledger: Ledger): (document: number, day: DayNumber) => Minor {
  const { trace, journal } = ledger
  const settling = (r: number) => {
    const kind = journal.kind[r]
    return kind === code.apply || kind === code.deduct || kind === code.writeoff
  }
  const rows = groupsOf(trace.documents.row.length, journal.length, (r) =>
    settling(r) ? (trace.document[r] ?? -1) : -1,
  )
  return (document, day) => {
    let sum = 0
    for (let k = rows.starts[document] ?? 0; k < (rows.starts[document + 1] ?? 0); k++) {
      const r = rows.members[k] ?? 0
      if (counts(trace, r, day)) sum += journal.amount[r] ?? 0
    }
    return sum
  }
}
