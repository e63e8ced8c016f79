// Cycles of contracts and how much of one some days are, against the facts of a billing system.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addMonths, type Day, day, isDay } from '../../src/core/base/day.ts'
import { roundHalfUp } from '../../src/core/base/decimal.ts'
import { parseSpan } from '../../src/core/book/contract.ts'
import { cycleOf, cycleStart, cyclesWithin, fractionOf } from '../../src/core/book/cycle.ts'
import { sharedData } from '../support/shared.ts'

const month = { unit: 'months', n: 1 } as const

test('a span is a count of days, weeks, months, quarters or years', () => {
  expect(['month', '2 weeks', 'quarter', '10 days', 'year'].map(parseSpan)).toEqual([
    { unit: 'months', n: 1 },
    { unit: 'days', n: 14 },
    { unit: 'months', n: 3 },
    { unit: 'days', n: 10 },
    { unit: 'months', n: 12 },
  ])
  expect(['', '0 months', '-1 month', 'fortnight', '1.5 months', '999 years'].map(parseSpan)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('cycles of the 31st turn on the last day of short months and come back to the 31st', () => {
  const cycles = cyclesWithin(day('2025-12-31'), month, { from: day('2026-01-31'), until: day('2026-04-30') })
  expect(cycles.map((c) => c.from)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
})

test('a day is in the cycle that began last, before the anchor too', () => {
  const anchor = day('2026-01-31')
  const cases: readonly (readonly [string, number])[] = [
    ['2026-01-30', -1],
    ['2026-01-31', 0],
    ['2026-02-27', 0],
    ['2026-02-28', 1],
    ['2026-03-30', 1],
    ['2026-03-31', 2],
    ['2025-12-31', -1],
    ['2025-12-30', -2],
  ]
  for (const [d, n] of cases) expect([d, cycleOf(anchor, month, day(d))]).toEqual([d, n])
  expect(cycleStart(anchor, { unit: 'days', n: 14 }, -1)).toBe('2026-01-17')
})

/** The cycle turning on the date of `turn` that begins or ends there. */
function facts(fn: string, a: Day, b: Day, mode: string): string {
  const proration = mode.startsWith('fixed') ? 'fixed30' : 'day'
  const after = fn.includes('After')
  // After the last turn (b) up to the end (a); before the first turn (b) from the start (a).
  const cycle = after ? { from: b, until: addMonths(b, 1) } : { from: addMonths(b, -1), until: b }
  const days = after ? { from: b, until: a } : { from: a, until: b }
  return roundHalfUp(fractionOf(cycle, month, days, proration), 9).toFixed(9)
}

describe('proration', () => {
  const file = sharedData('invoices/killbill_proration_facts/killbill_fixed_vs_actual_days.csv')
  test.runIf(file !== null)('agrees with every published fact to nine decimals', () => {
    const rows = readFileSync(file ?? '', 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
    expect(rows.length).toBe(18)
    for (const row of rows) {
      const [mode = '', , fn = '', a = '', b = '', , expected = ''] = row.split(',')
      if (!isDay(a) || !isDay(b)) throw new Error(row)
      expect([row, facts(fn, a, b, mode)]).toEqual([row, expected])
    }
  })

  test('half of June at the turn of the 15th is 16 of 31 days of the cycle', () => {
    const cycle = { from: day('2026-05-15'), until: day('2026-06-15') }
    const part = fractionOf(cycle, month, { from: day('2026-05-30'), until: day('2026-06-15') }, 'day')
    expect(part.times(31).toNumber()).toBe(16)
  })
})
