// crm show ID: a customer on a page: the file, what is owed, the classes, and what happened last.
import type { Day } from '../../core/base/day.ts'
import { formatAmount } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Row, Table } from '../../core/base/table.ts'
import type { Word } from '../../core/base/words.ts'
import type { Book } from '../../core/book/book.ts'
import type { Customer } from '../../core/book/customer.ts'
import { type Customers, mergedCustomers } from '../../core/book/customers.ts'
import { survivor } from '../../core/book/find.ts'
import type { Context } from '../../core/book/plan.ts'
import { partOf } from '../../core/ledger/part.ts'
import { balance } from '../money/balance.ts'
import { billColumns, billRows } from '../money/bills.ts'
import { lastRows } from './last-rows.ts'

/** Rows dated later than `asOf` do not exist; the file reads as it is now. Empty tables are left out. */
export function customerTables(whole: Book, customer: Customer, asOf: Day, context: Context): readonly Table[] {
  const wish = {
    names: [customer.id],
    asOf,
    period: null,
    by: null,
    kind: null,
    paper: false,
    detail: false,
    all: false,
    base: null,
    inCurrency: null,
  }
  const ids = new Set([customer.id, ...mergedInto(whole.customers, customer)])
  const book = partOf(whole, ids)
  const isMine = (id: string) => ids.has(id)
  return [
    fileTable(book, customer),
    contactsTable(customer),
    contractsTable(customer),
    ...balance.report(book, wish, context).output.tables,
    openTable(book, asOf, isMine),
    classesTable(book, asOf, isMine),
    ...lastRows(book, asOf, isMine),
  ].filter((t) => t.rows.length > 0)
}

/** Also by way of others. */
export function mergedInto(customers: Customers, { id }: Customer): readonly string[] {
  return mergedCustomers(customers).filter((other) => survivor(customers, customers.get(other))?.id === id)
}

function fileTable(book: Book, c: Customer): Table {
  const currency = c.currency ?? book.settings.currency
  const limit = c.creditLimit === undefined ? undefined : `${formatAmount(c.creditLimit, currency)} ${currency}`
  const fields: readonly (readonly [Word, string | undefined])[] = [
    ['id', c.id],
    ['name', c.name],
    ['aliases', c.aliases.join(' · ')],
    ['taxId', c.taxId],
    ['industry', c.industry],
    ['region', c.region],
    ['size', c.size],
    ['owner', book.staff.find((s) => s.id === c.owner)?.name ?? c.owner],
    ['stage', c.stage],
    ['since', c.since],
    ['email', c.email],
    ['phone', c.phone],
    ['address', c.address],
    ['tags', c.tags.join(' · ')],
    ['needs', c.needs],
    ['currency', currency],
    ['terms', c.terms ?? book.settings.terms],
    ['tax', c.tax],
    ['creditLimit', limit],
    ['payers', c.payers.map((p) => [p.name, p.account].filter((t) => t !== undefined).join(' ')).join(' · ')],
    ['notes', c.notes],
  ]
  return {
    name: 'customer',
    columns: [
      { key: 'field', type: 'word' },
      { key: 'text', type: 'text' },
    ],
    rows: fields.flatMap(([field, text]) => (text === undefined || text === '' ? [] : [{ field, text }])),
  }
}

function contactsTable(c: Customer): Table {
  return {
    name: 'contacts',
    columns: [
      { key: 'name', type: 'text' },
      { key: 'title', type: 'text' },
      { key: 'email', type: 'text' },
      { key: 'phone', type: 'text' },
    ],
    rows: c.contacts.map((p) => ({
      name: p.name,
      title: p.title ?? null,
      email: p.email ?? null,
      phone: p.phone ?? null,
    })),
  }
}

function contractsTable(c: Customer): Table {
  return {
    name: 'contracts',
    columns: [
      { key: 'contract', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'from', type: 'day' },
      { key: 'until', type: 'day' },
      { key: 'every', type: 'text' },
      { key: 'lines', type: 'number' },
    ],
    rows: (c.contracts ?? []).map((of) => ({
      contract: of.id,
      name: of.name ?? null,
      from: of.start,
      until: of.end ?? null,
      every: of.every ?? 'month',
      lines: of.lines.length,
    })),
  }
}

function openTable(book: Book, asOf: Day, isMine: (id: string) => boolean): Table {
  const columns = billColumns.filter((c) => c.key !== 'customer' && c.key !== 'name')
  const rows = billRows(book, asOf, isMine).filter((r) => Number(r.open) !== 0)
  return { name: 'openItems', columns, rows }
}

/** The last accepted class of each dimension. */
function classesTable(book: Book, asOf: Day, isMine: (id: string) => boolean): Table {
  const last = new Map<string, Row>()
  for (const { date, customer, dimension, class: name, reason } of book.classes) {
    if (date > asOf || !isMine(customer) || String(last.get(dimension)?.date ?? '') > date) continue
    last.set(dimension, { dimension, class: name, date, reason })
  }
  return {
    name: 'classes',
    columns: [
      { key: 'dimension', type: 'text' },
      { key: 'class', type: 'text' },
      { key: 'date', type: 'day' },
      { key: 'reason', type: 'text' },
    ],
    rows: [...last].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row),
  }
}
