// The day on which a customer is billed, in every month of a century.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysInMonth, parts } from '../../src/core/base/day.ts'
import { lastBillDay } from '../../src/core/book/bill-day.ts'

test('no cycle is any day', () => {
  expect(lastBillDay({}, day('2026-11-25'))).toBe('2026-11-25')
})

test('the date of a month, or the last one of a short month', () => {
  expect(lastBillDay({ day: 25 }, day('2026-11-24'))).toBe('2026-10-25')
  expect(lastBillDay({ day: 25 }, day('2026-11-25'))).toBe('2026-11-25')
  expect(lastBillDay({ day: 31 }, day('2026-03-01'))).toBe('2026-02-28')
  expect(lastBillDay({ every: 'month' }, day('2026-05-30'))).toBe('2026-04-30')
})

test('quarters and years count from December, anything else from the day that is said', () => {
  expect(lastBillDay({ every: 'quarter' }, day('2026-11-25'))).toBe('2026-09-30')
  expect(lastBillDay({ every: 'quarter', day: 20 }, day('2026-11-25'))).toBe('2026-09-20')
  expect(lastBillDay({ every: '2 weeks', anchor: day('2026-11-02') }, day('2026-11-29'))).toBe('2026-11-16')
})

test('from 1999 to 2101 every month has its bill day, and none drifts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 37_600 }), (date, after) => {
      const on = addDays(day('1999-01-01'), after)
      const found = lastBillDay({ day: date }, on)
      const { year, month } = parts(found)
      expect(parts(found).date).toBe(Math.min(date, daysInMonth(year, month)))
      expect(found <= on && addDays(found, 31) >= on).toBe(true)
    }),
  )
})
