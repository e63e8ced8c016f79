// Distinct texts found by their bytes: a hash table over one array, so that a million cells need no strings.
import type { Dictionary } from '../../core/book/journal.ts'
import { halfId } from './bytes.ts'

export interface ByteDictionary {
  /** The code of the bytes from `start` to `end`, whose `hashOf` is `hash`; a new one at the first meeting. */
  codeOfBytes(bytes: Uint8Array, start: number, end: number, hash: number): number
  codeOfText(text: string): number
  readonly size: number
  /** A view for readers; the dictionary may still grow. */
  finished(): Dictionary
  /** Its arrays, for the cache; not for use after it has grown. */
  arrays(): DictionaryArrays
  /** The same texts under other codes: `to[code]` is the new one, 0 for a text that is dropped; codes below `size` remain. */
  recoded(to: Uint32Array, size: number): ByteDictionary
}

export interface DictionaryArrays {
  readonly arena: Uint8Array
  /** End of each text in the arena, by code; the text begins where the one before ends. */
  readonly ends: Uint32Array
  /** A code and its hash side by side, so that a look costs one line of the processor's cache; code 0 is a free slot. */
  readonly slots: Int32Array
}

export const hashStart = 0x811c9dc5

/** FNV-1a, one byte further. */
export function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193)
}

export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashStart
  for (let i = start; i < end; i++) hash = hashStep(hash, bytes[i] ?? 0)
  return hash
}

const encoder = new TextEncoder()

/** `expected` texts find room without growing; room that is not used costs no memory. */
export function byteDictionary(expected = 100): ByteDictionary {
  const room = 2 ** Math.ceil(Math.log2(expected + 2))
  const arrays = { arena: new Uint8Array(room * 16), ends: new Uint32Array(room), slots: new Int32Array(room * 4) }
  return dictionaryOf(arrays, 1)
}

/** What `arrays` gave, of so many texts; they become the dictionary's own. */
export function dictionaryOf(arrays: DictionaryArrays, texts: number): ByteDictionary {
  let { arena, ends, slots } = arrays
  /** Code 0 is the empty text. */
  let size = texts
  let used = ends[size - 1] ?? 0

  /** At most half of the table is in use; its length is a power of two. */
  function grow(): void {
    if (size >= ends.length) ends = copied(new Uint32Array(ends.length * 2), ends)
    if (size * 4 < slots.length) return
    const old = slots
    slots = new Int32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 2) if (old[i] !== 0) put(old[i] ?? 0, old[i + 1] ?? 0)
  }

  function put(code: number, hash: number): void {
    const mask = (slots.length >> 1) - 1
    let slot = mixed(hash) & mask
    while (slots[slot * 2] !== 0) slot = (slot + 1) & mask
    slots[slot * 2] = code
    slots[slot * 2 + 1] = hash
  }

  function add(bytes: Uint8Array, start: number, end: number): number {
    while (used + end - start > arena.length) arena = copied(new Uint8Array(arena.length * 2 + 64), arena)
    for (let i = start; i < end; i++) arena[used++] = bytes[i] ?? 0
    ends[size] = used
    return size++
  }

  function codeOfBytes(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (start === end) return 0
    if (size >= ends.length || size * 4 >= slots.length) grow()
    const mask = (slots.length >> 1) - 1
    let slot = mixed(hash) & mask
    for (;;) {
      const code = slots[slot * 2] ?? 0
      if (code === 0) {
        slots[slot * 2] = size
        slots[slot * 2 + 1] = hash
        return add(bytes, start, end)
      }
      if (slots[slot * 2 + 1] === hash && same(arena, ends[code - 1] ?? 0, ends[code] ?? 0, bytes, start, end))
        return code
      slot = (slot + 1) & mask
    }
  }

  function textCode(text: string): number {
    if (text === '') return 0
    const bytes = encoder.encode(text)
    const hash = hashOf(bytes, 0, bytes.length)
    const mask = (slots.length >> 1) - 1
    for (let slot = mixed(hash) & mask; slots[slot * 2] !== 0; slot = (slot + 1) & mask) {
      const code = slots[slot * 2] ?? 0
      if (slots[slot * 2 + 1] === hash && same(arena, ends[code - 1] ?? 0, ends[code] ?? 0, bytes, 0, bytes.length))
        return code
    }
    return -1
  }

  return {
    codeOfBytes,
    codeOfText(text) {
      const bytes = encoder.encode(text)
      return codeOfBytes(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
    },
    get size() {
      return size
    },
    finished: () => readerOf({ arena, ends, size, find: textCode }),
    arrays: () => ({ arena: arena.subarray(0, used), ends: ends.subarray(0, size), slots }),
    recoded(to, count) {
      const from = new Uint32Array(count)
      for (let code = 1; code < size; code++) if (to[code] !== 0) from[to[code] ?? 0] = code
      const other = byteDictionary(count)
      for (let code = 1; code < count; code++) {
        const start = ends[(from[code] ?? 0) - 1] ?? 0
        const end = ends[from[code] ?? 0] ?? 0
        other.codeOfBytes(arena, start, end, hashOf(arena, start, end))
      }
      return other
    },
  }
}

/** FNV's low bits of short texts are poor; a table needs them mixed. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}

function copied<T extends Uint8Array | Uint32Array | Int32Array>(to: T, from: T): T {
  to.set(from)
  return to
}

function same(a: Uint8Array, from: number, to: number, b: Uint8Array, start: number, end: number): boolean {
  if (to - from !== end - start) return false
  for (let i = from, j = start; i < to; i++, j++) if (a[i] !== b[j]) return false
  return true
}

interface Texts {
  readonly arena: Uint8Array
  readonly ends: Uint32Array
  readonly size: number
  readonly find: (text: string) => number
}

function readerOf({ arena, ends, size, find }: Texts): Dictionary {
  const all = Buffer.from(arena.buffer, arena.byteOffset, arena.byteLength)
  const known = new Map<number, string>()
  let texts: readonly string[] | null = null
  const decoded = (code: number) => all.toString('utf8', ends[code - 1] ?? 0, ends[code] ?? 0)
  const dictionary: Dictionary = {
    size,
    text(code) {
      if (code <= 0 || code >= size) return ''
      if (texts !== null) return texts[code] ?? ''
      const text = known.get(code) ?? decoded(code)
      // A few texts are asked for again and again; all of them at once are `texts`.
      if (known.size < 10_000) known.set(code, text)
      return text
    },
    find,
    eachRowId(each) {
      for (let code = 1; code < size; code++) {
        const start = ends[code - 1] ?? 0
        if ((ends[code] ?? 0) - start !== 12) continue
        const high = halfId(arena, start)
        const low = halfId(arena, start + 6)
        if (high >= 0 && low >= 0) each(code, high, low)
      }
    },
    get texts() {
      texts ??= Array.from({ length: size }, (_, code) => (code === 0 ? '' : decoded(code)))
      return texts
    },
  }
  return dictionary
}
