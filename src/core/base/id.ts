// Row ids: twelve characters of Crockford base32, sixty bits of a SHA-256; held in columns as two 30-bit halves.

/** SHA-256 of the UTF-8 text as lowercase hexadecimal; handed in, because core does no cryptography itself. */
export type Hash = (text: string) => string

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const values = new Map([...alphabet].map((c, i) => [c, i]))

export type RowId = string

/** True for the canonical form: twelve lower-case Crockford characters, no i, l, o or u. */
export function isRowId(text: string): text is RowId {
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(text)
}

/**
 * The id of a row that is about something: the same parts give the same id on every machine.
 * Parts are joined by the ASCII unit separator, so ("a","bc") and ("ab","c") differ.
 */
export function rowId(hash: Hash, parts: readonly string[]): RowId {
  return idFromHex(hash(parts.join('\u001f')))
}

/** The first sixty bits of at least fifteen hexadecimal digits: bits 0 to 29, and 30 to 59. */
export function idFromHex(hex: string): RowId {
  return idFromHalves(Number.parseInt(hex.slice(0, 8), 16) >>> 2, Number.parseInt(hex.slice(7, 15), 16) & 0x3fffffff)
}

/** Two 30-bit halves to the text. */
export function idFromHalves(high: number, low: number): RowId {
  return half(high) + half(low)
}

function half(value: number): string {
  let text = ''
  for (let shift = 25; shift >= 0; shift -= 5) text += alphabet.charAt((value >> shift) & 31)
  return text
}

/** The high or low 30 bits of an id that `isRowId` accepts. */
export function halfOf(id: RowId, which: 'high' | 'low'): number {
  let value = 0
  const start = which === 'high' ? 0 : 6
  for (let i = start; i < start + 6; i++) value = (value << 5) | (values.get(id.charAt(i)) ?? 0)
  return value
}
