// RFM against the published case of the R package `rfm` (rfm_data_orders, analysis date 2006-12-31; tests/testthat/test-rfm-segment.R).
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import { openSources } from '../../../src/core/facts/sources.ts'
import { classifyAll } from '../../../src/core/models/classification.ts'
import { cutValue, quantileCuts, scoreOf } from '../../../src/core/models/cuts.ts'
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
