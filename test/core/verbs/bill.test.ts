// What a bill run decides: which sales, which bills, what stays open and is said.
import { describe, expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { parsePeriod } from '../../../src/core/base/period.ts'
import type { Bill } from '../../../src/core/book/bill.ts'
import type { Book } from '../../../src/core/book/book.ts'
import type { Item } from '../../../src/core/book/catalog.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import type { Plan } from '../../../src/core/book/plan.ts'
import { type BillInput, planBills } from '../../../src/core/verbs/bill/plan.ts'
import { type BookParts, book, context, customer, row, settings } from '../../support/book.ts'

const items = new Map<string, Item>([
  ['cable', { id: 'cable', name: 'Cable, 2 m', unit: 'piece', price: '10', tax: 'standard', codes: {} }],
  ['seeds', { id: 'seeds', name: 'Seeds', unit: 'bag', price: '2.50', tax: 'zero', codes: {} }],
])
const sale = (
  date: string,
  who: string,
  item: string,
  quantity: string,
  price: string,
  more: Partial<JournalRow> = {},
) => row(date, 'sale', who, Math.round(Number(quantity) * Number(price) * 100), { item, quantity, price, ...more })

function bookOf(parts: BookParts = {}): Book {
  return book({ items, customers: [customer('bay'), customer('ash', { terms: 'eom' })], ...parts })
}

function plan(of: Book, input: Partial<BillInput> = {}, today = '2026-11-01'): Plan {
  return planBills(of, { customers: [], ...input }, context(today))
}

function bills(p: Plan): readonly Bill[] {
  return p.changes.flatMap((c) => (c.change === 'issueBill' ? [c.bill] : []))
}

function rows(p: Plan): readonly JournalRow[] {
  return p.changes.flatMap((c) => (c.change === 'addRow' ? [c.row] : []))
}

/** The book after a plan. */
function applied(parts: BookParts, p: Plan): Book {
  return bookOf({ ...parts, rows: [...(parts.rows ?? []), ...rows(p)], bills: [...(parts.bills ?? []), ...bills(p)] })
}

const october = parsePeriod('2026-10', day('2026-11-01')) ?? undefined
const codes = (p: Plan) => p.problems.map((q) => `${q.severity} ${q.code}`)

describe('sales become one bill per customer and currency', () => {
  const parts: BookParts = {
    rows: [
      sale('2026-10-20', 'bay', 'cable', '3', '10'),
      sale('2026-10-02', 'bay', 'seeds', '2', '2.50'),
      sale('2026-10-05', 'ash', 'cable', '1', '10'),
      sale('2026-10-05', 'bay', 'cable', '1', '7', { currency: currency('USD'), rate: '7.1' }),
    ],
  }
  const made = plan(bookOf(parts))

  test('numbers go out in order of customer, then currency', () => {
    expect(bills(made).map((b) => [b.number, b.customer, b.currency, b.total])).toEqual([
      ['INV-2026-0001', 'ash', 'CNY', 1130],
      ['INV-2026-0002', 'bay', 'CNY', 3890],
      ['INV-2026-0003', 'bay', 'USD', 791],
    ])
  })

  test('a bill holds its lines by day, its tax per rate, and who, whom and when', () => {
    expect(bills(made)[1]).toMatchObject({
      kind: 'bill',
      date: '2026-11-01',
      seller: { name: 'Harbour Trading', address: '1 Quay Street' },
      buyer: { name: 'bay' },
      mode: 'net',
      rounding: 'group',
      terms: 'net 30',
      instalments: [{ due: '2026-12-01', amount: 3890 }],
      lines: [
        {
          item: 'seeds',
          description: 'Seeds',
          date: '2026-10-02',
          quantity: '2',
          unit: 'bag',
          amount: 500,
          tax: '0',
          category: 'Z',
        },
        {
          item: 'cable',
          description: 'Cable, 2 m',
          quantity: '3',
          price: '10',
          amount: 3000,
          tax: '13',
          category: 'S',
        },
      ],
      taxes: [
        { tax: '13', category: 'S', net: 3000, amount: 390 },
        { tax: '0', category: 'Z', net: 500, amount: 0 },
      ],
      net: 3500,
      tax: 390,
      total: 3890,
    })
  })

  test('the journal rows carry total, tax and due day', () => {
    expect(rows(made).map((r) => [r.kind, r.document, r.customer, r.amount, r.tax, r.due])).toEqual([
      ['bill', 'INV-2026-0001', 'ash', 1130, 130, '2026-11-30'],
      ['bill', 'INV-2026-0002', 'bay', 3890, 390, '2026-12-01'],
      ['bill', 'INV-2026-0003', 'bay', 791, 91, '2026-12-01'],
    ])
  })

  test('a second run plans nothing, and the order of rows decides nothing', () => {
    const again = plan(applied(parts, made))
    expect([again.changes, codes(again)]).toEqual([[], ['note nothing-to-bill']])
    const turned = plan(bookOf({ rows: [...(parts.rows ?? [])].reverse() }))
    expect(turned.changes).toEqual(made.changes)
  })

  test('sums are per currency', () => {
    expect(made.output.tables[0]?.totals).toMatchObject([
      { currency: 'CNY', net: 4500, tax: 520, total: 5020 },
      { currency: 'USD', net: 700, tax: 91, total: 791 },
    ])
    expect(codes(made)).toEqual(['note rate-missing', 'note bills-planned'])
  })
})

describe('which sales are due', () => {
  const parts: BookParts = {
    rows: [
      sale('2026-08-31', 'bay', 'cable', '1', '10'),
      sale('2026-10-31', 'bay', 'cable', '2', '10'),
      sale('2026-11-01', 'bay', 'cable', '4', '10'),
      sale('2026-12-01', 'bay', 'cable', '8', '10'),
    ],
  }

  test('a period bills everything up to its end, so a forgotten month is caught up', () => {
    expect(bills(plan(bookOf(parts), october === undefined ? {} : { period: october }))[0]?.net).toBe(3000)
  })

  test('without a period everything up to the day of the bill', () => {
    expect(bills(plan(bookOf(parts)))[0]?.net).toBe(7000)
    expect(bills(plan(bookOf(parts), { date: day('2026-09-01') }))[0]).toMatchObject({ net: 1000, date: '2026-09-01' })
  })

  test('customers may be named, also by a name that was merged into another', () => {
    const customers = [customer('bay', { mergedInto: 'cove' }), customer('cove'), customer('dune')]
    const merged = bookOf({ customers, rows: [...(parts.rows ?? []), sale('2026-10-01', 'dune', 'cable', '1', '10')] })
    expect(bills(plan(merged, { customers: ['bay'] })).map((b) => b.customer)).toEqual(['cove'])
  })

  test('a reversed sale is not billed', () => {
    const wrong = sale('2026-10-01', 'bay', 'cable', '5', '10')
    expect(bills(plan(bookOf({ rows: [wrong, row('2026-10-02', 'reverse', 'bay', 5000, { of: wrong.id })] })))).toEqual(
      [],
    )
  })

  test('a credit line that releases frees its sales for the next bill', () => {
    const parts: BookParts = { rows: [sale('2026-10-01', 'bay', 'cable', '5', '10')] }
    const first = plan(bookOf(parts))
    const [bill] = bills(first)
    if (bill === undefined) throw new Error('no bill')
    const credit: Bill = { ...bill, number: 'CN-2026-0001', kind: 'credit', of: bill.number, instalments: [] }
    const kept = applied({ ...parts, bills: [credit] }, first)
    expect(plan(kept).changes).toEqual([])
    const released = { ...credit, lines: credit.lines.map((l) => ({ ...l, release: true })) }
    expect(bills(plan(applied({ ...parts, bills: [released] }, first))).map((b) => b.number)).toEqual(['INV-2026-0002'])
  })
})

describe('what cannot be billed is said and waits', () => {
  test('returns reduce the bill; more returns than sales are a credit note that holds them', () => {
    const back = sale('2026-10-09', 'bay', 'cable', '-2', '10')
    expect(bills(plan(bookOf({ rows: [back, sale('2026-10-01', 'bay', 'cable', '5', '10')] })))[0]?.net).toBe(3000)
    const parts: BookParts = { rows: [back] }
    const credited = plan(bookOf(parts))
    // 2 × 10.00 and 13 % of it.
    expect(bills(credited)).toMatchObject([
      { number: 'CN-2026-0001', kind: 'credit', reason: 'return', net: 2000, tax: 260, total: 2260, instalments: [] },
    ])
    expect(bills(credited)[0]?.lines).toMatchObject([{ quantity: '2', amount: 2000, sales: [back.id] }])
    expect(plan(applied(parts, credited)).changes).toEqual([])
  })

  test('sales that cancel each other out stay open', () => {
    const rows = [sale('2026-10-01', 'bay', 'cable', '5', '10'), sale('2026-10-09', 'bay', 'cable', '-5', '10')]
    expect(codes(plan(bookOf({ rows })))).toEqual(['note nothing-left-to-bill', 'note nothing-to-bill'])
  })

  test('a customer whose bill cannot be made is passed over with a warning, and stops the run when named', () => {
    const rows = [row('2026-10-01', 'sale', 'bay', 0, { item: 'cable' }), sale('2026-10-01', 'ash', 'cable', '1', '10')]
    const run = plan(bookOf({ rows }))
    expect([bills(run).length, run.exit, codes(run)]).toEqual([1, 1, ['warning price-missing', 'note bills-planned']])
    expect(codes(plan(bookOf({ rows }), { customers: ['bay'] }))).toEqual(['error price-missing'])
  })

  test('ambiguous terms name the customer file', () => {
    const rows = [sale('2026-10-01', 'bay', 'cable', '1', '10')]
    const found = plan(bookOf({ rows, customers: [customer('bay', { terms: '月结30天' })] }))
    expect(found.problems[0]).toMatchObject({ code: 'terms-ambiguous', where: { file: 'customers/bay.yaml' } })
  })

  test('sales of an unknown customer are counted', () => {
    const found = plan(bookOf({ rows: [sale('2026-10-01', 'nobody', 'cable', '1', '10')] }))
    expect(found.problems[0]).toMatchObject({ code: 'sales-of-nobody', params: { customer: 'nobody', count: 1 } })
  })
})

test('instalments become one row each, which sum to the bill and its tax', () => {
  const parts: BookParts = {
    rows: [sale('2026-10-01', 'bay', 'cable', '1', '10.01')],
    customers: [customer('bay', { terms: '50% net 0, 50% net 30' })],
  }
  const made = plan(bookOf(parts))
  expect(rows(made).map((r) => [r.amount, r.tax, r.due])).toEqual([
    [566, 65, '2026-11-01'],
    [565, 65, '2026-12-01'],
  ])
  expect(new Set(rows(made).map((r) => r.id)).size).toBe(2)
})

test('a gross book keeps the sum of its sales as the total', () => {
  const gross = { ...settings, tax: { ...settings.tax, mode: 'gross' as const } }
  const made = plan(bookOf({ settings: gross, rows: [sale('2026-10-01', 'bay', 'cable', '3', '3.33')] }))
  expect(bills(made)[0]).toMatchObject({ net: 884, tax: 115, total: 999 })
})
