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

/** A part of the quantity at its price: one line of a bill. */
export interface TierPart {
  readonly quantity: Exact
  readonly price: Exact
}

/** In order of tier, a tier's fee after its quantity. Nothing used is no part. */
export function tierParts(used: Exact, rules: TierRules): readonly TierPart[] {
  const quantity = billableQuantity(used, rules)
  if (quantity.isZero()) return []
  return rules.mode === 'volume' ? volume(quantity, rules.tiers) : graduated(quantity, rules.tiers)
}

function part(quantity: Exact, tier: Tier): TierPart[] {
  const used = { quantity, price: exact(tier.price) }
  return tier.fee === undefined ? [used] : [used, { quantity: exact(1), price: exact(tier.fee) }]
}

function volume(quantity: Exact, tiers: readonly Tier[]): readonly TierPart[] {
  const reached = tiers.find((t) => t.upTo === undefined || quantity.lte(t.upTo)) ?? tiers.at(-1)
  return reached === undefined ? [] : part(quantity, reached)
}

function graduated(quantity: Exact, tiers: readonly Tier[]): readonly TierPart[] {
  const parts: TierPart[] = []
  let below = exact(0)
  for (const [i, tier] of tiers.entries()) {
    if (quantity.lte(below)) break
    const top = tier.upTo === undefined || i === tiers.length - 1 ? quantity : exact(tier.upTo)
    parts.push(...part((quantity.lt(top) ? quantity : top).minus(below), tier))
    below = top
  }
  return parts
}
