// Five months of trade: sales, a bill a month, and payments as each customer pays; what falls into October becomes bank lines.
import { addDays, type Day, day, dayNumber, endOfMonth } from '../../../src/core/base/day.ts'
import { exact } from '../../../src/core/base/decimal.ts'
import { rowId } from '../../../src/core/base/id.ts'
import { lineAmount, type Minor } from '../../../src/core/base/money.ts'
import type { Bill } from '../../../src/core/book/bill.ts'
import type { Book } from '../../../src/core/book/book.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import { bookedRate } from '../../../src/core/book/rates.ts'
import { billRows, draftBill, issueBill } from '../../../src/core/ledger/issue.ts'
import { journal, sha256 } from '../book.ts'
import { items, type PricedItem } from './firm.ts'
import { type Person, people } from './people.ts'
import { type Random, seeded } from './random.ts'

export const bookedMonths = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09'] as const
export const lastMonth = '2026-10'

export interface Sale {
  readonly date: Day
  readonly person: Person
  readonly item: PricedItem
  readonly quantity: number
  readonly price: string
}

/** Money on its way from a customer: some of a bill, on a day. */
export interface Remittance {
  readonly date: Day
  readonly person: Person
  readonly bill: Bill
  readonly amount: Minor
}

export interface Trade {
  readonly rows: readonly JournalRow[]
  readonly bills: readonly Bill[]
  /** What the customers remit in the last month. */
  readonly remittances: readonly Remittance[]
  /** The last month's sales, not yet in the book. */
  readonly sales: readonly Sale[]
}

/** The whole trade, the same at every call. `book` holds settings, items, customers and rates. */
export function trade(book: Book): Trade {
  const random = seeded(20260501)
  const rows: JournalRow[] = []
  const bills: Bill[] = []
  const remittances: Remittance[] = []
  for (const month of bookedMonths) {
    const sales = salesOf(month, random).map((sale, nth) => saleRow(book, sale, nth))
    const issued = billsOf(book, month, sales, bills.length)
    for (const bill of issued) remittances.push(...remittancesFor(bill, random))
    rows.push(...sales, ...issued.flatMap((bill) => billRows(book, bill, sha256)))
    bills.push(...issued)
  }
  const ordered = remittances.sort((a, b) => compare(a.date, b.date) || compare(a.bill.number, b.bill.number))
  const booked = ordered.filter((r) => r.date < `${lastMonth}-01`)
  rows.push(...booked.flatMap((remittance) => paymentRows(book, remittance)))
  return {
    rows,
    bills,
    remittances: ordered.filter((r) => r.date.startsWith(lastMonth)),
    sales: salesOf(lastMonth, random),
  }
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function salesOf(month: string, random: Random): Sale[] {
  const found: Sale[] = []
  for (const person of people) {
    if (person.habit === 'stopped' && month > '2026-07') continue
    const count = person.habit === 'level' ? 1 : ordersOf(person.weight, random)
    for (let n = 0; n < count; n++) found.push(saleOf(month, person, random))
  }
  return found.sort((a, b) => compare(a.date, b.date) || compare(a.person.customer.id, b.person.customer.id))
}

function ordersOf(weight: number, random: Random): number {
  if (weight >= 8) return random.int(4, 6)
  if (weight >= 4) return random.int(2, 4)
  return weight >= 2 ? random.int(1, 2) : random.int(0, 1)
}

function saleOf(month: string, person: Person, random: Random): Sale {
  const fixed = person.habit === 'level'
  const code: string = person.customer.currency ?? 'CNY'
  const list = code === 'USD' || code === 'EUR' ? code : 'CNY'
  const item = fixed ? levelItem(person) : random.pick([...goods] as [PricedItem, ...PricedItem[]])
  const price = item.list[list]
  const wanted = (person.weight * random.int(400, 1600)) / (list === 'CNY' ? 1 : 7) / Number(price)
  const quantity = fixed
    ? person.weight * 2
    : wanted > 40
      ? Math.round(wanted / 10) * 10
      : Math.max(1, Math.round(wanted))
  const date = day(`${month}-${fixed ? '05' : String(random.int(2, 27)).padStart(2, '0')}`)
  return { date, person, item, quantity, price }
}

const goods = items.filter((i) => i.id !== 'calibration')

/** Those who order the same every month have their devices calibrated. */
function levelItem(person: Person): PricedItem {
  return items.find((i) => i.id === 'calibration') ?? items[0] ?? fail(person.customer.id)
}

function fail(what: string): never {
  throw new Error(`the example has no ${what}`)
}

const emptyRow = {
  document: '',
  of: '',
  item: '',
  quantity: '',
  price: '',
  tax: null,
  due: null,
  reason: '',
  source: '',
  method: '',
  memo: '',
} as const

function saleRow(book: Book, sale: Sale, nth: number): JournalRow {
  const { date, person, item, price } = sale
  const c = person.customer.currency ?? book.settings.currency
  const quantity = String(sale.quantity)
  return {
    ...emptyRow,
    id: rowId(sha256, ['example', 'sale', date, person.customer.id, item.id, quantity, String(nth)]),
    date,
    kind: 'sale',
    customer: person.customer.id,
    item: item.id,
    quantity,
    price,
    amount: lineAmount(exact(quantity), exact(price), c),
    currency: c,
    rate: rateFor(book, c, date),
  }
}

function rateFor(book: Book, from: JournalRow['currency'], date: Day): string {
  return from === book.settings.currency ? '' : bookedRate(book, from, date) || fail('rate')
}

/** One bill a customer at the end of the month, in order of customer, numbered on from the last. */
function billsOf(book: Book, month: string, sales: readonly JournalRow[], before: number): Bill[] {
  const date = endOfMonth(day(`${month}-01`))
  let last = before
  return people.flatMap(({ customer }) => {
    const own = sales.filter((s) => s.customer === customer.id)
    if (own.length === 0) return []
    const draft = draftBill(book, { customer, currency: customer.currency ?? book.settings.currency, date, sales: own })
    if (!('totals' in draft)) return fail(`bill for ${customer.id}`)
    last++
    return [issueBill(book.settings, draft, `INV-2026-${String(last).padStart(4, '0')}`)]
  })
}

function remittancesFor(bill: Bill, random: Random): Remittance[] {
  const person = people.find((p) => p.customer.id === bill.customer) ?? fail(bill.customer)
  const due = bill.instalments[0]?.due ?? bill.date
  const after = (days: number, amount: Minor): Remittance => ({
    date: workday(addDays(due, days)),
    person,
    bill,
    amount,
  })
  switch (person.habit) {
    case 'prompt':
      return [after(-random.int(2, 8), bill.total)]
    case 'onTime':
      return [after(random.int(-2, 1), bill.total)]
    case 'late':
      return [after(random.int(6, 18), bill.total)]
    case 'slow':
      return [after(random.int(34, 50), bill.total)]
    case 'level':
      return [after(random.int(1, 2), bill.total)]
    case 'stopped':
      return bill.date < '2026-06-30' ? [after(random.int(6, 12), bill.total)] : []
    case 'parts': {
      const first = Math.round((bill.total * 0.6) / 10_000) * 10_000
      if (first === 0 || first >= bill.total) return [after(random.int(0, 4), bill.total)]
      return [after(random.int(0, 4), first), after(random.int(20, 28), bill.total - first)]
    }
  }
}

/** The next Monday instead of a Saturday or Sunday; day 0 was a Thursday. */
function workday(d: Day): Day {
  const weekday = (((dayNumber(d) + 4) % 7) + 7) % 7
  return addDays(d, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

/** A payment of an earlier month, already in the book and applied to its bill. */
function paymentRows(book: Book, { date, bill, amount }: Remittance): JournalRow[] {
  const id = rowId(sha256, ['example', 'payment', bill.number, date, String(amount)])
  const shared = { ...emptyRow, date, customer: bill.customer, amount, currency: bill.currency }
  return [
    { ...shared, id, kind: 'payment', rate: rateFor(book, bill.currency, date), method: 'transfer' },
    {
      ...shared,
      id: rowId(sha256, ['apply', id, bill.number, String(amount)]),
      kind: 'apply',
      document: bill.number,
      of: id,
      rate: '',
    },
  ]
}

/** The journal as the book holds it: by month, in the order in which rows of a day take effect. */
export function withRows(book: Book, rows: readonly JournalRow[], bills: readonly Bill[]): Book {
  return { ...book, journal: journal(rows), bills: new Map(bills.map((b) => [b.number, b])) }
}
