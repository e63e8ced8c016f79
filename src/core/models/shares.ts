// A, B, C by cumulative share: who together bring the first 80 %, the next 15 %, the rest.
import { exact } from '../base/decimal.ts'

export type Grade = 'A' | 'B' | 'C'
export const grades = ['A', 'B', 'C'] as const

export interface ShareRule {
  /** Cumulative shares that end A and B, as fractions. */
  readonly a: number
  readonly b: number
}

export interface Graded {
  readonly grade: Grade
  /** What those with more bring together: the customer is within a line as long as this is below it. */
  readonly before: number
}

/**
 * The customer who crosses a line still belongs to the better class: the share of those who bring *more* decides, so equal
 * amounts are graded equally whatever their order. Amounts of zero or less are C and no part of the whole.
 */
export function gradeByShare(amounts: readonly number[], rule: ShareRule): readonly Graded[] {
  const lines = shareLines(amounts, rule)
  const before = amountsBefore(amounts)
  return amounts.map((amount) => {
    const more = before.get(amount) ?? 0
    return { before: more, grade: gradeOf(amount, more, lines) }
  })
}

/** The amounts at which A and B end: the shares of the sum of positive amounts, not rounded. */
export function shareLines(amounts: readonly number[], rule: ShareRule): { a: number; b: number; whole: number } {
  const whole = amounts.reduce((sum, amount) => sum + Math.max(amount, 0), 0)
  const line = (fraction: number) => exact(String(fraction)).times(whole).toNumber()
  return { a: line(rule.a), b: line(rule.b), whole }
}

function gradeOf(amount: number, before: number, lines: { a: number; b: number }): Grade {
  if (amount <= 0) return 'C'
  if (before < lines.a) return 'A'
  return before < lines.b ? 'B' : 'C'
}

/** For each distinct amount, the sum of all greater ones. */
function amountsBefore(amounts: readonly number[]): ReadonlyMap<number, number> {
  const sorted = Float64Array.from(amounts).sort().reverse()
  const before = new Map<number, number>()
  let sum = 0
  for (const amount of sorted) {
    if (!before.has(amount)) before.set(amount, sum)
    if (amount > 0) sum += amount
  }
  return before
}

/**
 * The smallest amount with which the one at `index` would reach a better grade, all others staying as they are; null when
 * there is no better one. Found by halving: a larger amount never has a worse grade.
 */
export function amountForBetter(amounts: readonly number[], index: number, rule: ShareRule): number | null {
  const current = gradeByShare(amounts, rule)[index]?.grade ?? 'C'
  if (current === 'A') return null
  const gradeWith = (amount: number): Grade => {
    let before = 0
    let whole = Math.max(amount, 0)
    amounts.forEach((other, i) => {
      if (i === index || other <= 0) return
      whole += other
      if (other > amount) before += other
    })
    const line = (fraction: number) => exact(String(fraction)).times(whole).toNumber()
    return gradeOf(amount, before, { a: line(rule.a), b: line(rule.b) })
  }
  const better = (amount: number) => gradeWith(amount) < current
  let low = Math.max(amounts[index] ?? 0, 0)
  let high = maximum(amounts) + 1
  if (!better(high)) return null
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (better(middle)) high = middle
    else low = middle
  }
  return high
}

function maximum(amounts: readonly number[]): number {
  let max = 0
  for (const amount of amounts) if (amount > max) max = amount
  return max
}
