// Documents by the ends of their numbers. What is stored is two small numbers for each of a hundred thousand, no text.
import { manyMap } from '../../base/many-map.ts'
import { eachEnd, fewestEnd } from './number-parts.ts'

export interface Ending {
  readonly number: string
  /** Its letters and digits. */
  readonly key: string
}

export interface EndIndex<E> {
  /** Those one of whose ends is exactly this, in the order in which they came. */
  get(end: string): readonly E[]
}

/** So many numbers with the same last digits are looked through one by one; where there are more (0001/2026), their ends are stored. */
const most = 64

const none = -1
const nothing: readonly never[] = []
const digitsOnly = /^[0-9]+$/

export function endIndex<E extends Ending>(entries: readonly E[]): EndIndex<E> {
  const counts = new Int32Array(10 ** fewestEnd)
  const first = new Int32Array(counts.length).fill(none)
  const next = new Int32Array(entries.length).fill(none)
  const stored = manyMap<E>()
  const lasts = Int32Array.from(entries, ({ key }) => lastDigits(key))
  for (const last of lasts) if (last !== none) counts[last] = (counts[last] ?? 0) + 1
  for (let i = entries.length - 1; i >= 0; i--) {
    const last = lasts[i] ?? none
    if (last === none || (counts[last] ?? 0) > most) continue
    next[i] = first[last] ?? none
    first[last] = i
  }
  entries.forEach((entry, i) => {
    const last = lasts[i] ?? none
    if (last !== none && (counts[last] ?? 0) > most) eachEnd(entry.number, entry.key, (end) => stored.add(end, entry))
  })
  return {
    get(end) {
      const last = digitsOnly.test(end) ? lastDigits(end) : none
      if (last === none) return nothing
      if ((counts[last] ?? 0) > most) return stored.get(end)
      const found: E[] = []
      for (let i = first[last] ?? none; i !== none; i = next[i] ?? none) {
        const entry = entries[i]
        if (entry?.key.endsWith(end) && hasEnd(entry, end)) found.push(entry)
      }
      return found
    },
  }
}

function hasEnd({ number, key }: Ending, end: string): boolean {
  let isThere = false
  eachEnd(number, key, (e) => {
    isThere ||= e === end
  })
  return isThere
}

/** As a number; none where it does not end in so many digits. */
function lastDigits(key: string): number {
  let value = 0
  for (let i = key.length - fewestEnd; i < key.length; i++) {
    const code = i < 0 ? 0 : key.charCodeAt(i)
    if (code < 48 || code > 57) return none
    value = value * 10 + code - 48
  }
  return value
}
