// crm report aging: how late what is owed is, in buckets that with what is on account sum to the balance.
import type { Currency } from '../../core/base/currency.ts'
import { once } from '../../core/base/once.ts'
import { type Problem, problem } from '../../core/base/problem.ts'
import { type Cell, type Column, type Row, rowsOf, type Table } from '../../core/base/table.ts'
import type { Word } from '../../core/base/words.ts'
import type { Book } from '../../core/book/book.ts'
import { converter } from '../../core/book/converter.ts'
import {
  type AgeBasis,
  type Aged,
  type AgingRow,
  agedAccounts,
  ageLedger,
  bucketBounds,
  bucketName,
  daysLate,
  foldBuckets,
  groupAging,
  type Valuation,
} from '../../core/ledger/aging.ts'
import type { LedgerDocument, OpenInstalment } from '../../core/ledger/documents.ts'
import { type Ledger, openLedger } from '../../core/ledger/ledger.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { compareAging } from './aging-compare.ts'
import { type Chosen, chooseCustomers, nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

/** Keys of the buckets after "not due", youngest first; their headings say the days. */
const bucketKeys = [
  'bucket1',
  'bucket2',
  'bucket3',
  'bucket4',
  'bucket5',
  'bucket6',
  'bucket7',
  'bucket8',
  'bucket9',
  'bucket10',
  'bucket11',
  'bucket12',
] as const satisfies readonly Word[]

/** Whom a row is about. */
const groupings = ['customer', 'owner', 'region', 'currency'] as const
type Grouping = (typeof groupings)[number]

/** What is aged and how: everything both tables need. */
interface Aging {
  readonly book: Book
  /** Of what every account comes to. */
  readonly aged: Aged
  /** Of single documents. */
  readonly ledger: () => Ledger
  readonly chosen: Chosen
  readonly basis: AgeBasis
  readonly by: Grouping
  /** In which all amounts are shown; null: each in its own. */
  readonly to: Currency | null
  readonly value: Valuation
}

export const aging: ReportModule = {
  needs: ['customers', 'journal', 'rates'],
  // `due` and `bill` say the same as --base.
  by: [...groupings, 'due', 'bill'],
  standing: (wish) => !wish.detail,
  compare: compareAging,
  report(book, wish, context) {
    const chosen = chooseCustomers(book, wish.names, context)
    const { inCurrency: to } = wish
    const rates = converter(book.rates, to ?? book.settings.currency, wish.asOf)
    const ledger = once(() => openLedger(book.journal, wish.asOf))
    const aging: Aging = {
      book,
      chosen,
      aged: book.standing === undefined ? ledger() : { standing: book.standing, asOf: wish.asOf },
      ledger,
      basis: wish.base ?? (wish.by === 'bill' ? 'bill' : 'due'),
      by: groupings.find((g) => g === wish.by) ?? 'customer',
      to,
      // Customers who were not asked for need no rates; they are left out below.
      value: (amount, { customer, currency }) =>
        to === null || !chosen.includes(customer) ? amount : (rates.convert(amount, currency) ?? 0),
    }
    const tables = [agingTable(aging)]
    if (wish.detail) tables.push(itemsTable(aging))
    const missing = missingRates(rates.missing(), wish)
    return missing.length > 0
      ? { output: { tables: [] }, problems: missing }
      : { output: { tables }, problems: chosen.problems }
  },
}

function missingRates(from: readonly Currency[], { inCurrency, asOf }: ReportWish): readonly Problem[] {
  if (inCurrency === null || from.length === 0) return []
  return [problem('report-rate-missing', { from, to: inCurrency, day: asOf })]
}

const groupColumns: Readonly<Record<Grouping, readonly Column[]>> = {
  customer: [
    { key: 'customer', type: 'id' },
    { key: 'name', type: 'text' },
  ],
  owner: [{ key: 'owner', type: 'id' }],
  region: [{ key: 'region', type: 'text' }],
  currency: [],
}

function agingTable(aged: Aging): Table {
  const { book, by, to } = aged
  const ends = book.settings.aging.slice(0, bucketKeys.length - 1)
  const columns: Column[] = [
    ...groupColumns[by],
    // Grouped by currency the accounts keep theirs, and the amounts stand in the one that was asked for.
    ...(by === 'currency' && to !== null ? [{ key: 'from', type: 'text' } as const] : []),
    { key: 'currency', type: 'text' },
    { key: 'notDue', type: 'money' },
    ...bucketBounds(ends).map(
      (_, i): Column => ({ key: bucketKeys[i] ?? 'bucket12', type: 'money', heading: bucketName(ends, i + 1) }),
    ),
    { key: 'onAccount', type: 'money' },
    { key: 'balance', type: 'money' },
  ]
  // An account is a customer in a currency already: a large book has nothing to group then.
  const rows = by === 'customer' && to === null ? accountRows(aged, ends) : groupRows(aged, ends)
  const totals = totalsByCurrency(columns, rows)
  return { name: 'aging', columns, rows, ...(by === 'currency' && to === null ? {} : { totals }) }
}

function accountRows({ book, aged, basis, chosen }: Aging, ends: readonly number[]): readonly Row[] {
  const { standing } = aged
  const { customers, currencies } = standing
  const width = ends.length + 2
  const sums = foldBuckets(aged, ends, basis)
  const shown = agedAccounts(standing, sums, width).filter((n) => chosen.includes(customers[n] ?? ''))
  const cells = new Map<string, (n: number) => Cell>([
    ['customer', (n) => customers[n] ?? ''],
    ['name', (n) => nameOf(book, customers[n] ?? '')],
    ['currency', (n) => currencies[n] ?? ''],
    ...amountCells<number>(width, {
      bucket: (n, i) => sums[n * width + i] ?? 0,
      onAccount: (n) => standing.onAccount[n] ?? 0,
      balance: (n) => standing.balance[n] ?? 0,
    }),
  ])
  return rowsOf(shown, cells)
}

function groupRows(aged: Aging, ends: readonly number[]): readonly Row[] {
  const { chosen, basis, to } = aged
  const valuation = to === null ? undefined : aged.value
  const accounts = ageLedger(aged.aged, ends, basis, valuation).filter((a) => chosen.includes(a.customer))
  const groups = groupAging(accounts, (a) => JSON.stringify([groupOf(aged, a), keptApart(aged, a)])).values()
  return rowsOf([...groups], groupCells(aged, ends.length + 2))
}

function groupOf({ book, by }: Aging, { customer }: AgingRow): string {
  if (by === 'currency') return ''
  return by === 'customer' ? customer : (book.customers.get(customer)?.[by] ?? '')
}

/** Amounts of different currencies are added only where they are converted, and not where the currency is what is asked about. */
function keptApart({ by, to }: Aging, { currency }: AgingRow): string {
  return to === null || by === 'currency' ? currency : ''
}

type GroupCell = (group: AgingRow) => Cell

function groupCells(aged: Aging, buckets: number): ReadonlyMap<string, GroupCell> {
  const { book, by, to } = aged
  const cells: (readonly [key: string, cell: GroupCell])[] = []
  if (by === 'customer') {
    cells.push(['customer', (g) => g.customer])
    cells.push(['name', (g) => nameOf(book, g.customer)])
  }
  if (by === 'owner' || by === 'region') cells.push([by, (g) => groupOf(aged, g) || null])
  if (by === 'currency' && to !== null) cells.push(['from', (g) => g.currency])
  cells.push(['currency', (g) => to ?? g.currency])
  const amounts = amountCells<AgingRow>(buckets, {
    bucket: (g, i) => g.buckets[i] ?? 0,
    onAccount: (g) => g.onAccount,
    balance: (g) => g.balance,
  })
  return new Map([...cells, ...amounts])
}

/** What is shown of an account or of several as one. */
interface Amounts<T> {
  bucket(of: T, i: number): number
  onAccount(of: T): number
  balance(of: T): number
}

function amountCells<T>(buckets: number, amounts: Amounts<T>): (readonly [key: string, cell: (of: T) => Cell])[] {
  const cells: (readonly [key: string, cell: (of: T) => Cell])[] = [['notDue', (of) => amounts.bucket(of, 0)]]
  for (let i = 1; i < buckets; i++) cells.push([bucketKeys[i - 1] ?? 'bucket12', (of) => amounts.bucket(of, i)])
  // Lowers the balance, and is shown so, that every row adds up from left to right.
  cells.push(['onAccount', (of) => 0 - amounts.onAccount(of)])
  cells.push(['balance', (of) => amounts.balance(of)])
  return cells
}

const itemColumns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'document', type: 'id' },
  { key: 'date', type: 'day' },
  { key: 'due', type: 'day' },
  { key: 'daysLate', type: 'number' },
  { key: 'amount', type: 'money' },
  { key: 'open', type: 'money' },
  { key: 'currency', type: 'text' },
]

/** Every open instalment, by customer, currency, day and number. */
function itemsTable(aged: Aging): Table {
  const rows = aged
    .ledger()
    .documents.filter((d) => aged.chosen.includes(d.customer))
    .flatMap((d) => d.instalments.filter((i) => i.open !== 0).map((i) => itemRow(aged, d, i)))
  return { name: 'openItems', columns: itemColumns, rows, totals: totalsByCurrency(itemColumns, rows) }
}

function itemRow({ ledger, basis, to, value }: Aging, document: LedgerDocument, instalment: OpenInstalment): Row {
  return {
    customer: document.customer,
    document: document.number,
    date: document.date,
    due: instalment.due,
    daysLate: Math.max(0, daysLate(ledger(), document, instalment, basis)),
    amount: value(instalment.amount, document),
    open: value(instalment.open, document),
    currency: to ?? document.currency,
  }
}
