// Facts of a small book, each worked by hand.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { bookParts } from '../../../src/core/book/book.ts'
import type { FactValue } from '../../../src/core/facts/fact.ts'
import { type FactName, facts, findFact } from '../../../src/core/facts/registry.ts'
import { openSources } from '../../../src/core/facts/sources.ts'
import { factDefinitions as english } from '../../../src/text/en/facts.ts'
import { factDefinitions as chinese } from '../../../src/text/zh/facts.ts'
import { activity, book, customer, row, settings } from '../../support/book.ts'

const usd = currency('USD')
const taken = row('2026-05-01', 'sale', 'ada', 50_00, { item: 'pump', quantity: '1', document: 'O4' })
const payment = row('2026-09-20', 'payment', 'ada', 90_00)
const parts = {
  customers: [
    customer('ada', { name: 'Ada Works', region: 'CN-31', since: day('2025-01-01'), tags: ['vip'], owner: 'li' }),
    customer('ben', { creditLimit: 1_000_00 }),
    customer('old', { mergedInto: 'ada' }),
  ],
  items: new Map([['pump', { id: 'pump', name: 'Pump', cost: '7.50', codes: {} }]]),
  rates: [{ date: day('2026-01-01'), from: usd, to: currency('CNY'), rate: '7' }],
  rows: [
    row('2025-10-01', 'sale', 'ada', 30_00, { item: 'pump', quantity: '2', document: 'O1' }),
    row('2026-02-01', 'sale', 'ada', 100_00, { item: 'pump', quantity: '4', document: 'O2' }),
    row('2026-02-01', 'sale', 'ada', 20_00, { item: 'hose', quantity: '1', document: 'O2' }),
    row('2026-03-01', 'sale', 'old', 10_00, { item: 'pump', quantity: '1', currency: usd }),
    row('2026-04-01', 'sale', 'ada', -25_00, { item: 'pump', quantity: '-1', document: 'R1' }),
    taken,
    row('2026-05-02', 'reverse', 'ada', 50_00, { of: taken.id }),
    row('2026-08-01', 'bill', 'ada', 90_00, { document: 'INV-1', due: day('2026-08-31') }),
    row('2026-09-01', 'bill', 'ada', 40_00, { document: 'INV-2', due: day('2026-10-01') }),
    payment,
    row('2026-09-20', 'apply', 'ada', 90_00, { document: 'INV-1', of: payment.id }),
    row('2026-11-01', 'payment', 'ada', 15_00),
    row('2026-09-15', 'bill', 'ben', 250_00, { document: 'INV-3', due: day('2026-12-31') }),
    row('2026-12-01', 'sale', 'ada', 999_00, { document: 'later' }),
  ],
  activity: [
    activity('2026-01-10', 'visit', 'ada', { minutes: '90', rating: '4', scale: '5' }),
    activity('2026-06-10', 'complaint', 'ada', { due: '2026-06-20' }),
    activity('2026-10-02', 'promise', 'ada', { amount: '40.00', due: '2026-10-10' }),
    activity('2026-10-15', 'hold', 'ben'),
  ],
  classes: [
    { date: day('2026-01-31'), customer: 'ada', dimension: 'grade', class: 'B', reason: '' },
    { date: day('2026-07-31'), customer: 'ada', dimension: 'grade', class: 'A', reason: '' },
  ],
}

const asOf = day('2026-11-22')
const sources = openSources(book(parts), asOf)
const of = (id: string, name: FactName, s = sources): FactValue => findFact(name)?.value(s, s.indexOf(id)) ?? null

describe('facts', () => {
  const expected: readonly (readonly [FactName, FactValue])[] = [
    // 100 + 20 + 10 USD at 7 − 25 + 50 − 50 = 165; the sale of 2025-10-01 is more than 12 months back.
    ['sales12m', 165_00],
    ['salesBefore12m', 30_00],
    ['salesChange12m', 4.5],
    ['salesTotal', 195_00],
    ['returns12m', 75_00],
    ['orders12m', 2],
    ['ordersTotal', 3],
    ['averageOrder', 82_50],
    ['firstSale', '2025-10-01'],
    ['lastSale', '2026-03-01'],
    ['lastSaleDays', 266],
    // Days with sales: 2025-10-01, 2026-02-01, 2026-03-01: intervals 123 and 28.
    ['orderInterval', 75.5],
    ['orderSpread', 47.5],
    ['silence', 3.52],
    ['items12m', 2],
    ['topItem', 'pump'],
    // hose has no cost
    ['margin12m', null],
    ['balance', 25_00],
    ['open', 40_00],
    ['onAccount', 15_00],
    ['overdue', 25_00],
    ['overdueDays', 52],
    ['overdueSince', '2026-10-01'],
    ['daysToPay', 50],
    ['daysLate', 20],
    ['lateShare', 1],
    ['billed12m', 130_00],
    ['paid12m', 105_00],
    ['lastPaymentDays', 21],
    ['contacts12m', 3],
    ['lastContactDays', 51],
    ['visits12m', 1],
    ['lastVisitDays', 316],
    ['complaints12m', 1],
    ['openComplaints', 1],
    ['casesLate', 1],
    // 40.00 were promised by 10 October; nothing came between.
    ['brokenPromises', 1],
    ['satisfaction12m', 0.75],
    ['minutes12m', 90],
    ['grade', 'A'],
    ['gradeDays', 114],
    ['tags', ['vip']],
    ['region', 'CN-31'],
    ['tenureDays', 690],
    // name, region, owner of ten
    ['completeness', 0.3],
    ['tier', null],
  ]
  it.each(expected)('%s', (name, value) => expect(of('ada', name)).toEqual(value))

  it('know nothing of later rows', () => {
    const earlier = openSources(book(parts), day('2026-07-01'))
    expect(of('ada', 'grade', earlier)).toBe('B')
    expect(of('ada', 'open', earlier)).toBe(0)
    expect(of('ada', 'sales12m', earlier)).toBe(195_00)
  })
  it('of a customer without anything are zero or unknown', () => {
    expect(of('ben', 'sales12m')).toBe(0)
    expect(of('ben', 'lastSale')).toBeNull()
    expect(of('ben', 'averageOrder')).toBeNull()
    expect(of('ben', 'overdueDays')).toBe(0)
    expect(of('ben', 'creditUsed')).toBe(0.25)
    expect(of('ben', 'onHold')).toBe(true)
  })
  it('are unknown where a rate is missing, never added unconverted', () => {
    const without = openSources(book({ ...parts, rates: [] }), asOf)
    expect(of('ada', 'sales12m', without)).toBeNull()
    expect(of('ben', 'sales12m', without)).toBe(0)
  })
  it('count the time spent at the rate of whoever spent it, else of the book', () => {
    const visits = [
      activity('2026-01-10', 'visit', 'ada', { minutes: '90', by: 'li' }),
      activity('2026-02-10', 'contact', 'ada', { minutes: '20', by: 'wu' }),
      activity('2025-02-10', 'contact', 'ada', { minutes: '600' }),
    ]
    const staff = [{ id: 'li', name: 'Li', hourlyCost: '240' }]
    const rows = [row('2026-02-01', 'sale', 'ada', 1_000_00, { item: 'pump', quantity: '4' })]
    const at = (hourlyCost: number | undefined) =>
      openSources(
        book({
          ...parts,
          rows,
          activity: visits,
          staff,
          settings: { ...settings, ...(hourlyCost === undefined ? {} : { hourlyCost }) },
        }),
        asOf,
      )
    // 90 minutes at 240.00 are 360.00, 20 at 100.00 are 33.33…: rounded once.
    expect(of('ada', 'serviceCost12m', at(100_00))).toBe(393_33)
    // 1,000.00 − 4 × 7.50 − 393.33
    expect(of('ada', 'netMargin12m', at(100_00))).toBe(576_67)
    expect(of('ada', 'netMarginShare12m', at(100_00))).toBe(0.57667)
    expect(of('ada', 'serviceCost12m', at(undefined))).toBeNull()
    expect(of('ben', 'serviceCost12m', at(undefined))).toBe(0)
  })
  it('stand under the customer that another was merged into', () =>
    expect(sources.customers.map((c) => c.id)).toEqual(['ada', 'ben']))
})

const stated = new Set<FactName>(['tenureDays', 'creditLimit'])

describe('the registry', () => {
  it('has no name twice', () => expect(new Set(facts.map((f) => f.name)).size).toBe(facts.length))
  it('has at least 60 facts', () => expect(facts.length).toBeGreaterThanOrEqual(60))
  it('defines each in both languages', () => {
    for (const { name } of facts) {
      expect(english[name].length).toBeGreaterThan(5)
      expect(chinese[name].length).toBeGreaterThan(3)
    }
  })
  it('explains each by rows, or by the file of the customer alone', () => {
    const all = new Set(bookParts)
    for (const { name, needs, evidence } of facts) {
      expect(needs.every((part) => all.has(part))).toBe(true)
      const byRows = needs.some((part) => part === 'journal' || part === 'activity' || part === 'classes')
      // What the file states, tenure among it, needs no row.
      if (byRows && !stated.has(name)) expect(evidence, name).toBeDefined()
      sources.customers.forEach((_, i) => {
        for (const { from, row: place } of evidence?.(sources, i) ?? []) {
          const length = from === 'journal' ? sources.book.journal.length : sources.book[from].length
          expect(place >= 0 && place < length, name).toBe(true)
        }
      })
    }
  })
  it('shows rows wherever there is something to count', () => {
    const i = sources.indexOf('ada')
    for (const { name, type, evidence, value } of facts) {
      if (evidence === undefined || (type !== 'money' && type !== 'number')) continue
      const measured = value(sources, i)
      if (measured !== null && measured !== 0) expect(evidence(sources, i).length, name).toBeGreaterThan(0)
    }
  })
  it('shows the rows behind each, in the order of the book', () => {
    const evidence = findFact('sales12m')?.evidence?.(sources, sources.indexOf('ada')) ?? []
    expect(evidence.map((e) => (e.from === 'journal' ? e.row : -1))).toEqual([1, 2, 3, 4, 5, 6])
  })
})
