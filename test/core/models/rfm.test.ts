// RFM against the published case of the R package `rfm` (rfm_data_orders, analysis date 2006-12-31; tests/testthat/test-rfm-segment.R).
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import { openSources } from '../../../src/core/facts/sources.ts'
import { classifyAll } from '../../../src/core/models/classification.ts'
import { cutValue, quantileCuts, rankCuts, scoreOf } from '../../../src/core/models/cuts.ts'
import { rfmCuts, rfmScore } from '../../../src/core/models/rfm.ts'
import { book, customer, row } from '../../support/book.ts'
import { sharedData } from '../../support/shared.ts'

const file = sharedData('transactions/rsquaredacademy__rfm/data/csv_converted_here/rfm_data_orders.csv')

describe('quantile cuts', () => {
  it('are R type 7 plus one unit and closed below', () => {
    // R: quantile(c(1, 2, 3, 4, 10), 0.5) is 3; the cut is 4, which belongs to the upper bin.
    const cuts = quantileCuts([10, 1, 4, 2, 3], 2, 1)
    expect(cuts.map(cutValue)).toEqual([4])
    expect([3, 4].map((v) => scoreOf(v, cuts))).toEqual([1, 2])
  })
  it('interpolate exactly between neighbours', () => {
    // R: quantile(c(0, 1), 0.2 … 0.8) is 0.2 0.4 0.6 0.8; with one unit of 0 nothing is rounded.
    const cuts = quantileCuts([0, 1], 5, 0)
    expect(cuts.map((c) => c.numerator / c.bins)).toEqual([0.2, 0.4, 0.6, 0.8])
  })
  it('of nothing are none', () => expect(quantileCuts([], 5, 1)).toEqual([]))
})

describe('cuts by rank', () => {
  const scores = (values: readonly number[]) => {
    const cuts = rankCuts(values, 5)
    return values.map((v) => scoreOf(v, cuts))
  }
  it('are equally wide over the ranks', () =>
    // Ranks 1 to 10 in bins of 1.8: 1 2 | 3 4 | 5 6 | 7 8 | 9 10
    expect(scores([10, 20, 30, 40, 50, 60, 70, 80, 90, 100])).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]))
  it('give equal values their lowest rank, so bins may be uneven or empty', () => {
    // Ranks 1 1 1 1 5 6 in bins of one: (5 − 1) ÷ 1 = 4 and (6 − 1) ÷ 1 = 5.
    expect(scores([1, 1, 1, 1, 2, 3])).toEqual([1, 1, 1, 1, 4, 5])
    expect(scores([7, 7, 7])).toEqual([1, 1, 1])
  })
})

describe('cuts at thresholds', () =>
  it('put a value on a threshold into the bin above', () => {
    const rule = { by: 'thresholds', recency: [30, 90], frequency: [2, 5], monetary: [500_00, 2_000_00] } as const
    const cuts = rfmCuts([], rule, { bins: 3, unit: 100 })
    const code = (recency: number, frequency: number, monetary: number) =>
      rfmScore({ recency, frequency, monetary }, cuts, 3).code
    expect(code(29, 5, 2_000_00)).toBe('333')
    expect(code(30, 2, 500_00)).toBe('222')
    expect(code(90, 1, 499_99)).toBe('111')
  }))

/** A sample of UCI Online Retail. */
const retail = sharedData('transactions/linumolk__RFM/OnlineRetail.csv')

describe.runIf(retail !== null)('quintiles of Online Retail, as far as it is at hand', () => {
  const orders = new Map<string, Set<string>>()
  for (const line of readFileSync(retail ?? '', 'utf8')
    .trim()
    .split('\n')
    .slice(1)) {
    const cells = line.split(',')
    const [customer, invoice] = [cells.at(-2) ?? '', cells[0] ?? '']
    if (customer === '' || invoice.startsWith('C')) continue
    orders.set(customer, (orders.get(customer) ?? new Set()).add(invoice))
  }
  const frequency = [...orders.values()].map((s) => s.size)
  it.each(['quantile', 'rank'] as const)('by %s keep equal customers together and rise with the value', (by) => {
    const inputs = frequency.map((f) => ({ recency: 0, frequency: f, monetary: 0 }))
    const cuts = rfmCuts(inputs, { by }, { bins: 5, unit: 100 })
    const score = new Map([...new Set(frequency)].sort((a, b) => a - b).map((f) => [f, scoreOf(f, cuts.frequency)]))
    expect([...score.values()]).toEqual([...score.values()].sort((a, b) => a - b))
    expect(score.get(1)).toBe(1)
    expect(score.get(Math.max(...frequency))).toBe(5)
  })
})

describe.runIf(file !== null)('the rfm case of R', () => {
  const lines = readFileSync(file ?? '', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const names = new Map<string, string>()
  const rows = lines.map((line, nth) => {
    const [name = '', date = '', revenue = ''] = line.split(',').map((f) => f.replaceAll('"', ''))
    const id = names.get(name) ?? `c${names.size}`
    names.set(name, id)
    return row(date, 'sale', id, Number(revenue) * 100, { document: `O${nth}` })
  })
  const customers = [...names.values()].map((id) => customer(id))
  const result = classifyAll(openSources(book({ customers, rows }), day('2006-12-31')))
  const { buyers, cuts } = result.measures

  it('has 995 customers', () => expect(buyers.length).toBe(995))
  it('cuts recency at 115 181 297 482, frequency at 4 5 6 8, money at 256 382 506 666', () => {
    expect(cuts.recency.map((c) => Math.floor(c.numerator / c.bins))).toEqual([115, 181, 297, 482])
    expect(cuts.frequency.map(cutValue)).toEqual([4, 5, 6, 8])
    // Published rounded to whole units; 255.80 and 506.40 are the exact second and third.
    expect(cuts.monetary.map((c) => Math.round(c.numerator / c.bins / 100))).toEqual([256, 382, 506, 666])
  })
  it('has 158 champions with 1,234 orders and a revenue of 120,178', () => {
    const champions = buyers.filter((b) => b.score.segment === 'champions')
    expect(champions.length).toBe(158)
    expect(champions.reduce((sum, b) => sum + b.input.frequency, 0)).toBe(1234)
    expect(champions.reduce((sum, b) => sum + b.input.monetary, 0)).toBe(12_017_800)
  })
})
