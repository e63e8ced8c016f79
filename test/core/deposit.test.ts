// What deposits take off bills: figures by hand, and a law over any sequence of bills.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import { sum } from '../../src/core/base/money.ts'
import type { Bill, BillLine } from '../../src/core/book/bill.ts'
import { totalsOf } from '../../src/core/book/totals.ts'
import {
  depositLines,
  depositsApart,
  depositUsed,
  openDeposits,
  overusedDeposits,
} from '../../src/core/ledger/deposit.ts'
import { entriesOf } from '../../src/formats/ledgers/entries.ts'
import { book, customer, row, settings } from '../support/book.ts'

const cny = currency('CNY')
const place = { customer: 'ada', currency: cny, projects: new Set<string>(), quotes: new Set<string>() }

function line(amount: number, tax = '13', more: Partial<BillLine> = {}): BillLine {
  const category = tax === '0' ? 'O' : 'S'
  return { description: 'x', quantity: '1', price: '1', amount, tax, category, sales: [], ...more }
}

function document(number: string, lines: readonly BillLine[], more: Partial<Bill> = {}): Bill {
  const rules = { mode: more.mode ?? 'net', rounding: 'group' } as const
  return {
    number,
    kind: 'bill',
    date: day('2026-11-01'),
    customer: 'ada',
    language: 'en',
    seller: { name: 'Harbour' },
    buyer: { name: 'Ada' },
    currency: cny,
    ...rules,
    terms: '',
    instalments: [],
    lines,
    ...totalsOf(lines, rules, cny),
    ...more,
  }
}

function asMap(...bills: readonly Bill[]): ReadonlyMap<string, Bill> {
  return new Map(bills.map((b) => [b.number, b]))
}

/** What is taken off lines, as `number amount at rate`. */
function taken(lines: readonly BillLine[], ...bills: readonly Bill[]): readonly string[] {
  const open = openDeposits(asMap(...bills), settings.tax).at(place)
  return depositLines(lines, open, settings.tax, cny).map((l) => `${l.deposit} ${l.amount} at ${l.tax}`)
}

const deposit = document('D1', [line(113000)], { mode: 'gross', deposit: true })

describe('a deposit of 1,130.00 with 130.00 of tax', () => {
  test('is taken off with its tax: 2,000.00 at 13 % leave 1,000.00 and 130.00', () => {
    expect(taken([line(200000)], deposit)).toEqual(['D1 -100000 at 13'])
  })
  test('covers a smaller bill whole, and what is left waits', () => {
    expect(taken([line(40000)], deposit)).toEqual(['D1 -40000 at 13'])
    const first = document('B1', [line(40000), line(-40000, '13', { deposit: 'D1' })])
    expect(first.total).toBe(0)
    expect(taken([line(200000)], deposit, first)).toEqual(['D1 -60000 at 13'])
    expect(depositUsed(asMap(deposit, first), 'D1')).toBe(45200)
  })
  test('goes to its own rate first, then to others at its own', () => {
    expect(taken([line(30000), line(500000, '6')], deposit)).toEqual(['D1 -30000 at 13', 'D1 -70000 at 13'])
  })
  test('is there again when the bill that took it off is void', () => {
    const off = line(-100000, '13', { deposit: 'D1' })
    const bill = document('B1', [line(200000), off])
    const voided = document('C1', [line(200000), off], { kind: 'credit', of: 'B1', reason: 'void' })
    expect(taken([line(200000)], deposit, bill)).toEqual([])
    expect(taken([line(200000)], deposit, bill, voided)).toEqual(['D1 -100000 at 13'])
  })
  test('is as much less as was credited of it', () => {
    const credit = document('C1', [line(11300)], { kind: 'credit', of: 'D1', mode: 'gross' })
    expect(taken([line(200000)], deposit, credit)).toEqual(['D1 -90000 at 13'])
  })
  test('for a quote or project stays where it belongs', () => {
    expect(taken([line(200000)], { ...deposit, quote: 'QT-1' })).toEqual([])
    expect(taken([line(200000)], { ...deposit, project: 'pier' })).toEqual([])
  })
})

test('what two branches took off, each for itself, is found when they are merged', () => {
  const off = line(-100000, '13', { deposit: 'D1' })
  const [first, second] = ['B1', 'B2'].map((n) => document(n, [line(200000), off]))
  if (first === undefined || second === undefined) throw new Error('two bills')
  expect(overusedDeposits(asMap(deposit, first), settings.tax)).toEqual([])
  expect(overusedDeposits(asMap(deposit, first, second), settings.tax).map((d) => d.number)).toEqual(['D1'])
})

test('a deposit outside the scope of tax stays off a taxed bill (EN 16931, BR-O-11), and comes off one that is outside, too', () => {
  const untaxed = document('D0', [line(100000, '0')], { deposit: true })
  const open = openDeposits(asMap(untaxed), settings.tax).at(place)
  expect(taken([line(200000)], untaxed)).toEqual([])
  expect(depositsApart([line(200000)], open)).toEqual(['D0'])
  expect(taken([line(200000, '0')], untaxed)).toEqual(['D0 -100000 at 0'])
  expect(depositsApart([line(200000, '0')], open)).toEqual([])
  expect(taken([line(200000, '0')], deposit)).toEqual([])
})

test('reaches the general ledger as a liability, and as sales when the bill takes it off, also one that it covers whole', () => {
  const first = document('D1', [line(100000)], { deposit: true })
  const covered = document('B1', [line(100000), line(-100000, '13', { deposit: 'D1' })])
  const rows = [
    row('2026-11-01', 'bill', 'ada', 113000, { document: 'D1', tax: 13000 }),
    row('2026-11-05', 'bill', 'ada', 0, { document: 'B1', tax: 0 }),
  ]
  const entries = entriesOf(book({ rows, customers: [customer('ada')], bills: [first, covered] }), day('2026-11-30'))
  expect(entries.map((e) => e.postings.map((p) => `${p.role} ${p.amount}`))).toEqual([
    ['receivable 113000', 'deposits -100000', 'tax -13000'],
    ['sales -100000', 'deposits 100000'],
  ])
})

test('the oldest is used first, whatever the order of the files', () => {
  const older = { ...deposit, number: 'D2', date: day('2026-10-01') }
  expect(taken([line(150000)], deposit, older)).toEqual(['D2 -100000 at 13', 'D1 -50000 at 13'])
})

test('any bills take off no more than the deposits hold, and none comes to less than nothing', () => {
  const rate = fc.constantFrom('13', '6', '0')
  const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 500_000 }), rate), { minLength: 1, maxLength: 4 })
  const rules = fc.constantFrom<'net' | 'gross'>('net', 'gross')
  fc.assert(
    fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 6 }), rules, (paid, sold, mode) => {
      const tax = { ...settings.tax, mode }
      const books = new Map([
        [
          'D1',
          document(
            'D1',
            paid.map(([a, r]) => line(a, r)),
            { mode: 'gross', deposit: true },
          ),
        ],
      ])
      sold.forEach((lines, i) => {
        const own = lines.map(([a, r]) => line(a, r))
        const off = depositLines(own, openDeposits(books, tax).at(place), tax, cny)
        const bill = document(`B${i}`, [...own, ...off], { mode })
        expect(bill.total).toBeGreaterThanOrEqual(0)
        books.set(bill.number, bill)
      })
      expect(overusedDeposits(books, tax)).toEqual([])
      const total = sum([...books.values()].filter((b) => b.deposit === true).map((b) => b.total))
      // The tax of parts is rounded on each bill: a cent for each of at most three rates.
      expect(depositUsed(books, 'D1')).toBeLessThanOrEqual(total + sold.length * 3)
    }),
  )
})
