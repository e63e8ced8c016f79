// Walks over the cells of canonical CSV bytes, hashing each on the way.
import { hashOf, hashStart } from './byte-dictionary.ts'

export const comma = 0x2c
export const newline = 0x0a
const quote = 0x22

/** Where the walk is, and the cell it has just read: bytes `start` to `stop` of `buffer`, with their hash. */
export interface CellCursor {
  readonly bytes: Uint8Array
  at: number
  buffer: Uint8Array
  start: number
  stop: number
  hash: number
  /** Holds a quoted cell without its quotes. */
  scratch: Uint8Array
}

export function cellCursor(bytes: Uint8Array, at: number): CellCursor {
  return { bytes, at, buffer: bytes, start: at, stop: at, hash: hashStart, scratch: new Uint8Array(256) }
}

/** 1 where an unquoted cell cannot go on: a comma, a quote, a control. */
const stops = new Uint8Array(256)
for (let byte = 0; byte < 0x20; byte++) stops[byte] = 1
stops[0x7f] = 1
stops[comma] = 1
stops[quote] = 1

/** Reads one cell that ends in `delimiter` and steps over it; false declines. The bytes must end in a newline. */
export function readCell(cursor: CellCursor, delimiter: number): boolean {
  const { bytes } = cursor
  let at = cursor.at
  let byte = bytes[at] ?? 0
  if (byte === delimiter) {
    cursor.buffer = bytes
    cursor.start = at
    cursor.stop = at
    cursor.at = at + 1
    return true
  }
  if (byte === quote) return readQuoted(cursor, delimiter)
  let hash = hashStart
  while (stops[byte] === 0) {
    hash = Math.imul(hash ^ byte, 0x01000193)
    byte = bytes[++at] ?? 0
  }
  if (byte !== delimiter) return false
  cursor.buffer = bytes
  cursor.start = cursor.at
  cursor.stop = at
  cursor.hash = hash
  cursor.at = at + 1
  return true
}

function readQuoted(cursor: CellCursor, delimiter: number): boolean {
  const { bytes } = cursor
  let at = cursor.at + 1
  let length = 0
  for (;;) {
    const byte = bytes[at] ?? 0
    if (byte < 0x20 || byte === 0x7f) return false
    if (byte === quote) {
      if (bytes[at + 1] !== quote) break
      at++
    }
    if (length === cursor.scratch.length) cursor.scratch = doubled(cursor.scratch)
    cursor.scratch[length++] = byte
    at++
  }
  if (bytes[at + 1] !== delimiter) return false
  cursor.buffer = cursor.scratch
  cursor.start = 0
  cursor.stop = length
  cursor.hash = hashOf(cursor.scratch, 0, length)
  cursor.at = at + 2
  return true
}

function doubled(bytes: Uint8Array): Uint8Array {
  const more = new Uint8Array(bytes.length * 2)
  more.set(bytes)
  return more
}

export function cellText({ buffer, start, stop }: CellCursor): string {
  return Buffer.from(buffer.buffer, buffer.byteOffset + start, stop - start).toString('utf8')
}

/** True when the bytes begin with the text (ASCII) at a place. */
export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}
