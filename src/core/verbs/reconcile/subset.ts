// Which amounts sum exactly to another: all answers up to a few, within a bounded search.
import type { Minor } from '../../base/money.ts'

export type Subset =
  | { readonly found: 'one'; readonly indexes: readonly number[] }
  /** The first two of them. */
  | { readonly found: 'several'; readonly choices: readonly (readonly number[])[] }
  | { readonly found: 'none' | 'too-many' }

/** Steps of the search; with thirty amounts and more it may end before it knows. */
const mostSteps = 20_000

/** `amounts` are positive. `several`: at least two different choices fit. */
export function subsetOf(amounts: readonly Minor[], target: Minor): Subset {
  const order = amounts.map((_, i) => i).sort((a, b) => (amounts[b] ?? 0) - (amounts[a] ?? 0) || a - b)
  const rest = new Array<Minor>(order.length + 1).fill(0)
  for (let i = order.length - 1; i >= 0; i--) rest[i] = (rest[i + 1] ?? 0) + (amounts[order[i] ?? 0] ?? 0)
  const chosen: number[] = []
  const answers: number[][] = []
  let steps = 0
  const search = (at: number, missing: Minor): void => {
    if (++steps > mostSteps || answers.length > 1) return
    if (missing === 0) {
      answers.push([...chosen].sort((a, b) => a - b))
      return
    }
    if (at === order.length || missing < 0 || missing > (rest[at] ?? 0)) return
    const index = order[at] ?? 0
    chosen.push(index)
    search(at + 1, missing - (amounts[index] ?? 0))
    chosen.pop()
    search(at + 1, missing)
  }
  search(0, target)
  if (answers.length > 1) return { found: 'several', choices: answers }
  if (steps > mostSteps) return { found: 'too-many' }
  const [only] = answers
  return only === undefined ? { found: 'none' } : { found: 'one', indexes: only }
}

/** A sum of several documents is booked only where a fit by chance is rarer than this. */
export const mostChance = 0.001

/**
 * How many choices would be expected to fit by chance if sums were spread evenly: choices of as many ÷ steps of the smallest amount chosen, for
 * that one decides how exactly a sum is hit: with a rest of a few cents almost any amount can be made up, and so it can with round
 * amounts (100, 200, 300), which leave few possible sums.
 */
export function chanceOf(amounts: readonly Minor[], chosen: readonly Minor[]): number {
  const unit = commonUnit(amounts)
  return unit === 0 ? 1 : choices(amounts.length, chosen.length) / (Math.min(...chosen) / unit)
}

function choices(n: number, k: number): number {
  let count = 1
  for (let i = 1; i <= Math.min(k, n - k); i++) count = (count * (n + 1 - i)) / i
  return count
}

/** The greatest amount that all are multiples of; 0 of none. */
export function commonUnit(amounts: readonly Minor[]): Minor {
  return amounts.reduce(greatestCommonDivisor, 0)
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
