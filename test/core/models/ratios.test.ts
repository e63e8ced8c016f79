// The ratios against published examples and numbers worked by hand.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import {
  averageDaysDelinquent,
  collectionEffectiveness,
  countBack,
  countBackDays,
  dsoAverage,
  dsoBest,
  dsoEnding,
  herfindahl,
  monthsBack,
  type RatioInputs,
  topShare,
  turnover,
} from '../../../src/core/models/ratios.ts'
import { sharedData } from '../../support/shared.ts'

/** Whole units as cents. */
function inputs(of: Partial<RatioInputs>): RatioInputs {
  const { before = 0, billed = 0, end = 0, notDue = 0, days = 30 } = of
  return { before: before * 100, billed: billed * 100, end: end * 100, notDue: notDue * 100, days }
}

describe('published examples', () => {
  it.each([
    // gaviti.com, "Collection effectiveness index"
    [100_000, 1_000_000, 120_000, 100_000, '98.0'],
    // rex.inc, "CEI": published as 94.7 %
    [400_000, 1_200_000, 350_000, 280_000, '94.7'],
  ])('CEI: begin %i, sales %i, end %i, of that not due %i is %s %', (before, billed, end, notDue, percent) => {
    expect(collectionEffectiveness(inputs({ before, billed, end, notDue }))?.toFixed(1)).toBe(percent)
  })

  it.each([
    // bit1024.com
    [50_000, 200_000, 365, '91.2500'],
    // collectthemoney.com says 50.55, cut off; exactly 50.5556
    [5_000_000, 9_000_000, 91, '50.5556'],
  ])('DSO from the ending balance: %i open, %i billed, %i days is %s', (end, billed, days, dso) => {
    expect(dsoEnding(inputs({ end, billed, days }))?.toFixed(4)).toBe(dso)
  })

  it('DSO from the average balance: 18,000 of 20,000 in 30 days is 27 (fool.com)', () => {
    expect(dsoAverage(inputs({ before: 16_000, end: 20_000, billed: 20_000 }))?.toNumber()).toBe(27)
  })
})

describe('ratios', () => {
  it('average days delinquent is DSO less the best possible', () => {
    const of = inputs({ end: 900, notDue: 600, billed: 1800 })
    expect(dsoBest(of)?.toNumber()).toBe(10)
    expect(averageDaysDelinquent(of)?.toNumber()).toBe(5)
  })

  it('turnover divides what was billed by the mean of what is open', () => {
    expect(turnover(inputs({ before: 100, end: 300, billed: 900 }))?.toNumber()).toBe(4.5)
  })

  it('there is none where the denominator is not above zero', () => {
    const of = inputs({ end: 100 })
    expect([dsoEnding(of), dsoAverage(of), dsoBest(of), averageDaysDelinquent(of)]).toEqual([null, null, null, null])
    expect([turnover(inputs({})), topShare([], 1), herfindahl([])]).toEqual([null, null, null])
  })

  it('largest customers and HHI: 50, 30, 20 % are 2,500 + 900 + 400', () => {
    expect(topShare([30, 50, 20], 1)?.toNumber()).toBe(50)
    expect(topShare([30, 50, 20], 5)?.toNumber()).toBe(100)
    expect(herfindahl([30, 50, 20])?.toNumber()).toBe(3800)
    expect(herfindahl([7])?.toNumber()).toBe(10_000)
  })
})

describe('count-back', () => {
  it('takes whole months from the latest and the last one in proportion', () => {
    // 1,500 open: June 900 of 900 (30 days), May 600 of 1,240 (31 days): 30 + 15 = 45
    const steps = countBack(1500, [
      { days: 30, billed: 900 },
      { days: 31, billed: 1240 },
    ])
    expect(steps).toEqual([
      { days: 30, open: 900, billed: 900 },
      { days: 31, open: 600, billed: 1240 },
    ])
    expect(countBackDays(steps ?? []).toNumber()).toBe(45)
  })

  it('a month without billing counts its days; more open than was ever billed has no answer', () => {
    const months = [
      { days: 30, billed: 0 },
      { days: 31, billed: 100 },
    ]
    expect(countBackDays(countBack(100, months) ?? []).toNumber()).toBe(61)
    expect(countBack(101, months)).toBeNull()
    expect(countBack(0, months)).toEqual([])
  })

  it('goes back by calendar months, the latest only until its day', () => {
    expect(monthsBack(day('2024-03-15'), 4)).toEqual([
      { month: '2024-03', days: 15 },
      { month: '2024-02', days: 29 },
      { month: '2024-01', days: 31 },
      { month: '2023-12', days: 31 },
    ])
  })
})

const path = sharedData('standards/metrics-examples.csv')

test.skipIf(path === null || !existsSync(path))('the collected examples are the ones above', () => {
  const text = readFileSync(path ?? '', 'utf8')
  const numbers = (line: string) => (line.match(/[\d.]+/g) ?? []).map(Number)
  const lines = text.split('\n').filter((l) => l.startsWith('CEI,') || l.startsWith('DSO,'))
  expect(lines.length).toBe(4)
  for (const line of lines) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers(line)
    if (line.startsWith('CEI,')) {
      const found = collectionEffectiveness(inputs({ before: a, billed: b, end: c, notDue: d }))
      expect(found?.toNumber()).toBe(e)
    } else if (line.includes('avg'))
      expect(dsoAverage(inputs({ before: a, end: a, billed: b, days: c }))?.toNumber()).toBe(d)
    else {
      const days = line.includes('91 days') ? 91 : c
      expect(dsoEnding(inputs({ end: a, billed: b, days }))?.toNumber()).toBeCloseTo(d, 1)
    }
  }
})
