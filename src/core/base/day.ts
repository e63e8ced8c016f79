// Civil days. A Day is an ISO string; columns and arithmetic count days since 1970-01-01 (DayNumber).

/** An ISO 8601 calendar day, `2026-11-22`, known to exist. Compares correctly with `<`. */
export type Day = string & { readonly day: unique symbol }

/** Days since 1970-01-01, the form in which columns hold a day. */
export type DayNumber = number

/** The value of a day column where a row has no such day. */
export const noDay: DayNumber = -0x80000000

const form = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for an existing day written `yyyy-mm-dd`, years 1000 to 9999. */
export function isDay(text: string): text is Day {
  const found = form.exec(text)
  if (found === null) return false
  const year = Number(found[1])
  const month = Number(found[2])
  const date = Number(found[3])
  return year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** For literals in code and tests; throws on a day that does not exist. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Year, month (from 1) and date of a day. */
export function parts(d: Day): { year: number; month: number; date: number } {
  return { year: Number(d.slice(0, 4)), month: Number(d.slice(5, 7)), date: Number(d.slice(8, 10)) }
}

/** The day of a year, month (from 1) and date that are known to exist; throws otherwise. */
export function dayFrom(year: number, month: number, date: number): Day {
  const pad = (n: number, width: number) => String(n).padStart(width, '0')
  return day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)
}

/** Howard Hinnant's days_from_civil, https://howardhinnant.github.io/date_algorithms.html */
export function dayNumber(d: Day): DayNumber {
  const { year, month, date } = parts(d)
  return numberFromCivil(year, month, date)
}

/** The same from numbers, for readers that scan bytes. The day must exist. */
export function numberFromCivil(year: number, month: number, date: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The inverse of `dayNumber`. */
export function dayOf(n: DayNumber): Day {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return dayFrom(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

export function addDays(d: Day, n: number): Day {
  return dayOf(dayNumber(d) + n)
}

/** The same date n months later, or the last day of that month. Schedules must add from their anchor, never step by step. */
export function addMonths(d: Day, n: number): Day {
  const { year, month, date } = parts(d)
  const count = year * 12 + (month - 1) + n
  const y = Math.floor(count / 12)
  const m = (count % 12) + 1
  return dayFrom(y, m, Math.min(date, daysInMonth(y, m)))
}

export function endOfMonth(d: Day): Day {
  const { year, month } = parts(d)
  return dayFrom(year, month, daysInMonth(year, month))
}

/** Days from a to b; negative when b is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a)
}

/** `yyyy-mm`, the name of the month files. */
export function monthOf(d: Day): string {
  return d.slice(0, 7)
}

export function earlierDay(a: Day, b: Day): Day {
  return dayOf(Math.min(dayNumber(a), dayNumber(b)))
}

export function laterDay(a: Day, b: Day): Day {
  return dayOf(Math.max(dayNumber(a), dayNumber(b)))
}
