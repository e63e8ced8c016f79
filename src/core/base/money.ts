// Amounts as whole minor units (cents, fen), safe integers; every rounding of the product happens here or in a function that says so.
import { type Currency, decimalsOf } from './currency.ts'
import { type Exact, exact, parseDecimal, roundHalfUp } from './decimal.ts'

/** Minor units of a currency. An integer of at most 2^53 − 1 either way. */
export type Minor = number

export interface Money {
  readonly amount: Minor
  readonly currency: Currency
}

/** A product, sum or difference that left the safe range, by what was typed or stands in the book; never rounded away. */
export class AmountOverflow extends RangeError {
  readonly amount: number
  constructor(amount: number) {
    super(`amount beyond 2^53: ${amount}`)
    this.amount = amount
  }
}

export function safe(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new AmountOverflow(amount)
  return amount === 0 ? 0 : amount
}

export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0
  for (const amount of amounts) total = safe(total + amount)
  return total
}

export type AmountFault = 'not-a-number' | 'too-many-decimals' | 'too-large'

/** Strict: `1,234.50`, `1234.5`, `-3`; more decimals than the currency has are a fault even when zero. */
export function parseAmount(text: string, c: Currency): Minor | AmountFault {
  const value = parseDecimal(text)
  if (value === null) return 'not-a-number'
  const point = text.indexOf('.')
  if (point >= 0 && text.length - point - 1 > decimalsOf(c)) return 'too-many-decimals'
  const minor = value.times(10 ** decimalsOf(c)).toNumber()
  return Number.isSafeInteger(minor) ? (minor === 0 ? 0 : minor) : 'too-large'
}

/** Canonical text with exactly the currency's decimals and no digit groups: `1234.50`, `-0.05`. */
export function formatAmount(amount: Minor, c: Currency): string {
  const d = decimalsOf(c)
  const digits = String(Math.abs(amount)).padStart(d + 1, '0')
  const whole = digits.slice(0, digits.length - d)
  return `${amount < 0 ? '-' : ''}${whole}${d === 0 ? '' : `.${digits.slice(-d)}`}`
}

/** By decimals of a currency: how many minor units a major one has, and the other way round; both exact. */
const units = [0, 1, 2, 3, 4].map((decimals) => ({
  minor: exact(10).pow(decimals),
  major: exact(1).div(exact(10).pow(decimals)),
}))

function unitsOf(c: Currency) {
  const decimals = decimalsOf(c)
  return units[decimals] ?? { minor: exact(10).pow(decimals), major: exact(1).div(exact(10).pow(decimals)) }
}

/** Minor units as an exact decimal of the major unit. */
export function toExact(amount: Minor, c: Currency): Exact {
  return unitsOf(c).major.times(amount)
}

/** An exact decimal of the major unit, rounded half away from zero to minor units. */
export function roundToMinor(value: Exact, c: Currency): Minor {
  return safe(roundHalfUp(value.times(unitsOf(c).minor), 0).toNumber())
}

/** Quantity × price, rounded once. */
export function lineAmount(quantity: Exact, price: Exact, c: Currency): Minor {
  return roundToMinor(quantity.times(price), c)
}

/**
 * Splits an amount in proportion to weights by largest remainder; the shares always sum to the amount.
 * Equal remainders go to the earlier share. Weights must not be negative and not all be zero.
 */
export function share(amount: Minor, weights: readonly Exact[]): Minor[] {
  const total = weights.reduce((a, b) => a.plus(b), exact(0))
  if (total.lte(0) || weights.some((w) => w.lt(0)))
    throw new RangeError('share needs weights that sum to more than zero')
  const sign = amount < 0 ? -1 : 1
  const quotas = weights.map((w) => w.times(Math.abs(amount)).div(total))
  const shares = quotas.map((q) => q.floor().toNumber())
  let left = Math.abs(amount) - sum(shares)
  const order = quotas
    .map((q, index) => ({ index, rest: q.minus(q.floor()) }))
    .sort((a, b) => b.rest.cmp(a.rest) || a.index - b.index)
  for (const { index } of order) {
    if (left === 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return shares.map((s) => (s === 0 ? 0 : sign * s))
}

/** Converts at a rate (units of `to` for one unit of `from`), rounded once. */
export function convert(amount: Minor, from: Currency, to: Currency, rate: Exact): Minor {
  return roundToMinor(toExact(amount, from).times(rate), to)
}
