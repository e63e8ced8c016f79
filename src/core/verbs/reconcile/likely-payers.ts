// Customers whose names resemble what a line says of its payer. Nothing is booked by resemblance alone.
import type { BankLine } from '../../book/bank.ts'
import type { Customer, CustomerId } from '../../book/customer.ts'
import { type Likeness, likeness, type NameShape, nameShape } from '../../book/likeness.ts'

export interface LikelyPayers {
  /** Customers by how much they resemble; those who fully or partly are named in the payer's name, else in the text. */
  of(line: BankLine): ReadonlyMap<CustomerId, Likeness>
}

/** Built when first asked: a month whose lines all name their documents needs none of it. */
export function likelyPayers(
  customers: Iterable<Customer>,
  romanise: (text: string) => readonly string[],
): LikelyPayers {
  let index: Index | undefined
  const known = new Map<string, ReadonlyMap<CustomerId, Likeness>>()
  return {
    of(line) {
      const key = line.payer === '' ? `text ${line.text}` : `payer ${line.payer}`
      const found = known.get(key)
      if (found !== undefined) return found
      index ??= indexOf(customers, romanise)
      const shape = nameShape(line.payer || line.text, romanise)
      const answer = alike(index, shape, line.payer === '')
      known.set(key, answer)
      return answer
    },
  }
}

interface Entry {
  /** Counted from 0. */
  readonly index: number
  readonly customer: CustomerId
  readonly shape: NameShape
}

/** Beginnings of words, initials and spellings → names. */
interface Index {
  readonly names: ReadonlyMap<string, readonly Entry[]>
  readonly count: number
}

function indexOf(customers: Iterable<Customer>, romanise: (text: string) => readonly string[]): Index {
  const index = new Map<string, Entry[]>()
  let count = 0
  for (const c of customers) {
    if (c.mergedInto !== undefined) continue
    for (const name of [c.name, ...c.aliases]) {
      const shape = nameShape(name, romanise)
      const entry = { index: count++, customer: c.id, shape }
      const spelled = shape.spelled === '' ? [] : [beginning(shape.spelled)]
      for (const key of new Set([...shape.words.map(beginning), ...shape.initials, ...spelled])) {
        const list = index.get(key)
        if (list === undefined) index.set(key, [entry])
        else list.push(entry)
      }
    }
  }
  return { names: index, count }
}

/** Words that begin alike are compared; one that has its slip there is not found. */
function beginning(word: string): string {
  return word.slice(0, 3)
}

function alike(index: Index, there: NameShape, isText: boolean): ReadonlyMap<CustomerId, Likeness> {
  const found = new Map<CustomerId, Likeness>()
  const seen = new Uint8Array(index.count)
  for (const key of new Set(there.words.flatMap((w) => [beginning(w), w]))) {
    for (const entry of index.names.get(key) ?? []) {
      if (seen[entry.index] === 1) continue
      seen[entry.index] = 1
      const how = likeness(there, entry.shape, isText)
      if (how !== null && found.get(entry.customer) !== 'likely') found.set(entry.customer, how)
    }
  }
  return found
}
