// What is owed, document by document, as values for those who show or settle it.
import type { Currency } from '../base/currency.ts'
import { type Day, type DayNumber, dayNumber, dayOf } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { CustomerId } from '../book/customer.ts'
import { currencyAt, type Journal, textAt } from '../book/journal.ts'
import { dueOf, inOrderOfDue, openOfEach, packDocumentRows, settledOf } from './instalments.ts'
import { code } from './kinds.ts'
import type { Totals } from './totals.ts'
import { nameOfRow, type Trace } from './trace.ts'

export interface OpenInstalment {
  /** The day of the document where its row names no due day. */
  readonly due: Day
  readonly amount: Minor
  /** What is settled fills the instalments in order of due day. */
  readonly open: Minor
  /** Index of its journal row. */
  readonly row: number
}

export interface LedgerDocument {
  /** Its number, or the id of its row. */
  readonly number: string
  readonly kind: 'bill' | 'fee' | 'opening'
  readonly customer: CustomerId
  readonly currency: Currency
  readonly date: Day
  /** By due day. */
  readonly instalments: readonly OpenInstalment[]
  readonly amount: Minor
  /** Set against it from payments, credit notes and the like. */
  readonly applied: Minor
  readonly deducted: Minor
  /** Less what was recovered. */
  readonly writtenOff: Minor
  /** amount − applied − deducted − writtenOff */
  readonly open: Minor
  /** The document that a fee is about. */
  readonly of: string
  /** Where it was imported from, if it was. */
  readonly origin: string
  /** Index in the trace. */
  readonly index: number
}

/** All documents that are there on the day. */
export function viewDocuments(trace: Trace, totals: Totals, asOf: Day): LedgerDocument[] {
  const { journal } = trace
  const { at, rows } = packDocumentRows(trace, dayNumber(asOf))
  const days = dayNames()
  const views: LedgerDocument[] = []
  for (let d = 0; d < trace.documents.row.length; d++) {
    const amount = totals.owed[d] ?? 0
    const applied = totals.applied[d] ?? 0
    const deducted = totals.deducted[d] ?? 0
    const writtenOff = totals.writtenOff[d] ?? 0
    const from = at[d] ?? 0
    const until = at[d + 1] ?? 0
    const settled = settledOf(totals, d)
    if (from === until && settled === 0) continue
    const row = trace.documents.row[d] ?? 0
    views.push({
      number: nameOfRow(journal, row),
      kind: kindOf(journal, row),
      customer: textAt(journal.customers, journal.customer, row),
      currency: currencyAt(journal, row),
      date: days(journal.date[row] ?? 0),
      instalments:
        until - from === 1
          ? [viewInstalment(journal, rows[from] ?? 0, settled, days)]
          : viewInstalments(journal, rows.subarray(from, until), settled, days),
      amount,
      applied,
      deducted,
      writtenOff,
      open: amount - settled,
      of: textAt(journal.documents, journal.of, row),
      origin: textAt(journal.texts, journal.source, row),
      index: d,
    })
  }
  return byAccount(views, (a, b) => compareText(a.date, b.date) || compareText(a.number, b.number))
}

function kindOf(journal: Journal, row: number): LedgerDocument['kind'] {
  const kind = journal.kind[row]
  return kind === code.bill ? 'bill' : kind === code.fee ? 'fee' : 'opening'
}

/** Of a document that is due in one sum, as nearly all are. */
function viewInstalment(journal: Journal, row: number, settled: Minor, days: (n: DayNumber) => Day): OpenInstalment {
  const amount = journal.amount[row] ?? 0
  return { due: days(dueOf(journal, row)), amount, open: amount - settled, row }
}

function viewInstalments(
  journal: Journal,
  rows: Int32Array,
  settled: Minor,
  days: (n: DayNumber) => Day,
): readonly OpenInstalment[] {
  const views: OpenInstalment[] = []
  openOfEach(journal, inOrderOfDue(journal, rows), settled, (row, open) => {
    views.push({ due: days(dueOf(journal, row)), amount: journal.amount[row] ?? 0, open, row })
  })
  return views
}

/** Names days once each: a book has few days and many rows. */
export function dayNames(): (n: DayNumber) => Day {
  const known = new Map<DayNumber, Day>()
  return (n) => {
    const found = known.get(n)
    if (found !== undefined) return found
    const named = dayOf(n)
    known.set(n, named)
    return named
  }
}

/** By customer and currency, those of one account as the comparison says: far fewer comparisons than sorting all at once. */
export function byAccount<T extends { readonly customer: string; readonly currency: string }>(
  list: readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  const accounts = new Map<string, Map<string, T[]>>()
  for (const one of list) {
    const mine = accounts.get(one.customer)
    const group = mine?.get(one.currency)
    if (group !== undefined) group.push(one)
    else if (mine !== undefined) mine.set(one.currency, [one])
    else accounts.set(one.customer, new Map([[one.currency, [one]]]))
  }
  const groups = [...accounts.values()].flatMap((mine) => [...mine.values()])
  const first = (group: readonly T[]) => group[0] ?? { customer: '', currency: '' }
  groups.sort((a, b) => compareAccounts(first(a), first(b)))
  return groups.flatMap((group) => group.sort(compare))
}

export function compareAccounts(
  a: { readonly customer: string; readonly currency: string },
  b: { readonly customer: string; readonly currency: string },
): number {
  return compareText(a.customer, b.customer) || compareText(a.currency, b.currency)
}
