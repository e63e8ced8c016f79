// What a line of a contract costs on a day: its price, its steps, the indexation and the discounts that have begun.
import { addDays, type Day } from '../base/day.ts'
import { type Exact, exact } from '../base/decimal.ts'
import { compareText } from '../base/order.ts'
import { type Contract, type ContractLine, type Indexation, parseSpan } from './contract.ts'
import { cycleStart, type Days } from './cycle.ts'
import type { Tier, TierRules } from './tiers.ts'

/** Of one cycle. Exact; an indexed price is rounded half up to the decimals of the price it came from, at least two. */
export interface Charge {
  readonly quantity: Exact
  readonly price: Exact
}

/** Quantity and price as the line and its steps say, before indexation and discounts. */
export function agreedOn(line: ContractLine, on: Day): { readonly quantity: string; readonly price: string } {
  let quantity = line.quantity ?? '1'
  let price = line.price ?? '0'
  for (const step of line.steps ?? []) {
    if (step.from > on) break
    quantity = step.quantity ?? quantity
    price = step.price ?? price
  }
  return { quantity, price }
}

/** Usage: the tiers that hold on a day, with indexation and discounts. One price is a single tier. */
function tiersOn(contract: Contract, line: ContractLine, on: Day): readonly Tier[] {
  const step = (line.steps ?? []).findLast((s) => s.from <= on && (s.tiers !== undefined || s.price !== undefined))
  const { tiers, price } = step ?? line
  const at = { on, agreed: step?.from ?? null }
  const agreed = tiers ?? (price === undefined ? [] : [{ price }])
  const now = (text: string) => adjusted(contract, exact(text), at).toFixed()
  return agreed.map(({ price: each, fee, ...tier }) => ({
    ...tier,
    price: now(each),
    ...(fee === undefined ? {} : { fee: now(fee) }),
  }))
}

/** Usage through some days: the tiers with the first day of each, where they change. */
export function tiersWithin(
  contract: Contract,
  line: ContractLine,
  days: Days,
): readonly { readonly from: Day; readonly tiers: readonly Tier[] }[] {
  const found = [{ from: days.from, tiers: tiersOn(contract, line, days.from) }]
  for (const from of turnsOf(contract, line, days)) {
    const tiers = tiersOn(contract, line, from)
    if (JSON.stringify(tiers) !== JSON.stringify(found.at(-1)?.tiers)) found.push({ from, tiers })
  }
  return found
}

/** Usage: how a cycle that begins on a day is counted. */
export function countingOn(line: ContractLine, on: Day): Omit<TierRules, 'tiers'> {
  const said = [line, ...(line.steps ?? []).filter((s) => s.from <= on)]
  return {
    mode: said.findLast((s) => s.tierMode !== undefined)?.tierMode ?? 'graduated',
    included: exact(said.findLast((s) => s.included !== undefined)?.included ?? '0'),
    package: exact(said.findLast((s) => s.package !== undefined)?.package ?? '0'),
  }
}

/** Least and most of a cycle that begins on a day. */
export function boundsOn(contract: Contract, on: Day): { readonly minimum?: string; readonly maximum?: string } {
  const said = [contract, ...(contract.bounds ?? []).filter((b) => b.from <= on)]
  const minimum = said.findLast((b) => b.minimum !== undefined)?.minimum
  const maximum = said.findLast((b) => b.maximum !== undefined)?.maximum
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}

export function chargeOn(contract: Contract, line: ContractLine, on: Day): Charge {
  const { quantity, price } = agreedOn(line, on)
  // A step that names a price replaces what indexation made of the earlier one.
  const agreed = (line.steps ?? []).findLast((s) => s.price !== undefined && s.from <= on)?.from ?? null
  return { quantity: exact(quantity), price: adjusted(contract, exact(price), { on, agreed }) }
}

/** A price as indexation and discounts have it on a day; `agreed` is the day from which the price itself holds, if any. */
export function adjusted(
  contract: Contract,
  price: Exact,
  at: { readonly on: Day; readonly agreed: Day | null },
): Exact {
  const indexed = (contract.indexation ?? [])
    .flatMap((rise) => risesUpTo(rise, at.on))
    .filter(({ from }) => at.agreed === null || from > at.agreed)
    .sort((a, b) => compareText(a.from, b.from))
    .reduce((p, { percent }) => roundLike(p.times(exact(100).plus(percent)).div(100), price), price)
  const off = discountsOn(contract, at.on)
  return off.reduce((p, percent) => p.times(exact(100).minus(percent)).div(100), indexed)
}

function roundLike(value: Exact, like: Exact): Exact {
  return value.toDecimalPlaces(Math.max(2, like.decimalPlaces()))
}

function discountsOn(contract: Contract, on: Day): readonly string[] {
  const dated = (contract.discounts ?? []).filter(
    (d) => (d.from === undefined || d.from <= on) && (d.until === undefined || on <= d.until),
  )
  return [...(contract.discount === undefined ? [] : [contract.discount]), ...dated.map((d) => d.percent)]
}

interface Rise {
  readonly from: Day
  readonly percent: string
}

/** Each time an indexation has raised the price up to and including a day. */
function risesUpTo(rise: Indexation, upTo: Day): readonly Rise[] {
  const every = rise.every === undefined ? null : parseSpan(rise.every)
  const last = rise.until === undefined || rise.until > upTo ? upTo : rise.until
  if (every === null) return rise.from <= last ? [{ from: rise.from, percent: rise.percent }] : []
  const rises: Rise[] = []
  for (let n = 0; ; n++) {
    const from = cycleStart(rise.from, every, n)
    if (from > last) return rises
    rises.push({ from, percent: rise.percent })
  }
}

/** What a line costs through some days: each charge with its first day, the first one on the first of the days. */
export function chargesWithin(
  contract: Contract,
  line: ContractLine,
  days: Days,
): readonly (Charge & { readonly from: Day })[] {
  const charges = [{ from: days.from, ...chargeOn(contract, line, days.from) }]
  for (const from of turnsOf(contract, line, days)) {
    const next = chargeOn(contract, line, from)
    const last = charges.at(-1)
    if (last === undefined || !last.price.eq(next.price) || !last.quantity.eq(next.quantity))
      charges.push({ from, ...next })
  }
  return charges
}

/** The days on which the charge of a line may turn, in order: after `from` and before `until`. */
function turnsOf(contract: Contract, line: ContractLine, days: Days): readonly Day[] {
  const last = addDays(days.until, -1)
  const found = [
    ...(line.steps ?? []).map((s) => s.from),
    ...(contract.discounts ?? []).flatMap((d) => [
      ...(d.from === undefined ? [] : [d.from]),
      ...(d.until === undefined ? [] : [addDays(d.until, 1)]),
    ]),
    ...(contract.indexation ?? []).flatMap((rise) => risesUpTo(rise, last).map((r) => r.from)),
  ]
  return [...new Set(found.filter((d) => d > days.from && d < days.until))].sort()
}

/** The first day on which what recurs is charged: the start, or the day after the trial. */
export function chargedFrom(contract: Contract): Day {
  const trial = contract.trial === undefined ? null : parseSpan(contract.trial)
  return trial === null ? contract.start : cycleStart(contract.start, trial, 1)
}
