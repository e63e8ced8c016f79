// crm show NUMBER: a document on a page: where it is in its life, its lines, its instalments, every row that touched it.
import type { Day } from '../../core/base/day.ts'
import { compareText } from '../../core/base/order.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Bill } from '../../core/book/bill.ts'
import type { Book } from '../../core/book/book.ts'
import { type Journal, type JournalRow, journalRow, kindAt, kindCode, textAt } from '../../core/book/journal.ts'
import { documentsOf } from '../../core/cases/order.ts'
import type { LedgerDocument } from '../../core/ledger/documents.ts'
import { type Ledger, openLedger } from '../../core/ledger/ledger.ts'
import { billColumns, billRows } from './bills.ts'
import { nameOf } from './customers.ts'

/** Rows dated later than `asOf` do not exist; the file of the document is shown whole. */
export function documentTables(book: Book, number: string, asOf: Day): readonly Table[] {
  const ledger = openLedger(book.journal, asOf)
  const bill = book.bills.get(number)
  const owed = ledger.document(number)
  const tables = [
    ...(owed === undefined ? creditTable(book, ledger, number) : [stateTable(book, owed, asOf)]),
    ...(bill === undefined ? [] : [linesTable(bill), taxesTable(bill)]),
    ...(owed === undefined || owed.instalments.length < 2 ? [] : [instalmentsTable(owed)]),
    historyTable(book, number, asOf),
  ]
  return tables.filter((t) => t.rows.length > 0)
}

function stateTable(book: Book, owed: LedgerDocument, asOf: Day): Table {
  const rows = billRows(book, asOf, (id) => id === owed.customer).filter((r) => r.document === owed.number)
  return { name: 'document', columns: billColumns, rows }
}

/** A credit note: how much of it is used. */
function creditTable(book: Book, ledger: Ledger, number: string): readonly Table[] {
  const source = ledger.source(number)
  if (source === undefined) return []
  const row: Row = {
    document: number,
    kind: source.kind,
    customer: source.customer,
    name: nameOf(book, source.customer),
    date: source.date,
    reason: source.reason,
    total: source.amount,
    applied: source.applied,
    left: source.remaining,
    currency: source.currency,
  }
  const columns: readonly Column[] = [
    { key: 'document', type: 'id' },
    { key: 'kind', type: 'word' },
    { key: 'customer', type: 'id' },
    { key: 'name', type: 'text' },
    { key: 'date', type: 'day' },
    { key: 'reason', type: 'text' },
    { key: 'total', type: 'money' },
    { key: 'applied', type: 'money' },
    { key: 'left', type: 'money' },
    { key: 'currency', type: 'text' },
  ]
  return [{ name: 'document', columns, rows: [row] }]
}

export function linesTable(bill: Bill): Table {
  const { currency } = bill
  return {
    name: 'lines',
    columns: [
      { key: 'description', type: 'text' },
      { key: 'date', type: 'day' },
      { key: 'quantity', type: 'number' },
      { key: 'unit', type: 'text' },
      { key: 'price', type: 'number' },
      { key: 'taxRate', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: bill.lines.map((line) => ({
      description: line.description,
      date: line.date ?? null,
      quantity: line.quantity,
      unit: line.unit ?? null,
      price: line.price,
      taxRate: line.tax,
      amount: line.amount,
      currency,
    })),
  }
}

export function taxesTable(bill: Bill): Table {
  const { currency } = bill
  return {
    name: 'taxes',
    columns: [
      { key: 'taxRate', type: 'number' },
      { key: 'net', type: 'money' },
      { key: 'tax', type: 'money' },
      { key: 'total', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: bill.taxes.map((g) => ({ taxRate: g.tax, net: g.net, tax: g.amount, total: g.net + g.amount, currency })),
    totals: [{ taxRate: null, net: bill.net, tax: bill.tax, total: bill.total, currency }],
  }
}

function instalmentsTable({ instalments, currency }: LedgerDocument): Table {
  return {
    name: 'instalments',
    columns: [
      { key: 'due', type: 'day' },
      { key: 'amount', type: 'money' },
      { key: 'open', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: instalments.map(({ due, amount, open }) => ({ due, amount, open, currency })),
  }
}

/** Journal rows that state the document, act on it or undo such a row, and contacts that name it, by day. */
function historyTable(book: Book, number: string, asOf: Day): Table {
  const rows = touching(book.journal, number).filter((r) => r.date <= asOf)
  const contacts = book.activity.filter((a) => a.date <= asOf && documentsOf(a).includes(number))
  const history = [
    ...rows.map((r): Row & { date: string } => ({
      date: r.date,
      kind: r.kind,
      id: r.id,
      amount: r.amount,
      currency: r.currency,
      text: [r.reason, r.method, r.source, r.memo].filter((t) => t !== '').join(' · '),
    })),
    ...contacts.map((a): Row & { date: string } => ({
      date: a.date,
      kind: a.kind,
      id: a.id,
      amount: null,
      currency: null,
      text: [a.by, a.subject, a.outcome].filter((t) => t !== '').join(' · '),
    })),
  ]
  return {
    name: 'history',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'id', type: 'id' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'text', type: 'text' },
    ],
    rows: history.sort((a, b) => compareText(a.date, b.date)),
  }
}

/** In the order in which rows of a day take effect. */
function touching(journal: Journal, number: string): readonly JournalRow[] {
  const code = journal.documents.find(number)
  if (code < 0) return []
  const found = new Map<string, JournalRow>()
  for (let i = 0; i < journal.length; i++)
    if (journal.document[i] === code || journal.of[i] === code) {
      const row = journalRow(journal, i)
      found.set(row.id, row)
    }
  for (let i = 0; i < journal.length; i++)
    if (kindAt(journal, i) === 'reverse' && found.has(textAt(journal.documents, journal.of, i))) {
      const row = journalRow(journal, i)
      found.set(row.id, row)
    }
  return [...found.values()].sort(
    (a, b) => compareText(a.date, b.date) || kindCode(a.kind) - kindCode(b.kind) || compareText(a.id, b.id),
  )
}
