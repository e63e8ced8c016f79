// What a quantity used costs: graduated and volume tiers, a part included, whole packages.
import { type Exact, exact } from '../base/decimal.ts'

export interface Tier {
  /** Up to and including this quantity, exact decimal text; the last tier has none. */
  readonly upTo?: string
  /** For one unit (or package), up to 12 decimals. */
  readonly price: string
  /** Charged once when the tier is reached. */
  readonly fee?: string
}

export interface TierRules {
  /** In order of `upTo`. */
  readonly tiers: readonly Tier[]
  /** `graduated`: each tier's price for its own part. `volume`: the price of the tier reached for all of it. */
  readonly mode: 'graduated' | 'volume'
  readonly included: Exact
  /** Zero: sold by the unit. */
  readonly package: Exact
}

/** Units or packages to pay for: what exceeds the included part, packages rounded up to whole ones. */
export function billableQuantity(used: Exact, rules: TierRules): Exact {
  const over = used.minus(rules.included)
  if (over.lte(0)) return exact(0)
  return rules.package.isZero() ? over : over.div(rules.package).ceil()
}

/** Exact, not rounded. Nothing used costs nothing. */
export function tieredPrice(used: Exact, rules: TierRules): Exact {
  const quantity = billableQuantity(used, rules)
  if (quantity.isZero()) return exact(0)
  return rules.mode === 'volume' ? volume(quantity, rules.tiers) : graduated(quantity, rules.tiers)
}

function volume(quantity: Exact, tiers: readonly Tier[]): Exact {
  const reached = tiers.find((t) => t.upTo === undefined || quantity.lte(t.upTo)) ?? tiers.at(-1)
  return reached === undefined ? exact(0) : quantity.times(reached.price).plus(reached.fee ?? '0')
}

function graduated(quantity: Exact, tiers: readonly Tier[]): Exact {
  let total = exact(0)
  let below = exact(0)
  for (const [i, tier] of tiers.entries()) {
    if (quantity.lte(below)) break
    const top = tier.upTo === undefined || i === tiers.length - 1 ? quantity : exact(tier.upTo)
    const part = (quantity.lt(top) ? quantity : top).minus(below)
    total = total.plus(part.times(tier.price)).plus(tier.fee ?? '0')
    below = top
  }
  return total
}
