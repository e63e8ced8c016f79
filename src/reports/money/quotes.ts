// crm report quotes [CUSTOMER…]: quotes and pro-forma documents with what became of them, and deposits with what is left to take off.
import type { Day } from '../../core/base/day.ts'
import { safe, sum } from '../../core/base/money.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Bill } from '../../core/book/bill.ts'
import type { Book } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import { depositUsed } from '../../core/ledger/deposit.ts'
import { acceptedBills, quoteState } from '../../core/ledger/quotes.ts'
import type { ReportModule } from '../report.ts'
import { nameOf } from './customers.ts'
import { linesTable, taxesTable } from './show-document.ts'
import { totalsByCurrency } from './totals.ts'

const quoteColumns: readonly Column[] = [
  { key: 'document', type: 'id' },
  { key: 'kind', type: 'word' },
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'date', type: 'day' },
  { key: 'validUntil', type: 'day' },
  { key: 'state', type: 'word' },
  { key: 'becameBill', type: 'id' },
  { key: 'total', type: 'money' },
  { key: 'currency', type: 'text' },
]

const depositColumns: readonly Column[] = [
  { key: 'document', type: 'id' },
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'date', type: 'day' },
  { key: 'quote', type: 'id' },
  { key: 'project', type: 'text' },
  { key: 'total', type: 'money' },
  { key: 'credited', type: 'money' },
  { key: 'used', type: 'money' },
  { key: 'left', type: 'money' },
  { key: 'currency', type: 'text' },
]

export const quotes: ReportModule = {
  needs: ['customers', 'bills', 'quotes'],
  by: [],
  report(book, wish, context) {
    const found = wish.names.map((name) => findCustomer(book.customers, name, context.romanise))
    const problems = found.flatMap((f) => (f.ok ? [] : [f.problem]))
    if (problems.length > 0) return { output: { tables: [] }, problems }
    const ids = new Set(found.flatMap((f) => (f.ok ? [f.value.id] : [])))
    const { period, asOf } = wish
    const wanted = (b: Bill) =>
      (ids.size === 0 || ids.has(b.customer)) &&
      b.date <= asOf &&
      (period === null || (b.date >= period.from && b.date < period.until))
    const offered = quoteRows(book, [...book.quotes.values()].filter(wanted), asOf)
    const paid = depositRows(
      book,
      [...book.bills.values()].filter((b) => b.deposit === true && wanted(b)),
      asOf,
    )
    const tables: Table[] = [
      {
        name: 'quotes',
        columns: quoteColumns,
        rows: offered,
        totals: totalsByCurrency(quoteColumns, offered),
      },
    ]
    if (paid.length > 0)
      tables.push({
        name: 'deposits',
        columns: depositColumns,
        rows: paid,
        totals: totalsByCurrency(depositColumns, paid),
      })
    return { output: { tables }, problems: [] }
  },
}

/** One quote on a page. */
export function quoteTables(book: Book, quote: Bill, asOf: Day): readonly Table[] {
  const document: Table = { name: 'document', columns: quoteColumns, rows: quoteRows(book, [quote], asOf) }
  return [document, linesTable(quote), taxesTable(quote)]
}

function quoteRows(book: Book, offers: readonly Bill[], asOf: Day): readonly Row[] {
  const accepted = acceptedBills(book.bills)
  return offers.map((q) => {
    const became = accepted.get(q.number)
    const state = quoteState(q, became, asOf)
    return {
      document: q.number,
      kind: q.kind,
      customer: q.customer,
      name: nameOf(book, q.customer),
      date: q.date,
      validUntil: q.validUntil ?? null,
      state,
      becameBill: state === 'accepted' ? (became?.number ?? null) : null,
      total: q.total,
      currency: q.currency,
    }
  })
}

function depositRows(book: Book, deposits: readonly Bill[], asOf: Day): readonly Row[] {
  const known = new Map([...book.bills].filter(([, b]) => b.date <= asOf))
  return deposits.map((d) => {
    const credited = sum(
      [...known.values()].filter((b) => b.kind === 'credit' && b.of === d.number).map((b) => b.total),
    )
    const used = depositUsed(known, d.number)
    return {
      document: d.number,
      customer: d.customer,
      name: nameOf(book, d.customer),
      date: d.date,
      quote: d.quote ?? null,
      project: d.project ?? null,
      total: d.total,
      credited,
      used,
      left: safe(d.total - credited - used),
      currency: d.currency,
    }
  })
}
