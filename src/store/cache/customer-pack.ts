// Customers as the cache keeps them: fixed columns and offset tables, so that one is found, and all are named, without reading the others.
import type { Currency } from '../../core/base/currency.ts'
import type { Customer } from '../../core/book/customer.ts'
import { searchKeys } from '../../core/book/customers.ts'
import type { FileStatus } from '../../world/world.ts'
import type { Cache, CachePart, Parts } from './cache.ts'
import { checksum } from './container.ts'
import { copyKey, copyKeys, type FileKeys, newKeys, setKey } from './keys.ts'
import { type TextColumn, textBytes, textColumn, textReader } from './text-column.ts'

/** What is asked of customers, wherever they come from; null where it is damaged. */
export interface CustomerSource {
  /** In order. */
  readonly ids: readonly string[]
  /** Of those who became another. */
  readonly merged: readonly string[]
  name(i: number): string
  /** `searchKeys` joined by line breaks. */
  search(i: number): string | null
  /** As JSON. */
  record(i: number): string | null
}

export interface CustomerPack extends CustomerSource {
  /** Of their files. */
  readonly keys: FileKeys
  /** All of it; null where a part is damaged. */
  columns(): Columns | null
}

/** A pack as plain data, to be handed from one thread to another. */
export interface PackData extends Columns {
  readonly ids: readonly string[]
  readonly merged: readonly string[]
  readonly keys: FileKeys
}

interface Columns {
  readonly names: TextColumn
  readonly search: TextColumn
  readonly records: TextColumn
}

export interface KnownCustomers extends CustomerPack {
  readonly cut: number
}

interface About {
  readonly count: number
  /** In which amounts were read where a customer has no currency of his own. */
  readonly currency: Currency
  readonly merged: readonly string[]
}

/** Null where what it was made from is damaged. */
export function packParts(pack: CustomerPack, currency: Currency): Parts<About> | null {
  const columns = pack.columns()
  if (columns === null) return null
  const ids = textColumn()
  for (const id of pack.ids) ids.push(id)
  const { names, search, records } = columns
  return {
    about: { count: pack.ids.length, currency, merged: pack.merged },
    sections: new Map<string, Uint8Array | Uint32Array | Float64Array>([
      ['keys', pack.keys.keys],
      ['digests', pack.keys.digests],
      ['records sums', Uint32Array.from(records.ends, (_, i) => checksum(textBytes(records, i)))],
      ...Object.entries({ ids: ids.build(), names, search, records }).flatMap(([name, { ends, bytes }]) => [
        [`${name} ends`, ends] as const,
        [`${name} bytes`, bytes] as const,
      ]),
    ]),
  }
}

/** How many the cache knows. */
export function knownCustomers(cache: Cache): number {
  return cache.read<About>('customers')?.about.count ?? 0
}

/** Makes ready what every look among all customers needs, for whoever has to wait for something else anyway. */
export function readAhead(cache: Cache): void {
  const found = cache.read<About>('customers')
  if (found !== null) packOf(found)
}

/** Null where there is none for this currency. */
export function readPack(cache: Cache, currency: Currency): KnownCustomers | null {
  const found = cache.read<About>('customers')
  return found === null || found.about.currency !== currency ? null : packOf(found)
}

const packs = new WeakMap<CachePart<About>, KnownCustomers>()

/** Made once; null where it is damaged. */
function packOf(found: CachePart<About>): KnownCustomers | null {
  const known = packs.get(found) ?? madePack(found)
  if (known !== null) packs.set(found, known)
  return known
}

function madePack(found: CachePart<About>): KnownCustomers | null {
  const { about, cut } = found
  const [ids, names] = [columnOf(found, 'ids'), columnOf(found, 'names')]
  if (ids === null || names === null) return null
  const id = textReader(ids)
  let keys: FileKeys | null = null
  const search = columnOnce(found, 'search')
  return {
    ids: Array.from({ length: about.count }, (_, i) => id(i)),
    merged: about.merged,
    get keys() {
      keys ??= keysOf(found)
      return keys
    },
    cut,
    name: textReader(names),
    search: (i) => search()?.(i) ?? null,
    record: recordReader(found),
    columns() {
      const [search, records] = [columnOf(found, 'search'), columnOf(found, 'records')]
      return search === null || records === null ? null : { names, search, records }
    },
  }
}

/** Those that fit no file where they are damaged. */
function keysOf(found: CachePart<About>): FileKeys {
  const [keys, digests] = [found.section('keys'), found.section('digests')]
  const isSound = keys instanceof Float64Array && digests instanceof Uint8Array
  return isSound ? { keys, digests } : newKeys(found.about.count)
}

function columnOf(found: CachePart<About>, name: string): TextColumn | null {
  const [ends, bytes] = [found.section(`${name} ends`), found.section(`${name} bytes`)]
  return ends instanceof Uint32Array && bytes instanceof Uint8Array ? { ends, bytes } : null
}

function columnOnce(found: CachePart<About>, name: string): () => ((i: number) => string) | null {
  let reader: ((i: number) => string) | null | undefined
  return () => {
    if (reader !== undefined) return reader
    const column = columnOf(found, name)
    reader = column === null ? null : textReader(column)
    return reader
  }
}

/** So many records are read one by one; whoever asks for more is given them all. */
const fewRecords = 500

function recordReader(found: CachePart<About>): (i: number) => string | null {
  const all = columnOnce(found, 'records')
  let asked = 0
  return (i) => {
    if (asked++ >= fewRecords) return all()?.(i) ?? null
    const [ends, sums] = [found.section('records ends'), found.section('records sums')]
    if (!(ends instanceof Uint32Array) || !(sums instanceof Uint32Array)) return null
    const start = i === 0 ? 0 : (ends[i - 1] ?? 0)
    const bytes = found.part('records bytes', start, (ends[i] ?? 0) - start)
    return bytes === null || checksum(bytes) !== sums[i] ? null : new TextDecoder().decode(bytes)
  }
}

export interface PackBuilder {
  readonly count: number
  add(customer: Customer, status: FileStatus, sha256: string): void
  /** `columns` are the pack's own. */
  copy(pack: CustomerPack, columns: Columns, i: number): void
  append(pack: PackData): void
  data(): PackData
  build(): CustomerPack
}

/** Room for so many. */
export function packBuilder(room: number): PackBuilder {
  const ids: string[] = []
  const merged: string[] = []
  const keys = newKeys(room)
  const names = textColumn()
  const search = textColumn()
  const records = textColumn()
  return {
    get count() {
      return ids.length
    },
    add(customer, status, sha256) {
      setKey(keys, ids.length, status, sha256)
      ids.push(customer.id)
      if (customer.mergedInto !== undefined) merged.push(customer.id)
      names.push(customer.name)
      search.push(searchKeys(customer).join('\n'))
      records.push(JSON.stringify(customer))
    },
    copy(pack, columns, i) {
      const id = pack.ids[i] ?? ''
      copyKey(pack.keys, i, keys, ids.length)
      if (pack.merged.includes(id)) merged.push(id)
      ids.push(id)
      names.copy(columns.names, i)
      search.copy(columns.search, i)
      records.copy(columns.records, i)
    },
    append(pack) {
      copyKeys(pack.keys, keys, ids.length, pack.ids.length)
      for (const id of pack.ids) ids.push(id)
      merged.push(...pack.merged)
      names.append(pack.names)
      search.append(pack.search)
      records.append(pack.records)
    },
    data: () => ({ ids, merged, keys, names: names.build(), search: search.build(), records: records.build() }),
    build() {
      const columns = this.data()
      return {
        ids,
        merged,
        keys,
        name: textReader(columns.names),
        search: textReader(columns.search),
        record: textReader(columns.records),
        columns: () => columns,
      }
    },
  }
}
