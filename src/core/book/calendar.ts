// Business days: which days a due day may fall on. A year without data is refused, never guessed.
import { addDays, type Day, dayNumber } from '../base/day.ts'

/** What `crm.yaml` says: due days that fall on a free day move to the next business day. */
export interface CalendarSettings {
  /** `CN`: the holidays of the State Council with their working weekends. `weekends`: Saturdays and Sundays, nothing else. */
  readonly base: 'CN' | 'weekends'
  /** More free days; a year that has one counts as known. */
  readonly holidays: readonly Day[]
  /** Weekend days that are worked. */
  readonly workdays: readonly Day[]
}

/** A line of holidays.csv. */
export interface SpecialDay {
  readonly date: Day
  readonly kind: 'holiday' | 'workday'
  readonly name: string
}

/** A calendar with more days; on a day that is given both ways it is worked. */
export function withSpecialDays(calendar: CalendarSettings, days: readonly SpecialDay[]): CalendarSettings {
  const of = (kind: SpecialDay['kind']) => days.filter((d) => d.kind === kind).map((d) => d.date)
  return {
    ...calendar,
    holidays: [...calendar.holidays, ...of('holiday')],
    workdays: [...calendar.workdays, ...of('workday')],
  }
}

/** Free days from the first to the last, both inclusive, and the weekend days worked for them. */
interface YearOfHolidays {
  readonly free: readonly (readonly [first: string, last: string])[]
  readonly worked: readonly string[]
}

/**
 * 国务院办公厅关于部分节假日安排的通知 of 2024-11-12 for 2025 and of 2025-11-04 for 2026 (gov.cn; 2026 read at
 * politics.gmw.cn/2025-11/04/content_38391083.htm). A year is added when its notice is out, usually in November of the year before.
 */
const china: Readonly<Record<string, YearOfHolidays>> = {
  '2025': {
    free: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    free: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}

function isWeekend(d: Day): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(d) + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** Null for a day of a year that neither the base nor the book has holidays of. */
export function isBusinessDay(d: Day, calendar: CalendarSettings): boolean | null {
  if (calendar.workdays.includes(d)) return true
  if (calendar.holidays.includes(d)) return false
  if (calendar.base === 'weekends') return !isWeekend(d)
  const year = d.slice(0, 4)
  const known = china[year]
  if (known === undefined) return calendar.holidays.some((h) => h.startsWith(year)) ? !isWeekend(d) : null
  if (known.worked.includes(d)) return true
  return !isWeekend(d) && !known.free.some(([first, last]) => d >= first && d <= last)
}

/** The day itself or the next business day; null where the calendar does not know the year. */
export function followingBusinessDay(d: Day, calendar: CalendarSettings): Day | null {
  for (let next = d; ; next = addDays(next, 1)) {
    const open = isBusinessDay(next, calendar)
    if (open === null) return null
    if (open) return next
  }
}

/** The years that a calendar knows, for the message about one that it does not. */
export function knownYears(calendar: CalendarSettings): readonly string[] {
  return [...new Set([...Object.keys(china), ...calendar.holidays.map((h) => h.slice(0, 4))])].sort()
}
