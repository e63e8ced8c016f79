// Exact decimals for quantities, prices and rates: strings at the edges, decimal.js inside.
import { Decimal } from 'decimal.js'

/** Enough digits for a product of any two values that the book accepts; nothing is rounded except by the named functions. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 })

export type Exact = Decimal

const form = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/

/** `1,234.5`, `-3`, `0.000000000001`; null for anything else (exponents, `1.`, `.5`, misplaced commas, spaces). */
export function parseDecimal(text: string): Exact | null {
  if (text.length > 40 || !form.test(text)) return null
  return new Exact(text.replaceAll(',', ''))
}

export function exact(value: string | number | Exact): Exact {
  return new Exact(value)
}

/** Canonical text: no exponent, no trailing zeros, no plus sign. */
export function formatDecimal(value: Exact): string {
  return value.isZero() ? '0' : value.toFixed()
}

/** Half away from zero at a number of decimals: the commercial rounding (half-up on absolute values). */
export function roundHalfUp(value: Exact, decimals: number): Exact {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
}
