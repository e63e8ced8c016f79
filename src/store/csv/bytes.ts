// Single cells read from bytes: days, ids, decimals and amounts in their canonical writing; a negative answer declines.
import { type DayNumber, daysInMonth, noDay, numberFromCivil } from '../../core/base/day.ts'

const zero = 0x30
const dash = 0x2d
const point = 0x2e

/** The five bits of each Crockford digit; 255 for every other byte. */
const crockford = new Uint8Array(256).fill(255)
for (const [value, digit] of [...'0123456789abcdefghjkmnpqrstvwxyz'].entries()) crockford[digit.charCodeAt(0)] = value

/** Thirty bits from six digits; −1 when one is none. */
export function halfId(bytes: Uint8Array, start: number): number {
  let value = 0
  let bad = 0
  for (let i = start; i < start + 6; i++) {
    const digit = crockford[bytes[i] ?? 0] ?? 255
    bad |= digit
    value = (value << 5) | digit
  }
  return bad > 31 ? -1 : value
}

/** `noDay` when the ten bytes are no existing day. */
export function dayAtBytes(bytes: Uint8Array, start: number): DayNumber {
  if (bytes[start + 4] !== dash || bytes[start + 7] !== dash) return noDay
  const year = digits(bytes, start, 4)
  const month = digits(bytes, start + 5, 2)
  const date = digits(bytes, start + 8, 2)
  if (year < 1000 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return noDay
  return numberFromCivil(year, month, date)
}

/** −1 when one of the bytes is no digit. */
export function digits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0
  for (let i = start; i < start + count; i++) {
    const digit = (bytes[i] ?? 0) - zero
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** True for `-?(0|[1-9]\d*)(\.\d+)?` of at most forty bytes. */
export function isDecimalBytes(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 40) return false
  let i = bytes[start] === dash ? start + 1 : start
  const first = i
  while (i < end && isDigit(bytes[i])) i++
  if (i === first || (bytes[first] === zero && i > first + 1)) return false
  if (i === end) return true
  if (bytes[i] !== point || i + 1 === end) return false
  for (i++; i < end; i++) if (!isDigit(bytes[i])) return false
  return true
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= zero && byte <= zero + 9
}

/**
 * The minor units of an amount written with exactly `decimals` decimals; NaN for any other writing, for `-0`,
 * and for more than fifteen digits, which the careful reader judges.
 */
export function amountAtBytes(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  const negative = bytes[start] === dash
  const first = negative ? start + 1 : start
  const whole = decimals === 0 ? end : end - decimals - 1
  if (whole <= first || end - first > 16 || (bytes[first] === zero && whole > first + 1)) return Number.NaN
  let value = 0
  for (let i = first; i < end; i++) {
    const digit = (bytes[i] ?? 0) - zero
    if (i === whole) {
      if (bytes[i] !== point) return Number.NaN
    } else if (digit < 0 || digit > 9) return Number.NaN
    else value = value * 10 + digit
  }
  if (value > 999_999_999_999_999) return Number.NaN
  return negative ? (value === 0 ? Number.NaN : -value) : value
}
