// Business days, against the published arrangements and a year that nobody has published yet.
import { isWorkday } from 'chinese-days'
import { expect, test } from 'vitest'
import { addDays, day } from '../../src/core/base/day.ts'
import { type CalendarSettings, followingBusinessDay, isBusinessDay } from '../../src/core/book/calendar.ts'

const china: CalendarSettings = { base: 'CN', holidays: [], workdays: [] }
const next = (d: string, calendar = china) => followingBusinessDay(day(d), calendar)

test('a due day in the national holidays moves to the first day worked after them', () => {
  expect(next('2026-10-01')).toBe('2026-10-08')
  expect(next('2026-02-15')).toBe('2026-02-24')
  expect(next('2025-10-01')).toBe('2025-10-09')
  expect(next('2026-09-30')).toBe('2026-09-30')
})

test('weekends that are worked for a holiday are business days', () => {
  // 2026-02-14 and 2025-09-28 are a Saturday and a Sunday (field notes, standards §5).
  expect(['2026-02-14', '2025-09-28', '2026-10-10'].map((d) => isBusinessDay(day(d), china))).toEqual([
    true,
    true,
    true,
  ])
  expect(isBusinessDay(day('2026-10-11'), china)).toBe(false)
})

test.each(['2025', '2026'])('every day of %s is free or worked as another program has it', (year) => {
  // chinese-days keeps the notices of the State Council from 2004 on.
  for (let d = day(`${year}-01-01`); d.startsWith(year); d = addDays(d, 1))
    expect([d, isBusinessDay(d, china)]).toEqual([d, isWorkday(d)])
})

test('a year without an arrangement is refused until the book states its holidays', () => {
  expect(next('2027-10-01')).toBeNull()
  expect(next('2023-10-01')).toBeNull()
  const extended = { ...china, holidays: [day('2027-10-01'), day('2027-10-04')], workdays: [day('2027-10-09')] }
  expect(next('2027-10-01', extended)).toBe('2027-10-05')
  expect(next('2027-10-09', extended)).toBe('2027-10-09')
})

test('a book of weekends only knows every year', () => {
  expect(next('2027-10-02', { base: 'weekends', holidays: [], workdays: [] })).toBe('2027-10-04')
})

test('shifting keeps the order of days and never goes back', () => {
  let last = ''
  for (
    let d = day('2025-01-01');
    d < day('2026-12-26');
    d = day(new Date(Date.parse(d) + 86_400_000).toISOString().slice(0, 10))
  ) {
    const shifted = next(d) ?? ''
    expect(shifted >= d && shifted >= last).toBe(true)
    last = shifted
  }
})
