// The journal as the cache keeps it: every column in one piece, each month a range of its rows, and the dictionaries as they stood.
import { dayFrom, dayNumber } from '../../core/base/day.ts'
import type { CustomerId } from '../../core/book/customer.ts'
import { type JournalArrays, journalArrays } from '../../core/book/journal-builder.ts'
import { code } from '../../core/ledger/kinds.ts'
import { type DictionaryArrays, dictionaryOf } from '../csv/byte-dictionary.ts'
import type { JournalColumns } from '../csv/journal-columns.ts'
import type { Cache, Parts } from './cache.ts'
import type { Section } from './container.ts'
import type { FileKeys } from './keys.ts'
import { type RowPlace, rowPages, rowPlaces } from './row-pages.ts'

export interface ImageMonth {
  /** `2026-11` */
  readonly month: string
  readonly rows: number
  /** In the form that crm writes: a row is a line, and what is added below continues it. */
  readonly plain: boolean
}

export interface JournalImage {
  readonly months: readonly ImageMonth[]
  /** Of the months' files, in their order. */
  readonly keys: FileKeys
  readonly cut: number
  /** With every row, also those that stand twice. */
  readonly columns: JournalColumns
  /** No id stands twice. */
  readonly unique: boolean
}

interface About {
  readonly months: readonly ImageMonth[]
  /** By month the days that have rows, as bits from the first of the month on. */
  readonly days: readonly number[]
  readonly length: number
  readonly unique: boolean
  readonly hasReversals: boolean
  /** Texts of each dictionary. */
  readonly sizes: Readonly<Record<DictionaryName, number>>
}

const dictionaries = ['customers', 'documents', 'items', 'currencies', 'texts', 'files'] as const
type DictionaryName = (typeof dictionaries)[number]

export function imageParts(image: Omit<JournalImage, 'cut'>): Parts<About> {
  const { months, keys, columns, unique } = image
  const { length, arrays, offsets } = columns
  const sections = new Map<string, Section>([
    ['keys', keys.keys],
    ['digests', keys.digests],
    ['offsets', offsets.subarray(0, length)],
  ])
  if (unique) for (const [name, section] of rowPages(months, columns)) sections.set(name, section)
  for (const [name, array] of Object.entries(arrays)) {
    const rows = array.subarray(0, length)
    // Half of the columns of many books say nothing.
    if (rows.some((value) => value !== 0)) sections.set(name, rows)
  }
  for (const name of dictionaries)
    for (const [part, array] of Object.entries(columns[name].arrays())) sections.set(`${name} ${part}`, array)
  const sizes = Object.fromEntries(dictionaries.map((name) => [name, columns[name].size])) as About['sizes']
  const hasReversals = arrays.kind.subarray(0, length).includes(code.reverse)
  return { about: { months, days: daysOfMonths(months, arrays.date), length, unique, hasReversals, sizes }, sections }
}

function daysOfMonths(months: readonly ImageMonth[], date: Int32Array): number[] {
  let at = 0
  return months.map(({ month, rows }) => {
    const before = dayNumber(dayFrom(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
    let days = 0
    for (const end = at + rows; at < end; at++) days |= 1 << ((date[at] ?? 0) - before)
    return days
  })
}

/** What can be told of the journal without its columns. */
export interface ImageHead extends Pick<JournalImage, 'months' | 'keys' | 'cut' | 'unique'> {
  readonly days: readonly number[]
  /** Null where they are damaged. */
  ids(): { readonly high: Int32Array; readonly low: Int32Array } | null
  /** For null those reversals that may concern anybody. */
  rowsOf(customer: CustomerId | null): readonly RowPlace[] | null
  readonly hasReversals: boolean
}

export function readImageHead(cache: Cache): ImageHead | null {
  const found = cache.read<About>('journal')
  if (found === null) return null
  const { about, section, cut } = found
  const { months, days, length, unique, hasReversals } = about
  const keys = { keys: section('keys'), digests: section('digests') }
  if (!keys.keys || !keys.digests) return null
  return {
    months,
    days,
    unique,
    hasReversals,
    cut,
    keys: keys as FileKeys,
    ids() {
      if (length === 0) return { high: new Int32Array(), low: new Int32Array() }
      const [high, low] = [section('idHigh'), section('idLow')]
      return high instanceof Int32Array && low instanceof Int32Array ? { high, low } : null
    },
    rowsOf: (customer) => rowPlaces(found, customer),
  }
}

export function readImage(cache: Cache): JournalImage | null {
  const found = cache.read<About>('journal')
  if (found === null) return null
  const { about, section, cut } = found
  const { months, length, unique, sizes } = about
  const arrays: JournalArrays = journalArrays(0)
  let isWhole = true
  const sound = (name: string) => {
    const read = section(name)
    if (read === null) isWhole = false
    return read ?? undefined
  }
  for (const name of Object.keys(arrays) as (keyof JournalArrays)[])
    assign(arrays, name, sound(name) ?? zeros(arrays[name], length))
  const parts = Object.fromEntries(
    dictionaries.map((name) => [
      name,
      { arena: sound(`${name} arena`), ends: sound(`${name} ends`), slots: sound(`${name} slots`) } as DictionaryArrays,
    ]),
  ) as Record<DictionaryName, DictionaryArrays>
  const keys = { keys: sound('keys'), digests: sound('digests') } as FileKeys
  const offsets = sound('offsets') as Uint32Array
  if (!isWhole) return null
  const dictionary = (name: DictionaryName) => dictionaryOf(parts[name], sizes[name])
  return {
    months,
    keys,
    cut,
    unique,
    columns: {
      length,
      arrays,
      offsets,
      customers: dictionary('customers'),
      documents: dictionary('documents'),
      items: dictionary('items'),
      currencies: dictionary('currencies'),
      texts: dictionary('texts'),
      files: dictionary('files'),
    },
  }
}

function zeros(like: Section, length: number): Section {
  if (like instanceof Float64Array) return new Float64Array(length)
  if (like instanceof Int32Array) return new Int32Array(length)
  return like instanceof Uint32Array ? new Uint32Array(length) : new Uint8Array(length)
}

/** The build says that a section is what was written under its name. */
function assign<K extends keyof JournalArrays>(arrays: JournalArrays, name: K, section: Section): void {
  arrays[name] = section as JournalArrays[K]
}
