// A seeded book of open bills and a month of statement lines of every kind, of any size, for measuring how long reconciling takes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currency } from '../../../src/core/base/currency.ts'
import { addDays, type Day, dayFrom, monthOf } from '../../../src/core/base/day.ts'
import { idFromHalves } from '../../../src/core/base/id.ts'
import type { BankLine } from '../../../src/core/book/bank.ts'
import type { Customer } from '../../../src/core/book/customer.ts'
import { journalRowOf } from '../../../src/core/book/row.ts'
import { bankCodec } from '../../../src/store/codecs/bank.ts'
import { writeCustomer } from '../../../src/store/codecs/customer.ts'
import { journalCodec } from '../../../src/store/codecs/journal.ts'
import { writeRow } from '../../../src/store/csv/write.ts'
import { newBookFiles } from '../../../src/store/template.ts'
import { random } from '../random.ts'

export interface OpenBookSize {
  readonly lines: number
  readonly bills: number
}

/** Bills of one customer; the first customer has fifty times as many, of few round amounts: the hard case of sums. */
const billsEach = 20
const manyBills = 1_000

interface Bill {
  readonly number: string
  readonly customer: number
  readonly amount: number
  readonly date: Day
}

const cny = currency('CNY')
const trades = ['Trading', 'Marine', 'Foods', 'Textile', 'Optics', 'Paper', 'Tools', 'Glass']

export function writeOpenBook(folder: string, { lines, bills }: OpenBookSize): void {
  const next = random(20_261_125)
  const upTo = (n: number) => Math.floor(next() * n)
  const start = { name: 'Bench', currency: cny, locale: 'en', timezone: 'UTC' }
  for (const [path, text] of newBookFiles(start)) if (!path.startsWith('schemas/')) put(folder, path, text)
  const customers = Math.max(2, Math.ceil(bills / billsEach))
  const list = Array.from({ length: bills }, (_, n): Bill => {
    const isFirst = n < Math.min(manyBills, bills / 2)
    const customer = isFirst ? 0 : 1 + upTo(customers - 1)
    const amount = isFirst ? (1 + upTo(40)) * 500_00 : 10_00 + upTo(9_000_00)
    const date = addDays(dayFrom(2026, 1, 1), upTo(270))
    return { number: `INV-2026-${String(n + 1).padStart(6, '0')}`, customer, amount, date }
  })
  writeCustomers(folder, customers)
  writeJournal(folder, list, () => idFromHalves(upTo(2 ** 30), upTo(2 ** 30)))
  const mine: Bill[][] = Array.from({ length: customers }, () => [])
  for (const b of list) mine[b.customer]?.push(b)
  const written = Array.from({ length: lines }, (_, n): BankLine => {
    const of = (b: Bill): Bill[] => (mine[b.customer] ?? []).slice(0, 12)
    const bill = list[upTo(bills)] ?? list[0]
    const more = bill === undefined ? {} : lineFor(next(), bill, of(bill), upTo)
    return {
      id: idFromHalves(n, upTo(2 ** 30)),
      account: 'main',
      date: dayFrom(2026, 10, 1 + upTo(31)),
      amount: 1_00 + upTo(1_000_00),
      currency: cny,
      kind: '',
      payer: '',
      payerAccount: '',
      reference: `B${n}`,
      structured: '',
      text: '',
      source: 'csv',
      ...more,
    }
  })
  const cells = written.map((l) => writeRow(bankCodec.cells(l)))
  put(folder, 'bank/main/2026-10.csv', `${[bankCodec.columns.join(','), ...cells].join('\n')}\n`)
}

/** `dice` from 0 to 1 says what kind of line it is. */
function lineFor(dice: number, bill: Bill, mine: readonly Bill[], upTo: (n: number) => number): Partial<BankLine> {
  const payer = { payer: nameOf(bill.customer), payerAccount: accountOf(bill.customer) }
  if (dice < 0.4) return { ...payer, amount: bill.amount, text: `payment of ${bill.number}` }
  if (dice < 0.5) return { ...payer, amount: bill.amount }
  if (dice < 0.6) {
    const some = mine.filter((_, i) => i % 4 === 0)
    return { ...payer, amount: some.reduce((n, b) => n + b.amount, 0) || bill.amount }
  }
  if (dice < 0.65) return { ...payer, amount: bill.amount, text: `inv ${slip(bill.number, upTo)}` }
  if (dice < 0.7) return { amount: bill.amount, payer: `${nameOf(bill.customer)} Holding`.toUpperCase() }
  if (dice < 0.75) return { ...payer, amount: bill.amount - 1 - upTo(bill.amount - 2), text: bill.number }
  if (dice < 0.8) return { ...payer, text: 'as agreed' }
  if (dice < 0.85) return { payer: `Somebody ${upTo(1_000)}`, text: `order ${upTo(1_000_000)}` }
  if (dice < 0.9) return { amount: bill.amount, payer: nameOf(upTo(bill.customer + 1)), text: bill.number.slice(-4) }
  if (dice < 0.95) return { amount: -bill.amount, payer: `Supplier ${upTo(100)}`, text: `our order ${upTo(100_000)}` }
  return { ...payer, amount: -bill.amount, kind: 'return', text: 'unpaid' }
}

function slip(number: string, upTo: (n: number) => number): string {
  const at = number.length - 1 - upTo(4)
  return `${number.slice(0, at)}${upTo(10)}${number.slice(at + 1)}`
}

const starts = [
  'Al',
  'Ber',
  'Cor',
  'Del',
  'Em',
  'Fal',
  'Gor',
  'Hal',
  'Ir',
  'Jor',
  'Kel',
  'Lor',
  'Mar',
  'Nor',
  'Os',
  'Per',
]
const middles = ['ba', 'cen', 'do', 'fin', 'ga', 'len', 'mi', 'no', 'pel', 'ra', 'sen', 'ta', 'vi', 'wen', 'xa', 'zo']
const ends = [
  'berg',
  'dale',
  'field',
  'holm',
  'ley',
  'mond',
  'ridge',
  'son',
  'stad',
  'ton',
  'vale',
  'wick',
  'worth',
  'by',
  'ford',
  'ham',
]

/** Another name for each of the first 32,768. */
function nameOf(customer: number): string {
  const pick = (list: readonly string[], part: number) => list[(customer >> part) % list.length] ?? ''
  return `${pick(starts, 0)}${pick(middles, 4)}${pick(ends, 8)} ${pick(trades, 12)} Ltd`
}

function accountOf(customer: number): string {
  return `DE${String(customer).padStart(20, '0')}`
}

function writeCustomers(folder: string, count: number): void {
  for (let n = 0; n < count; n++) {
    const customer: Customer = {
      id: `c${String(n).padStart(6, '0')}`,
      name: nameOf(n),
      kind: 'company',
      aliases: [],
      tags: [],
      contacts: [],
      payers: n % 10 !== 0 ? [{ name: nameOf(n), account: accountOf(n) }] : [],
      custom: {},
    }
    put(folder, `customers/${customer.id}.yaml`, writeCustomer(customer, cny))
  }
}

function writeJournal(folder: string, bills: readonly Bill[], newId: () => ReturnType<typeof idFromHalves>): void {
  const months = new Map<string, string[]>()
  for (const { number, customer, amount, date } of bills) {
    const who = `c${String(customer).padStart(6, '0')}`
    const due = addDays(date, 30)
    const row = {
      id: newId(),
      date,
      kind: 'bill' as const,
      customer: who,
      document: number,
      amount,
      currency: cny,
      due,
    }
    const cells = writeRow(journalCodec.cells(journalRowOf(row)))
    const month = months.get(monthOf(date))
    if (month === undefined) months.set(monthOf(date), [cells])
    else month.push(cells)
  }
  for (const [month, rows] of months)
    put(folder, `journal/${month}.csv`, `${[journalCodec.columns.join(','), ...rows].join('\n')}\n`)
}

function put(folder: string, path: string, text: string): void {
  const at = join(folder, path)
  mkdirSync(join(at, '..'), { recursive: true })
  writeFileSync(at, text)
}
