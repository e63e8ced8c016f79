// crm explain ROW|NUMBER|ID: how a figure came to be, row by row: what is open, what is left of a payment, what a customer owes.
import { type Day, type DayNumber, dayNumber, dayOf } from '../../core/base/day.ts'
import { safe } from '../../core/base/money.ts'
import { problem } from '../../core/base/problem.ts'
import type { Cell, Column, Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import { currencyAt, journalRow, rowIdAt, textAt } from '../../core/book/journal.ts'
import type { Context, Report } from '../../core/book/plan.ts'
import { findDocument, findSource } from '../../core/ledger/find.ts'
import { signOf } from '../../core/ledger/kinds.ts'
import { type Ledger, openLedger } from '../../core/ledger/ledger.ts'
import { movementsUpTo, reversedBy } from '../../core/ledger/movements.ts'
import { findRowNamed } from '../../core/ledger/name.ts'
import { type Step, stepsOf } from '../../core/ledger/steps.ts'
import { nameOfRow, never, whereOf } from '../../core/ledger/trace.ts'
import { linesTable, taxesTable } from './show-document.ts'

export interface FigureWish {
  /** A customer, a document, a payment or credit, or any row, as people name them. */
  readonly name: string
  readonly asOf: Day
}

/** A customer by his whole id comes first, then documents, payments and credits, rows, and customers by what else they are called. */
export function explainFigure(book: Book, { name, asOf }: FigureWish, context: Context): Report {
  const ledger = openLedger(book.journal, asOf)
  const tables = tablesOf(book, ledger, name, context)
  return tables === null
    ? { output: { tables: [] }, problems: [problem('nothing-to-explain', { name })] }
    : { output: { tables: tables.filter((t) => t.rows.length > 0) }, problems: [] }
}

function tablesOf(book: Book, ledger: Ledger, name: string, context: Context): readonly Table[] | null {
  if (book.customers.has(name)) return customerTables(ledger, name)
  const document = findDocument(ledger, name)
  if (document.ok) return documentTables(book, ledger, document.value.number)
  const source = findSource(ledger, name)
  if (source.ok) return [rowTable(ledger, source.value.row), sourceTable(ledger, source.value.row)]
  const row = findRowNamed({ book, ledger, context }, name)
  if (row.ok) return rowTables(book, ledger, row.value)
  const customer = findCustomer(book.customers, name, context.romanise)
  return customer.ok ? customerTables(ledger, customer.value.id) : null
}

const stepColumns: readonly Column[] = [
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'id', type: 'id' },
  { key: 'document', type: 'id' },
  { key: 'of', type: 'id' },
  { key: 'change', type: 'money' },
  { key: 'figure', type: 'money' },
  { key: 'currency', type: 'text' },
  { key: 'place', type: 'text' },
]

/** Every row that touched a document; the last figure is what is open. With a file of its own also the lines that make its amount. */
function documentTables(book: Book, ledger: Ledger, number: string): readonly Table[] {
  const document = ledger.document(number)
  if (document === undefined) return []
  const bill = book.bills.get(number)
  const steps = stepsTable(ledger, stepsOf(ledger, 'documents', document.index), document.currency)
  return [steps, ...(bill === undefined ? [] : [linesTable(bill), taxesTable(bill)])]
}

/** Every row that drew on a payment or credit; the last figure is what is on account. */
function sourceTable(ledger: Ledger, row: number): Table {
  const index = ledger.trace.source[row] ?? -1
  return stepsTable(ledger, stepsOf(ledger, 'sources', index), currencyAt(ledger.journal, row))
}

function stepsTable(ledger: Ledger, steps: readonly Step[], currency: string): Table {
  const undone = reversedBy(ledger.trace)
  const rows = steps.map(({ row, day, amount, reversal, after }): Row => {
    return { ...cellsOf(ledger, row, day, reversal ? undone : null), change: amount, figure: after, currency }
  })
  return { name: 'steps', columns: stepColumns, rows }
}

/** A reversal shows the row that undid this one; what went with the row that it stood on shows itself. */
function cellsOf(ledger: Ledger, row: number, day: DayNumber, undone: ReadonlyMap<number, number> | null): Row {
  const { journal } = ledger
  const shown = undone?.get(row) ?? row
  const { id, kind, document, of } = journalRow(journal, shown)
  const { file, line } = whereOf(journal, shown)
  return {
    date: dayOf(day),
    kind: undone === null ? kind : 'reverse',
    id,
    document: document || null,
    of: of || null,
    place: `${file}:${line}`,
  }
}

const rowColumns: readonly Column[] = [
  { key: 'id', type: 'id' },
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'customer', type: 'id' },
  { key: 'document', type: 'id' },
  { key: 'of', type: 'id' },
  { key: 'amount', type: 'money' },
  { key: 'change', type: 'money' },
  { key: 'currency', type: 'text' },
  { key: 'countsFrom', type: 'day' },
  { key: 'countsUntil', type: 'day' },
  { key: 'reason', type: 'text' },
  { key: 'source', type: 'text' },
  { key: 'place', type: 'text' },
]

/** The row itself: `change` is what it adds to what the customer owes, between the days on which it counts. */
function rowTable({ journal, trace }: Ledger, row: number): Table {
  const { id, date, kind, customer, document, of, amount, currency, reason, source } = journalRow(journal, row)
  const { file, line } = whereOf(journal, row)
  const day = (n: number | undefined): Cell => (n === undefined || n === never ? null : dayOf(n))
  const cells: Row = {
    id,
    date,
    kind,
    customer,
    document: document || null,
    of: of || null,
    amount,
    change: (signOf[journal.kind[row] ?? 0] ?? 0) * amount || 0,
    currency,
    countsFrom: day(trace.start[row]),
    countsUntil: day(trace.end[row]),
    reason: reason || null,
    source: source || null,
    place: `${file}:${line}`,
  }
  return { name: 'row', columns: rowColumns, rows: [cells] }
}

/** A row with what it acts upon; a sale with the documents that bill it. */
function rowTables(book: Book, ledger: Ledger, row: number): readonly Table[] {
  const { journal, trace } = ledger
  const target = trace.target[row] ?? -1
  const document = trace.document[row] ?? -1
  const source = trace.source[row] ?? -1
  const owner = trace.documents.row[document]
  const tables = [rowTable(ledger, row)]
  if (target >= 0) tables.push({ ...rowTable(ledger, target), name: 'actsUpon' })
  if (owner !== undefined)
    tables.push(stepsTable(ledger, stepsOf(ledger, 'documents', document), currencyAt(journal, row)))
  if (source >= 0) tables.push(sourceTable(ledger, row))
  return [...tables, billedTable(book, rowIdAt(journal, row))]
}

function billedTable(book: Book, id: string): Table {
  const rows = [...book.bills.values()].flatMap((bill) =>
    bill.lines
      .filter((line) => line.sales.includes(id))
      .map(
        (line): Row => ({
          document: bill.number,
          date: bill.date,
          kind: bill.kind,
          description: line.description,
          amount: line.amount,
          currency: bill.currency,
        }),
      ),
  )
  return {
    name: 'billedOn',
    columns: [
      { key: 'document', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'description', type: 'text' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows,
  }
}

/** Every movement with the balance after it, then what makes up that balance: what is open, less what is on account. */
function customerTables(ledger: Ledger, customer: string): readonly Table[] {
  const { journal, trace, asOf } = ledger
  const undone = reversedBy(trace)
  const balances = new Map<string, number>()
  const mine = (row: number) => textAt(journal.customers, journal.customer, row) === customer
  const moved = movementsUpTo(trace, dayNumber(asOf), mine).map(({ row, day, amount, reversal }): Row => {
    const currency = currencyAt(journal, row)
    const figure = safe((balances.get(currency) ?? 0) + amount)
    balances.set(currency, figure)
    return { ...cellsOf(ledger, row, day, reversal ? undone : null), change: amount, figure, currency }
  })
  return [{ name: 'steps', columns: stepColumns, rows: moved }, partsTable(ledger, customer)]
}

function partsTable(ledger: Ledger, customer: string): Table {
  const open = ledger
    .documentsOf(customer)
    .filter((d) => d.open !== 0)
    .map(
      ({ number, kind, date, amount, open: left, currency }): Row => ({
        id: number,
        kind,
        date,
        amount,
        figure: left,
        currency,
      }),
    )
  const held = ledger
    .sourcesOf(customer)
    .filter((s) => s.remaining !== 0)
    .map(
      ({ row, kind, date, amount, remaining, currency }): Row => ({
        id: nameOfRow(ledger.journal, row),
        kind,
        date,
        amount: -amount,
        figure: -remaining,
        currency,
      }),
    )
  const totals = ledger.accounts
    .filter((a) => a.customer === customer)
    .map(
      ({ balance, currency }): Row => ({ id: null, kind: null, date: null, amount: null, figure: balance, currency }),
    )
  return {
    name: 'balanceParts',
    columns: [
      { key: 'id', type: 'id' },
      { key: 'kind', type: 'word' },
      { key: 'date', type: 'day' },
      { key: 'amount', type: 'money' },
      { key: 'figure', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: [...open, ...held],
    totals,
  }
}
