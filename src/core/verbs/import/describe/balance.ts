// Balances prove which column is the amount and with which sign: each is the one before it and the amount between.
import type { Exact } from '../../../base/decimal.ts'

export interface Movement {
  readonly amount: Exact
  readonly balance: Exact
}

/** `plain` where amounts are added, `reversed` where they are taken off, in the order of the file or against it; null where neither holds. */
export function provenSign(movements: readonly Movement[]): 'plain' | 'reversed' | null {
  const moved = movements.filter((m) => !m.amount.isZero())
  if (movements.length < 3 || moved.length < 2) return null
  for (const [sign, factor] of [
    ['plain', 1],
    ['reversed', -1],
  ] as const) {
    const holds = (earlier: Movement | undefined, later: Movement | undefined) =>
      earlier === undefined ||
      later === undefined ||
      earlier.balance.plus(later.amount.times(factor)).equals(later.balance)
    const pairs = movements.slice(1).map((m, i) => [movements[i], m] as const)
    if (pairs.every(([a, b]) => holds(a, b)) || pairs.every(([a, b]) => holds(b, a))) return sign
  }
  return null
}
