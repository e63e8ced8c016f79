// Periods as people name them; inside the code half-open: `from` is in, `until` is not.
import { addDays, addMonths, type Day, dayFrom, isDay, parts } from './day.ts'

export interface Period {
  readonly from: Day
  readonly until: Day
  /** Canonical name: `2026-11-03`, `2026-11`, `2026Q4`, `2026`, or `from..to` with both days inside. */
  readonly name: string
}

export function monthPeriod(year: number, month: number): Period {
  const from = dayFrom(year, month, 1)
  return { from, until: addMonths(from, 1), name: from.slice(0, 7) }
}

function quarterPeriod(year: number, quarter: number): Period {
  const from = dayFrom(year, quarter * 3 - 2, 1)
  return { from, until: addMonths(from, 3), name: `${year}Q${quarter}` }
}

function yearPeriod(year: number): Period {
  const from = dayFrom(year, 1, 1)
  return { from, until: addMonths(from, 12), name: String(year) }
}

export function dayPeriod(d: Day): Period {
  return { from: d, until: addDays(d, 1), name: d }
}

/** Both days inclusive; null when `to` is before `from`. */
export function between(from: Day, to: Day): Period | null {
  return to < from ? null : { from, until: addDays(to, 1), name: `${from}..${to}` }
}

/**
 * `2026-11-03`, `2026-11`, `2026Q4`, `2026`, `2026-01-05..2026-02-10` (both inclusive), `today`, `yesterday`,
 * `this|last|next month|quarter|year` (本月, 上月, 下月, 本季, 上季, 今年, 去年), relative to `today`. Null for anything else.
 */
export function parsePeriod(text: string, today: Day): Period | null {
  const t = text.trim()
  if (isDay(t)) return dayPeriod(t)
  const range = /^(\S+?)\.\.(\S+)$/.exec(t)
  if (range !== null) {
    const [, a = '', b = ''] = range
    return isDay(a) && isDay(b) ? between(a, b) : null
  }
  const month = /^(\d{4})-(\d{2})$/.exec(t)
  if (month !== null) {
    const m = Number(month[2])
    return validYear(Number(month[1])) && m >= 1 && m <= 12 ? monthPeriod(Number(month[1]), m) : null
  }
  const quarter = /^(\d{4})-?[Qq]([1-4])$/.exec(t)
  if (quarter !== null)
    return validYear(Number(quarter[1])) ? quarterPeriod(Number(quarter[1]), Number(quarter[2])) : null
  if (/^\d{4}$/.test(t)) return validYear(Number(t)) ? yearPeriod(Number(t)) : null
  return relativePeriod(t, today)
}

function validYear(year: number): boolean {
  return year >= 1000 && year < 9999
}

const relative: Readonly<Record<string, readonly ['month' | 'quarter' | 'year', number]>> = {
  'this month': ['month', 0],
  'last month': ['month', -1],
  'next month': ['month', 1],
  'this quarter': ['quarter', 0],
  'last quarter': ['quarter', -1],
  'next quarter': ['quarter', 1],
  'this year': ['year', 0],
  'last year': ['year', -1],
  'next year': ['year', 1],
  本月: ['month', 0],
  上月: ['month', -1],
  下月: ['month', 1],
  本季: ['quarter', 0],
  上季: ['quarter', -1],
  今年: ['year', 0],
  去年: ['year', -1],
}

function relativePeriod(text: string, today: Day): Period | null {
  const t = text.toLowerCase().replace(/[\s-]+/g, ' ')
  if (t === 'today' || t === '今天') return dayPeriod(today)
  if (t === 'yesterday' || t === '昨天') return dayPeriod(addDays(today, -1))
  const found = relative[t]
  if (found === undefined) return null
  const [unit, offset] = found
  const size = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12
  const { year, month } = parts(addMonths(dayFrom(parts(today).year, parts(today).month, 1), offset * size))
  if (unit === 'month') return monthPeriod(year, month)
  return unit === 'quarter' ? quarterPeriod(year, Math.ceil(month / 3)) : yearPeriod(year)
}
