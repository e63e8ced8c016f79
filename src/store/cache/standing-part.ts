// What every account comes to, as the cache keeps it: with the months' files that it was computed from.
import type { Currency } from '../../core/base/currency.ts'
import type { Standing } from '../../core/book/standing.ts'
import type { Cache, CachePart, Parts } from './cache.ts'
import type { Section } from './container.ts'
import type { ImageMonth } from './journal-image.ts'
import type { FileKeys } from './keys.ts'
import { textColumn, textReader } from './text-column.ts'

export interface KnownStanding {
  readonly months: readonly ImageMonth[]
  /** Of the months' files, in their order. */
  readonly keys: FileKeys
  readonly cut: number
  /** Null where it is damaged. */
  standing(): Standing | null
}

interface About {
  readonly months: readonly ImageMonth[]
  readonly currencies: readonly Currency[]
  readonly count: number
}

const columns = ['moved', 'balance', 'open', 'onAccount', 'since', 'at', 'due', 'day', 'left'] as const

export function standingParts(
  { months, keys }: Pick<KnownStanding, 'months' | 'keys'>,
  standing: Standing,
): Parts<About> {
  const customers = textColumn()
  for (const customer of standing.customers) customers.push(customer)
  const { ends, bytes } = customers.build()
  const currencies = [...new Set(standing.currencies)]
  const codes = new Map(currencies.map((c, code) => [c, code]))
  return {
    about: { months, currencies, count: standing.customers.length },
    sections: new Map<string, Section>([
      ['keys', keys.keys],
      ['digests', keys.digests],
      ['customers ends', ends],
      ['customers bytes', bytes],
      ['currency', Uint8Array.from(standing.currencies, (c) => codes.get(c) ?? 0)],
      ...columns.map((name) => [name, standing[name]] as const),
    ]),
  }
}

export function readStandingPart(cache: Cache): KnownStanding | null {
  const found = cache.read<About>('standing')
  if (found === null) return null
  const { about, section, cut } = found
  const keys = { keys: section('keys'), digests: section('digests') }
  if (!keys.keys || !keys.digests) return null
  return { months: about.months, keys: keys as FileKeys, cut, standing: () => standingOnce(found) }
}

const standings = new WeakMap<CachePart<About>, Standing>()

/** Made once; null where it is damaged. */
function standingOnce(found: CachePart<About>): Standing | null {
  const known = standings.get(found) ?? madeStanding(found)
  if (known !== null) standings.set(found, known)
  return known
}

function madeStanding({ about, section }: CachePart<About>): Standing | null {
  const customers = { ends: section('customers ends'), bytes: section('customers bytes') }
  const codes = section('currency')
  const all = columns.map((name) => [name, section(name)] as const)
  if (!(customers.ends instanceof Uint32Array) || !(customers.bytes instanceof Uint8Array) || !codes) return null
  if (all.some(([, column]) => !column)) return null
  const name = textReader({ ends: customers.ends, bytes: customers.bytes })
  return {
    customers: Array.from({ length: about.count }, (_, n) => name(n)),
    currencies: Array.from(codes, (code) => about.currencies[code] as Currency),
    ...(Object.fromEntries(all) as Pick<Standing, (typeof columns)[number]>),
  }
}
