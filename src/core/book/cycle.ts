// Cycles of a contract: always counted from the anchor, so that the 31st never drifts; and how much of a cycle some of its days are.
import { addDays, addMonths, type Day, daysBetween, parts } from '../base/day.ts'
import { type Exact, exact } from '../base/decimal.ts'
import type { Span } from './contract.ts'

/** Half-open: `from` is in, `until` is not. */
export interface Days {
  readonly from: Day
  readonly until: Day
}

/** Start of the n-th cycle; the anchor starts cycle 0, earlier ones are negative. */
export function cycleStart(anchor: Day, every: Span, n: number): Day {
  return every.unit === 'months' ? addMonths(anchor, n * every.n) : addDays(anchor, n * every.n)
}

/** The number of the cycle that a day is in. */
export function cycleOf(anchor: Day, every: Span, d: Day): number {
  if (every.unit === 'days') return Math.floor(daysBetween(anchor, d) / every.n)
  const a = parts(anchor)
  const b = parts(d)
  const months = (b.year - a.year) * 12 + b.month - a.month
  // The day may still lie in the month before its cycle turns.
  const n = Math.floor(months / every.n)
  return cycleStart(anchor, every, n) > d ? n - 1 : n
}

/** All cycles that have a day in `within`, in order. */
export function cyclesWithin(anchor: Day, every: Span, within: Days): readonly Days[] {
  const cycles: Days[] = []
  if (within.from >= within.until) return cycles
  for (let n = cycleOf(anchor, every, within.from); ; n++) {
    const from = cycleStart(anchor, every, n)
    if (from >= within.until) return cycles
    cycles.push({ from, until: cycleStart(anchor, every, n + 1) })
  }
}

/** Days between two dates in a year of twelve months of thirty days; the 31st counts as the 30th. */
function days360(a: Day, b: Day): number {
  const x = parts(a)
  const y = parts(b)
  return (y.year - x.year) * 360 + (y.month - x.month) * 30 + Math.min(y.date, 30) - Math.min(x.date, 30)
}

/** How much of a cycle lies before `d`, from 0 at its start to 1 at its end, never falling. */
export function elapsed(cycle: Days, every: Span, d: Day, proration: 'day' | 'fixed30'): Exact {
  if (d <= cycle.from) return exact(0)
  if (d >= cycle.until) return exact(1)
  if (proration === 'day' || every.unit === 'days')
    return exact(daysBetween(cycle.from, d)).div(daysBetween(cycle.from, cycle.until))
  const part = exact(days360(cycle.from, d)).div(30 * every.n)
  return part.gt(1) ? exact(1) : part
}

/** How much of a cycle some of its days are. Parts that follow each other add up exactly. */
export function fractionOf(cycle: Days, every: Span, days: Days, proration: 'day' | 'fixed30'): Exact {
  return elapsed(cycle, every, days.until, proration).minus(elapsed(cycle, every, days.from, proration))
}
