// A valid small book for tests; a test states only what differs from it.
import { createHash } from 'node:crypto'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import { type Hash, rowId } from '../../src/core/base/id.ts'
import type { Minor } from '../../src/core/base/money.ts'
import { type ActivityRow, activityColumns } from '../../src/core/book/activity.ts'
import type { BankLine } from '../../src/core/book/bank.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Book } from '../../src/core/book/book.ts'
import type { Customer } from '../../src/core/book/customer.ts'
import type { Journal, JournalRow } from '../../src/core/book/journal.ts'
import { journalBuilder } from '../../src/core/book/journal-builder.ts'
import type { Context } from '../../src/core/book/plan.ts'
import type { Settings } from '../../src/core/book/settings.ts'

export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex')

export const settings: Settings = {
  company: { name: 'Harbour Trading', address: '1 Quay Street' },
  currency: currency('CNY'),
  locale: 'en',
  timezone: 'Asia/Shanghai',
  tax: { mode: 'net', rounding: 'group', default: 'standard', rates: { standard: '13', zero: '0' } },
  numbering: {
    bill: 'INV-{yyyy}-{nnnn}',
    credit: 'CN-{yyyy}-{nnnn}',
    fee: 'FEE-{yyyy}-{nnnn}',
    quote: 'QT-{yyyy}-{nnnn}',
    proforma: 'PF-{yyyy}-{nnnn}',
  },
  terms: 'net 30',
  classes: {
    tiers: [
      { name: 'high', atLeast: 10_000_000 },
      { name: 'middle', atLeast: 1_000_000 },
      { name: 'low', atLeast: 0 },
    ],
    abc: { a: 0.8, b: 0.95 },
    rfmBins: 5,
    rfm: { by: 'quantile' },
    grace: 0,
    lifecycle: { newDays: 90, slipping: 1.5, dormant: 3, lost: 6 },
    dimensions: [],
    actions: [],
  },
  chase: {
    ladder: [
      { name: 'friendly', after: 3, channel: 'email' },
      { name: 'firm', after: 15, channel: 'email' },
      { name: 'final', after: 30, channel: 'post' },
    ],
    every: 7,
    minimum: 0,
  },
  visits: [],
  reconcile: { tolerance: 0, withholding: [], disputes: 'open' },
  allocation: 'exact-then-oldest',
  creditLimits: 'warn',
  aging: [30, 60, 90, 180, 365],
  accounts: [],
  ledger: { chart: 'en', names: {} },
  views: [],
  alerts: [],
}

export function customer(id: string, more: Partial<Customer> = {}): Customer {
  return { id, name: id, kind: 'company', aliases: [], tags: [], contacts: [], payers: [], custom: {}, ...more }
}

/** A journal row with only what is said; its id is a hash of everything it says and `nth`. */
export function row(
  date: string,
  kind: JournalRow['kind'],
  who: string,
  amount: number,
  more: Partial<Omit<JournalRow, 'date' | 'kind' | 'customer' | 'amount'>> & { nth?: number } = {},
): JournalRow {
  const { nth = 0, ...fields } = more
  return {
    id: rowId(sha256, [date, kind, who, String(amount), JSON.stringify(fields), String(nth)]),
    date: day(date),
    kind,
    customer: who,
    document: '',
    of: '',
    item: '',
    quantity: '',
    price: '',
    tax: null,
    amount,
    currency: currency('CNY'),
    rate: '',
    due: null,
    reason: '',
    source: '',
    method: '',
    memo: '',
    ...fields,
  }
}

export function journal(rows: readonly JournalRow[]): Journal {
  const builder = journalBuilder()
  rows.forEach((r, i) => {
    builder.add(r, `journal/${r.date.slice(0, 7)}.csv`, i + 2)
  })
  return builder.build()
}

export function activity(
  date: string,
  kind: ActivityRow['kind'],
  who: string,
  more: Partial<ActivityRow> = {},
): ActivityRow {
  const empty = Object.fromEntries(activityColumns.map((c) => [c, ''])) as Record<
    (typeof activityColumns)[number],
    string
  >
  return {
    ...empty,
    ...more,
    id: more.id ?? rowId(sha256, [date, kind, who, JSON.stringify(more)]),
    date: day(date),
    kind,
    customer: who,
  }
}

export interface BookParts extends Partial<Omit<Book, 'journal' | 'customers' | 'bills'>> {
  readonly rows?: readonly JournalRow[]
  readonly customers?: readonly Customer[]
  readonly bills?: readonly Bill[]
}

export function book(parts: BookParts = {}): Book {
  const { rows = [], customers = [], bills = [], ...rest } = parts
  return {
    settings,
    customers: new Map([...customers].sort((a, b) => (a.id < b.id ? -1 : 1)).map((c) => [c.id, c])),
    items: new Map(),
    staff: [],
    statements: [],
    rates: [],
    journal: journal(rows),
    activity: [],
    classes: [],
    remittances: [],
    quotes: new Map(),
    bankRules: [],
    bills: new Map([...bills].sort((a, b) => (a.number < b.number ? -1 : 1)).map((b) => [b.number, b])),
    bank: [],
    ignored: [],
    mappings: new Map(),
    closes: new Map(),
    sealed: new Map(),
    ...rest,
  }
}

/** A line without texts, in CNY at `icbc`, of a CSV file. */
export function bankLine(id: string, date: string, amount: Minor, more: Partial<BankLine> = {}): BankLine {
  return {
    id,
    account: 'icbc',
    date: day(date),
    amount,
    currency: currency('CNY'),
    kind: '',
    payer: '',
    payerAccount: '',
    reference: '',
    structured: '',
    text: '',
    source: 'csv',
    ...more,
  }
}

export function context(today: string, more: Partial<Context> = {}): Context {
  return {
    today: day(today),
    language: 'en',
    hash: sha256,
    romanise: (text) => [...text],
    freshId: (n) => rowId(sha256, ['fresh', String(n)]),
    ...more,
  }
}
