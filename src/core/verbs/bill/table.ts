// What a bill run shows: the bills, and their sums per currency.
import type { Currency } from '../../base/currency.ts'
import { sum } from '../../base/money.ts'
import type { Row, Table } from '../../base/table.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Output } from '../../book/paper.ts'
import { paperOf } from './show.ts'
import { changeAgainst, previousBills } from './warnings.ts'

/** More bills than these are shown as a table only; `crm show NUMBER` prints one. */
const mostPapers = 5

export function billsOutput(book: Book, bills: readonly Bill[]): Output {
  return {
    tables: bills.length === 0 ? [] : [billsTable(book, bills)],
    papers: bills.length > mostPapers ? [] : bills.map(paperOf),
  }
}

function billsTable(book: Book, bills: readonly Bill[]): Table {
  const previousOf = previousBills(book)
  const currencies = [...new Set(bills.map((b) => b.currency))].sort()
  return {
    name: 'bills',
    columns: [
      { key: 'document', type: 'id' },
      { key: 'customer', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'date', type: 'day' },
      { key: 'due', type: 'day' },
      { key: 'lines', type: 'number' },
      { key: 'net', type: 'money' },
      { key: 'tax', type: 'money' },
      { key: 'total', type: 'money' },
      { key: 'againstLast', type: 'percent' },
      { key: 'currency', type: 'text' },
    ],
    rows: bills.map((bill) => billRow(book, bill, changeAgainst(previousOf(bill), bill))),
    totals: currencies.map((currency) => totalsRow(bills, currency)),
  }
}

/** Credit notes count against the others. */
function signOf(bill: Bill): 1 | -1 {
  return bill.kind === 'credit' ? -1 : 1
}

/** `due` is the last instalment's day, none for a credit note; `change` is against the last bill before. */
function billRow(book: Book, bill: Bill, change: number | null): Row {
  const sign = signOf(bill)
  return {
    document: bill.number,
    customer: bill.customer,
    name: book.customers.get(bill.customer)?.name ?? bill.buyer.name,
    date: bill.date,
    due: bill.kind === 'credit' ? null : (bill.instalments.at(-1)?.due ?? bill.date),
    lines: bill.lines.length,
    net: sign * bill.net,
    tax: sign * bill.tax,
    total: sign * bill.total,
    againstLast: change,
    currency: bill.currency,
  }
}

function totalsRow(bills: readonly Bill[], currency: Currency): Row {
  const of = bills.filter((b) => b.currency === currency)
  return {
    document: null,
    customer: null,
    name: null,
    date: null,
    due: null,
    lines: of.reduce((n, b) => n + b.lines.length, 0),
    net: sum(of.map((b) => signOf(b) * b.net)),
    tax: sum(of.map((b) => signOf(b) * b.tax)),
    total: sum(of.map((b) => signOf(b) * b.total)),
    againstLast: null,
    currency,
  }
}
