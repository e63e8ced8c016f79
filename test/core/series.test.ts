// Numbers of documents: one series a year, highest + 1, no gaps.
import { expect, test } from 'vitest'
import { day } from '../../src/core/base/day.ts'
import { isSeriesPattern, numberer, seriesGaps } from '../../src/core/book/series.ts'

const pattern = 'INV-{yyyy}-{nnnn}'

test('the next number is the highest of its year plus one', () => {
  const next = numberer(pattern, ['INV-2026-0002', 'INV-2026-0009', 'INV-2025-0100', 'CN-2026-0400', 'INV-2026-00011'])
  expect(next(day('2026-03-01'))).toBe('INV-2026-0010')
  expect(next(day('2026-03-01'))).toBe('INV-2026-0011')
  expect(next(day('2025-12-31'))).toBe('INV-2025-0101')
  expect(next(day('2027-01-01'))).toBe('INV-2027-0001')
})

test('a series that outgrows its width goes on counting', () => {
  const next = numberer('{yy}{nn}', ['2698', '2699'])
  expect(next(day('2026-01-01'))).toBe('26100')
  expect(numberer('{yy}{nn}', ['26100'])(day('2026-01-01'))).toBe('26101')
})

test('a number of an imported document does not raise the count and is not given out again', () => {
  const next = numberer(pattern, ['INV-2026-0001'], new Set(['INV-2026-0002', 'INV-2026-0900']))
  expect(next(day('2026-01-01'))).toBe('INV-2026-0003')
})

test('a prefix is not a series: INV-1 does not count among INV-12', () => {
  expect(numberer('INV-1{n}', ['INV-17'])(day('2026-01-01'))).toBe('INV-18')
  expect(numberer('INV-{n}', ['INV-x7', 'INV-', 'INV-7-1'])(day('2026-01-01'))).toBe('INV-1')
})

test('gaps are the numbers below the highest that nobody has', () => {
  const own = [
    ['INV-2026-0001', day('2026-01-05')],
    ['INV-2026-0004', day('2026-02-05')],
    ['INV-2025-0002', day('2025-02-05')],
  ] as const
  expect(seriesGaps(pattern, own)).toEqual(['INV-2025-0001', 'INV-2026-0002', 'INV-2026-0003'])
  expect(seriesGaps(pattern, own, new Set(['INV-2026-0002']))).toEqual(['INV-2025-0001', 'INV-2026-0003'])
})

test('a pattern has one counter and nothing that a file name cannot hold', () => {
  expect(['INV-{yyyy}-{nnnn}', '{mm}{n}', 'A{nn}'].map(isSeriesPattern)).toEqual([true, true, true])
  expect(['INV', '{n}{n}', '{year}{n}', 'a/{n}', 'a b{n}'].map(isSeriesPattern)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
