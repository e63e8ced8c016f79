// The ratios of receivables management as pure formulas; nothing is rounded here. null where a denominator is not above zero.
import { type Day, dayFrom, endOfMonth, parts } from '../base/day.ts'
import { type Exact, exact } from '../base/decimal.ts'
import type { Minor } from '../base/money.ts'

/** One currency and one period. Amounts include tax; what is on account is not netted. */
export interface RatioInputs {
  /** Open on the day before the period. */
  readonly before: Minor
  /** Bills and fees less credit notes of the period. */
  readonly billed: Minor
  /** Open on the last day, and of that what is not due yet. */
  readonly end: Minor
  readonly notDue: Minor
  /** Days of the period. */
  readonly days: number
}

function over(numerator: Exact, denominator: Exact): Exact | null {
  return denominator.lte(0) ? null : numerator.div(denominator)
}

/** Days sales outstanding from what is open at the end: end ÷ billed × days. */
export function dsoEnding({ end, billed, days }: RatioInputs): Exact | null {
  return over(exact(end).times(days), exact(billed))
}

/** The same from the mean of what is open before and at the end. */
export function dsoAverage({ before, end, billed, days }: RatioInputs): Exact | null {
  return over(exact(before).plus(end).div(2).times(days), exact(billed))
}

/** Best possible DSO, were nothing overdue: not due ÷ billed × days. */
export function dsoBest({ notDue, billed, days }: RatioInputs): Exact | null {
  return over(exact(notDue).times(days), exact(billed))
}

/** Average days delinquent: DSO at the end less the best possible. */
export function averageDaysDelinquent(inputs: RatioInputs): Exact | null {
  const ending = dsoEnding(inputs)
  const best = dsoBest(inputs)
  return ending === null || best === null ? null : ending.minus(best)
}

/** Collection effectiveness index as a percentage: (before + billed − end) ÷ (before + billed − not due) × 100. */
export function collectionEffectiveness({ before, billed, end, notDue }: RatioInputs): Exact | null {
  const reached = exact(before).plus(billed)
  return over(reached.minus(end).times(100), reached.minus(notDue))
}

/** How often what is open turned over in the period: billed ÷ mean of what is open before and at the end. */
export function turnover({ before, billed, end }: RatioInputs): Exact | null {
  return over(exact(billed), exact(before).plus(end).div(2))
}

export interface BilledMonth {
  readonly days: number
  readonly billed: Minor
}

/** Months back from a day, the latest first; the latest ends on that day and counts only its days until then. */
export function monthsBack(last: Day, count: number): { readonly month: string; readonly days: number }[] {
  const { year, month, date } = parts(last)
  return Array.from({ length: count }, (_, back) => {
    const n = year * 12 + month - 1 - back
    const name = `${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`
    return {
      month: name,
      days: back === 0 ? date : parts(endOfMonth(dayFrom(Math.floor(n / 12), (n % 12) + 1, 1))).date,
    }
  })
}

/** A part of count-back: all days of a month, or the share of it that is still open. */
export interface CountBackStep {
  readonly days: number
  /** Of `billed`; equal to it where the whole month is still open. */
  readonly open: Minor
  readonly billed: Minor
}

/**
 * Count-back: what is open is taken off the billing of the latest months first; whole months count all their days, the last one in
 * proportion. Months without billing count their days. null where the billing known does not reach what is open.
 */
export function countBack(end: Minor, months: readonly BilledMonth[]): readonly CountBackStep[] | null {
  const steps: CountBackStep[] = []
  let left = end
  for (const { days, billed } of months) {
    if (left <= 0) return steps
    const open = billed <= 0 ? 0 : Math.min(left, billed)
    steps.push({ days, open, billed: Math.max(billed, 0) })
    left -= open
  }
  return left <= 0 ? steps : null
}

export function countBackDays(steps: readonly CountBackStep[]): Exact {
  return steps.reduce(
    (sum, { days, open, billed }) => sum.plus(open === billed ? days : exact(open).times(days).div(billed)),
    exact(0),
  )
}

/** Percentage of the whole that the largest `count` amounts make. */
export function topShare(amounts: readonly Minor[], count: number): Exact | null {
  const sorted = [...amounts].sort((a, b) => b - a)
  const whole = sorted.reduce((sum, a) => sum.plus(a), exact(0))
  const top = sorted.slice(0, count).reduce((sum, a) => sum.plus(a), exact(0))
  return over(top.times(100), whole)
}

/** Herfindahl–Hirschman index: the sum of squared percentage shares, 10,000 for a single customer. */
export function herfindahl(amounts: readonly Minor[]): Exact | null {
  const whole = amounts.reduce((sum, a) => sum.plus(a), exact(0))
  if (whole.lte(0)) return null
  return amounts.reduce((sum, a) => sum.plus(exact(a).times(100).div(whole).pow(2)), exact(0))
}
