// Numbers in a line that are one slip away from the number of a document: a digit lost, doubled, wrong or swapped, a blank inside.
import { manyMap } from '../../base/many-map.ts'
import { isOneSlip } from '../../base/slip.ts'

export interface NearNumber {
  /** As it stands in the line. */
  readonly found: string
  /** Its letters and digits, in capitals. */
  readonly key: string
  /** It is the whole number of some document: it speaks of that one and of no other. */
  readonly isOther: boolean
}

/** A shorter number has too many neighbours for a slip to mean anything. */
const fewest = 6

export function plainKey(text: string): string {
  // A hundred thousand numbers are written in plain characters.
  if (/^[ -~]*$/.test(text)) return text.toUpperCase().replace(/[^A-Z0-9]+/g, '')
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Words of a text with digits, runs of digits inside words, and neighbouring pieces put together, each once. */
export function nearNumbers(texts: readonly string[], isWhole: (key: string) => boolean): NearNumber[] {
  const found = new Map<string, string>()
  const add = (key: string, text: string) => {
    if (key.length >= fewest && /\d/.test(key) && !found.has(key)) found.set(key, text)
  }
  for (const text of texts) {
    const words =
      text
        .normalize('NFKC')
        .toUpperCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    words.forEach((word, i) => {
      add(word, word)
      for (const digits of word.match(/\d+/g) ?? []) add(digits, word)
      for (const n of [2, 3]) {
        const run = words.slice(i, i + n)
        if (run.length === n && run.some((w) => /\d/.test(w))) {
          add(run.join(''), run.join(' '))
          const tail = /\d+$/.exec(run[0] ?? '')?.[0] ?? ''
          if (tail !== '' && tail !== run[0]) add(tail + run.slice(1).join(''), run.join(' '))
        }
      }
    })
  }
  return [...found].map(([key, text]) => ({ key, found: text, isOther: isWhole(key) }))
}

/** At most this share of a number may be cut off its beginning or its end. */
const mostCut = 0.3

/**
 * How a number of the line speaks of a document: `joined` is the very number, written in pieces or together with something else;
 * `cut` its beginning or its end; `ofOther` is one slip away, but happens to be the number of another document.
 */
export function nearness(near: NearNumber, keys: readonly string[]): 'joined' | 'slip' | 'cut' | 'ofOther' | null {
  const { key, isOther } = near
  if (keys.includes(key)) return 'joined'
  if (isOther) return keys.some((k) => k.length >= fewest && isOneSlip(key, k)) ? 'ofOther' : null
  if (keys.some((k) => k.length >= fewest && isOneSlip(key, k))) return 'slip'
  const isCut = (k: string) =>
    key.length < k.length && key.length >= k.length * (1 - mostCut) && (k.startsWith(key) || k.endsWith(key))
  return keys.some(isCut) ? 'cut' : null
}

export interface NearIndex<T> {
  /** What is one slip away from a number; `many` where numbers lie so close that a slip leads from one to the next. */
  find(key: string): readonly T[] | 'many'
}

/** So many characters at the end, and all but these and one at the beginning: a single slip leaves one of the two as it is. */
const tail = 3

/** More numbers that begin or end alike are not looked through. */
const mostAlike = 1_000

/** Fewest characters of a number that may be told by itself though it has a slip. */
export const fewestSure = 8

export function nearIndex<T>(things: Iterable<T>, keysOf: (thing: T) => readonly string[]): NearIndex<T> {
  const buckets = new Map<number, { key: string; thing: T }[]>()
  const whole = manyMap<T>()
  const put = (part: number, entry: { key: string; thing: T }) => {
    const bucket = buckets.get(part)
    if (bucket === undefined) buckets.set(part, [entry])
    else bucket.push(entry)
  }
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      if (key.length < fewestSure) continue
      const entry = { key, thing }
      whole.add(key, thing)
      put(partHash(key, key.length - tail, key.length, key.length), entry)
      put(partHash(key, 0, key.length - tail - 1, key.length), entry)
    }
  }
  return {
    find(key) {
      const found = new Set<T>()
      if (key.length < fewestSure) return []
      const exact = whole.get(key)
      if (exact.length > 0) return exact
      for (let length = key.length - 1; length <= key.length + 1; length++) {
        const ends = partHash(key, key.length - tail, key.length, length)
        const begins = partHash(key, 0, Math.min(key.length, length - tail - 1), length)
        for (const part of [ends, begins]) {
          const bucket = buckets.get(part) ?? []
          if (bucket.length > mostAlike) return 'many'
          for (const other of bucket) if (isOneSlip(other.key, key)) found.add(other.thing)
        }
      }
      return [...found]
    },
  }
}

/** FNV-1a over a part of a number, where it stands and how long the whole is: a hundred thousand numbers have two parts each. */
function partHash(key: string, from: number, to: number, length: number): number {
  let hash = Math.imul(0x811c9dc5 ^ (2 * length + (from === 0 ? 1 : 0)), 0x01000193)
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash
}
