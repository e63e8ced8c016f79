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

/** `graduated`: each tier's price for its own part. `volume`: the price of the tier reached for all of it. */
export const tierModes = ['graduated', 'volume'] as const
export type TierMode = (typeof tierModes)[number]

export interface TierRules {
  /** In order of `upTo`. */
  readonly tiers: readonly Tier[]
  readonly mode: TierMode
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

/** What one cycle had used before and after some of its days, and in the end. */
export interface Used {
  readonly before: Exact
  readonly after: Exact
  readonly total: Exact
  /** These are the last days of the cycle. */
  readonly last: boolean
}

/**
 * What the days between before and after cost, in order of tier, a tier's fee after its quantity; less used after than before is given back.
 * Days that follow each other at the same tiers add up to what they cost together.
 */
export function tierParts(used: Used, rules: TierRules): readonly TierPart[] {
  const [before, after] = [billableQuantity(used.before, rules), billableQuantity(used.after, rules)]
  if (rules.mode === 'volume') {
    const total = billableQuantity(used.total, rules)
    return volume(after.minus(before), { total, last: used.last }, rules.tiers)
  }
  return after.gt(before)
    ? graduated(before, after, rules.tiers)
    : graduated(after, before, rules.tiers).map((p) => ({ ...p, quantity: p.quantity.neg() }))
}

function feeOf(tier: Tier): TierPart[] {
  return tier.fee === undefined ? [] : [{ quantity: exact(1), price: exact(tier.fee) }]
}

/** The fee of the tier that was reached comes with the last days. */
function volume(
  quantity: Exact,
  { total, last }: { readonly total: Exact; readonly last: boolean },
  tiers: readonly Tier[],
): readonly TierPart[] {
  const reached = tiers.find((t) => t.upTo === undefined || total.lte(t.upTo)) ?? tiers.at(-1)
  if (reached === undefined) return []
  const used = quantity.isZero() ? [] : [{ quantity, price: exact(reached.price) }]
  return last && total.gt(0) ? [...used, ...feeOf(reached)] : used
}

function graduated(before: Exact, after: Exact, tiers: readonly Tier[]): readonly TierPart[] {
  const parts: TierPart[] = []
  let below = exact(0)
  for (const [i, tier] of tiers.entries()) {
    if (after.lte(below)) break
    const top = tier.upTo === undefined || i === tiers.length - 1 ? after : exact(tier.upTo)
    const [from, to] = [before.gt(below) ? before : below, after.lt(top) ? after : top]
    if (to.gt(from)) parts.push({ quantity: to.minus(from), price: exact(tier.price) })
    // A tier is reached by the first unit in it.
    if (before.lte(below)) parts.push(...feeOf(tier))
    below = top
  }
  return parts
}
