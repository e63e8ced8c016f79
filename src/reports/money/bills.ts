// crm report bills [CONDITION…]: every document that is owed, with where it is in its life.
import type { Column, Row } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { disputedDocuments } from '../../core/cases/disputes.ts'
import { openLedger } from '../../core/ledger/ledger.ts'
import { lateDays, lifecycleOf } from '../../core/ledger/lifecycle.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { readBillsWish } from './bills-wish.ts'
import { nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

export const billColumns: readonly Column[] = [
  { key: 'document', type: 'id' },
  { key: 'kind', type: 'word' },
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'date', type: 'day' },
  { key: 'due', type: 'day' },
  { key: 'state', type: 'word' },
  { key: 'lateDays', type: 'number' },
  { key: 'total', type: 'money' },
  { key: 'settled', type: 'money' },
  { key: 'open', type: 'money' },
  { key: 'currency', type: 'text' },
]

/** Bills, fees and openings as of a day, by customer, currency, day and number; `due` is the last instalment's. */
export function billRows(book: Book, asOf: ReportWish['asOf'], wanted: (customer: string) => boolean): readonly Row[] {
  const ledger = openLedger(book.journal, asOf)
  const disputed = disputedDocuments(book.activity, asOf)
  const state = lifecycleOf(ledger, (number) => disputed.has(number))
  return ledger.documents
    .filter((d) => wanted(d.customer))
    .map((d) => ({
      document: d.number,
      kind: d.kind,
      customer: d.customer,
      name: nameOf(book, d.customer),
      date: d.date,
      due: d.instalments.at(-1)?.due ?? d.date,
      state: state(d),
      lateDays: lateDays(d, asOf),
      total: d.amount,
      settled: d.amount - d.open,
      open: d.open,
      currency: d.currency,
    }))
}

/** With a period: documents of its days. */
export const bills: ReportModule = {
  needs: ['customers', 'items', 'rates', 'journal', 'activity', 'classes', 'bills'],
  by: [],
  report(book, wish, context) {
    const { problems, wanted, meets } = readBillsWish(book, wish, context)
    if (problems.length > 0) return { output: { tables: [] }, problems }
    const { period } = wish
    const rows = billRows(book, wish.asOf, wanted).filter(
      (r) => meets(r) && (period === null || (String(r.date) >= period.from && String(r.date) < period.until)),
    )
    const totals = totalsByCurrency(billColumns, rows)
    return { output: { tables: [{ name: 'bills', columns: billColumns, rows, totals }] }, problems: [] }
  },
}
