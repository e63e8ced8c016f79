// Provisions against published examples, and roll rates worked out by hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import { exact } from '../../../src/core/base/decimal.ts'
import type { Book } from '../../../src/core/book/book.ts'
import type { ProvisionSettings } from '../../../src/core/book/settings.ts'
import { openSources } from '../../../src/core/facts/sources.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { allowanceOn, beforeTopUp, lossRates, topUp } from '../../../src/core/models/allowance.ts'
import { provisionOf } from '../../../src/core/models/provision.ts'
import { rollOf } from '../../../src/core/models/roll.ts'
import { book, customer, journal, row, settings } from '../../support/book.ts'
import { sharedData } from '../../support/shared.ts'

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)

describe('published examples', () => {
  it('IFRS 9 Illustrative Example 12 (Company M): 580,000', () => {
    const rates = ['0.003', '0.016', '0.036', '0.066', '0.106']
    const gross = [15_000_000, 7_500_000, 4_000_000, 2_500_000, 1_000_000]
    const allowances = gross.map((g, i) => allowanceOn(g, exact(rates[i] ?? '')))
    expect(allowances).toEqual([45_000, 120_000, 144_000, 165_000, 106_000])
    expect(sum(allowances)).toBe(580_000)
  })

  it('IFRScommunity, Entity A: 27,567 with unrounded loss rates (2,000 of what reached each age was never paid)', () => {
    const { loss, roll } = lossRates([100_000, 50_000, 23_000, 8_000, 2_000], 2_000)
    const gross = [300_000, 140_000, 60_000, 23_000, 5_000]
    const allowances = gross.map((g, i) => allowanceOn(g, loss[i] ?? exact(0)))
    expect(allowances).toEqual([6_000, 5_600, 5_217, 5_750, 5_000])
    expect(sum(allowances)).toBe(27_567)
    // 8.7 %, rounded first, would make 5,220 of the third.
    expect(loss[2]?.times(100).toFixed(4)).toBe('8.6957')
    expect(roll.map((r) => r?.toFixed(4))).toEqual(['0.5000', '0.4600', '0.3478', '0.2500', '1.0000'])
  })

  it.each([
    // maketool.cn/zhishi/1553, 万胜商厦: 4,970 required
    ['a credit balance of 1,530 before', 4970, 1530, 3440],
    ['a debit balance of 360 before', 4970, -360, 5330],
  ])('账龄分析法: %s', (_, required, before, charge) => {
    expect(topUp(required, before)).toBe(charge)
  })

  it('what is written off uses the allowance, what is recovered adds to it', () => {
    // 2,000 less 2,500 written off plus 140 recovered is the debit balance of 360.
    expect(beforeTopUp(2000, 2500, 140)).toBe(-360)
  })
})

const path = sharedData('standards/provision-examples.csv')

test.skipIf(path === null || !existsSync(path))('the collected examples come out row by row', () => {
  const lines = readFileSync(path ?? '', 'utf8')
    .split('\n')
    .slice(1)
    .filter((l) => /^(?:IFRS9|IFRScommunity)/.test(l))
  expect(lines.length).toBe(10)
  for (const line of lines) {
    const [, , rate = '', gross = '', allowance = ''] = line.split(',')
    const [over = '', under = '1'] = rate.split('/')
    expect(allowanceOn(Number(gross), exact(over).div(under)), line).toBe(Number(allowance))
  }
})

/** Not due, 1–30, 31–60, beyond. */
const matrix: ProvisionSettings = {
  framework: 'ifrs',
  method: 'matrix',
  buckets: [30, 60],
  months: 12,
  opening: 0,
  segments: [
    { name: 'public', when: 'tag:public', rates: ['0', '0', '1', '2'] },
    { name: 'others', rates: ['1', '5', '20', '50'] },
  ],
}
const people = [customer('ada', { tags: ['public'] }), customer('bob')]
const bill = (who: string, due: string, amount: number, document: string, date = '2026-01-01') =>
  row(date, 'bill', who, amount, { document, due: day(due), source: 'import:x' })

/** On 2026-06-30: ada 300.00 not due, 100.00 70 days late; bob 200.00 30 days late, 50.01 31 days late. */
const rows = [
  bill('ada', '2026-07-15', 30_000, 'A1'),
  bill('ada', '2026-04-21', 10_000, 'A2'),
  bill('bob', '2026-05-31', 20_000, 'B1'),
  bill('bob', '2026-05-30', 5_001, 'B2'),
]
const withRules = (provision: ProvisionSettings, more = rows): Book =>
  book({ customers: people, rows: more, settings: { ...settings, provision } })
const asOf = day('2026-06-30')

describe('a book', () => {
  it('provides by segment and age; each part is rounded once', () => {
    const { cells, movements } = provisionOf(openSources(withRules(matrix), asOf))
    expect(cells.map((c) => [c.segment, c.bucket, c.amount, c.allowance])).toEqual([
      ['public', 0, 30_000, 0],
      ['public', 3, 10_000, 200],
      ['others', 1, 20_000, 1_000],
      ['others', 2, 5_001, 1_000],
    ])
    expect(movements).toMatchObject([{ previous: 0, before: 0, required: 2_200, topUp: 2_200 }])
  })

  it('starts from what it opened with, less write-offs, plus recoveries', () => {
    const off = row('2026-06-01', 'writeoff', 'bob', 5_001, { document: 'B2' })
    const back = row('2026-06-02', 'recover', 'bob', 1, { document: 'B2', of: off.id })
    const { movements } = provisionOf(openSources(withRules({ ...matrix, opening: 3_000 }, [...rows, off, back]), asOf))
    // Required: 2.00 of ada, 10.00 of bob's 200.00, and 20 % of the one cent: nothing. 30.00 − 50.01 + 0.01 = −20.00 before.
    expect(movements).toMatchObject([
      { previous: 3_000, writtenOff: 5_001, recovered: 1, before: -2_000, required: 1_200, topUp: 3_200 },
    ])
  })

  it('has none under 小企业会计准则, and none where crm.yaml says nothing', () => {
    expect(provisionOf(openSources(withRules({ ...matrix, framework: 'small' }), asOf)).cells).toEqual([])
    expect(provisionOf(openSources(book({ customers: people, rows }), asOf)).cells).toEqual([])
  })
})

describe('roll rates', () => {
  // Due from 2025-05-01 to 2026-04-30: 61 days and more ago on 2026-06-30, in 12 months.
  const history = [
    // Paid before it was due: reaches nothing but the first.
    bill('bob', '2026-02-01', 40_000, 'H1'),
    row('2026-01-20', 'payment', 'bob', 40_000, { nth: 1 }),
    // Paid 20 days late: reaches 1–30.
    bill('bob', '2026-02-01', 30_000, 'H2'),
    row('2026-02-21', 'payment', 'bob', 30_000, { nth: 2 }),
    // Half paid 40 days late, the rest given up: reaches all.
    bill('bob', '2026-02-01', 20_000, 'H3'),
    row('2026-03-13', 'payment', 'bob', 10_000, { nth: 3 }),
    row('2026-05-01', 'writeoff', 'bob', 10_000, { document: 'H3' }),
    // Too young to tell, and too old.
    bill('bob', '2026-05-01', 99_999, 'H4'),
    bill('bob', '2025-04-29', 99_999, 'H5', '2025-01-01'),
  ]
  const applied = history.flatMap((r, i) => {
    const before = history[i - 1]
    return r.kind === 'payment' && before !== undefined
      ? [row(r.date, 'apply', 'bob', r.amount, { of: r.id, document: before.document })]
      : []
  })

  it('follow each bill through the ages that it reached unpaid', () => {
    const ledger = openLedger(journal([...history, ...applied]), asOf)
    const [roll] = rollOf(ledger, { ends: [30, 60], months: 12, segment: () => 0 })
    // 400 + 300 + 200; 300 + 200 unpaid on the day after; 200 after 31 days; 100 after 61, which is lost.
    expect(roll?.reached).toEqual([90_000, 50_000, 20_000, 10_000])
    expect(roll?.lost).toBe(10_000)
  })

  it('are the rates where the book says so; what it has no history for takes the stated ones', () => {
    const rules: ProvisionSettings = { ...matrix, method: 'roll' }
    const found = provisionOf(openSources(withRules(rules, [...rows, ...history, ...applied]), asOf))
    const bob = found.cells.filter((c) => c.segment === 'others' && c.bucket === 1)
    // 100 lost of 500 that were late at all: 20 % of 200.00; H4 with 60 days is older.
    expect(bob).toMatchObject([{ amount: 20_000, allowance: 4_000 }])
    expect(found.cells.find((c) => c.segment === 'public' && c.bucket === 3)?.allowance).toBe(10_000)
  })
})
