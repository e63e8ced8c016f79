// crm report exchange: differences that settlements realised, and those of what is open at the rates of a day.
import type { Currency } from '../../core/base/currency.ts'
import { dayOf } from '../../core/base/day.ts'
import { safe, sum } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import { problem } from '../../core/base/problem.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { currencyAt, type Journal, kindAt, textAt } from '../../core/book/journal.ts'
import type { Settlement } from '../../core/ledger/exchange.ts'
import { type ExchangeResult, exchangeResult, type ValuedPosition } from '../../core/ledger/exchange-result.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { nameOfRow } from '../../core/ledger/trace.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { chooseCustomers } from './customers.ts'

/** Gains are positive. Without a period, everything up to the day. */
export const exchange: ReportModule = {
  needs: ['customers', 'journal', 'rates'],
  by: [],
  report(book, wish, context) {
    const chosen = chooseCustomers(book, wish.names, context)
    const { journal } = book
    const wanted = (row: number) => chosen.includes(textAt(journal.customers, journal.customer, row))
    const span = { from: wish.period?.from ?? null, asOf: wish.asOf }
    const found = exchangeResult(book, traceJournal(journal), span, wanted)
    if (found.missing.length > 0)
      return { output: { tables: [] }, problems: found.missing.map((m) => problem('rate-needed', m)) }
    const tables = [realisedTable(book, found, wish), unrealisedTable(book, found), summaryTable(book, found)]
    return { output: { tables }, problems: chosen.problems }
  },
}

const own = { currency: 'bookCurrency' } as const

const realisedColumns: readonly Column[] = [
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'customer', type: 'id' },
  { key: 'document', type: 'id' },
  { key: 'of', type: 'id' },
  { key: 'amount', type: 'money' },
  { key: 'currency', type: 'text' },
  { key: 'bookedValue', type: 'money', ...own },
  { key: 'settledValue', type: 'money', ...own },
  { key: 'difference', type: 'money', ...own },
  { key: 'bookCurrency', type: 'text' },
]

/** Those without a difference only with `--all`. */
function realisedTable(book: Book, { settlements }: ExchangeResult, { all }: ReportWish): Table {
  const rows = settlements.filter((s) => all || s.difference !== 0).map((s) => realisedRow(book, s))
  return { name: 'realised', columns: realisedColumns, rows }
}

function realisedRow({ journal, settings }: Book, settlement: Settlement): Row {
  const { row, day, amount, booked, settled, difference, reversal } = settlement
  return {
    date: dayOf(day),
    kind: reversal ? 'reverse' : kindAt(journal, row),
    customer: textAt(journal.customers, journal.customer, row),
    document: textAt(journal.documents, journal.document, row) || null,
    of: textAt(journal.documents, journal.of, row) || null,
    amount,
    currency: currencyAt(journal, row),
    bookedValue: booked,
    settledValue: settled,
    difference,
    bookCurrency: settings.currency,
  }
}

const unrealisedColumns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'document', type: 'id' },
  { key: 'kind', type: 'word' },
  { key: 'date', type: 'day' },
  { key: 'amount', type: 'money' },
  { key: 'currency', type: 'text' },
  { key: 'bookedValue', type: 'money', ...own },
  { key: 'closingValue', type: 'money', ...own },
  { key: 'difference', type: 'money', ...own },
  { key: 'bookCurrency', type: 'text' },
]

/** By customer, currency, day and name; money on account is negative. */
function unrealisedTable({ journal, settings }: Book, { positions }: ExchangeResult): Table {
  const rows = positions.map((p) => unrealisedRow(journal, settings.currency, p))
  const order = ['customer', 'currency', 'date', 'document'] as const
  const compare = (a: Row, b: Row) =>
    order.reduce((found, key) => found || compareText(String(a[key]), String(b[key])), 0)
  return { name: 'unrealised', columns: unrealisedColumns, rows: rows.sort(compare) }
}

function unrealisedRow(journal: Journal, bookCurrency: Currency, position: ValuedPosition): Row {
  const { row, amount, booked, value, difference } = position
  return {
    customer: textAt(journal.customers, journal.customer, row),
    document: nameOfRow(journal, row),
    kind: kindAt(journal, row),
    date: dayOf(journal.date[row] ?? 0),
    amount,
    currency: currencyAt(journal, row),
    bookedValue: booked,
    closingValue: value,
    difference,
    bookCurrency,
  }
}

const summaryColumns: readonly Column[] = [
  { key: 'currency', type: 'text' },
  { key: 'realised', type: 'money', ...own },
  { key: 'unrealisedBefore', type: 'money', ...own },
  { key: 'unrealisedAtEnd', type: 'money', ...own },
  { key: 'result', type: 'money', ...own },
  { key: 'bookCurrency', type: 'text' },
]

/** Result: realised + unrealised at the end − unrealised before. */
function summaryTable({ journal, settings }: Book, found: ExchangeResult): Table {
  const { settlements, positions, before } = found
  const of = (list: readonly (Settlement | ValuedPosition)[], currency?: Currency) =>
    sum(list.flatMap((s) => (currency === undefined || currencyAt(journal, s.row) === currency ? [s.difference] : [])))
  const line = (currency?: Currency): Row => {
    const [realised, unrealisedBefore, unrealisedAtEnd] = [
      of(settlements, currency),
      of(before, currency),
      of(positions, currency),
    ]
    return {
      currency: currency ?? null,
      realised,
      unrealisedBefore,
      unrealisedAtEnd,
      result: safe(realised + unrealisedAtEnd - unrealisedBefore),
      bookCurrency: settings.currency,
    }
  }
  const currencies = new Set([...settlements, ...positions, ...before].map((s) => currencyAt(journal, s.row)))
  const rows = [...currencies].sort(compareText).map((c) => line(c))
  return { name: 'exchange', columns: summaryColumns, rows, totals: [line()] }
}
