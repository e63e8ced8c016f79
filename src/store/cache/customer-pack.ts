// Customers as the cache keeps them: fixed columns and offset tables, so that one is found, and all are named, without reading the others.
import type { Currency } from '../../core/base/currency.ts'
import type { Customer } from '../../core/book/customer.ts'
import { searchKeys } from '../../core/book/customers.ts'
import type { FileStatus } from '../../world/world.ts'
import type { Cache, Parts } from './cache.ts'
import { copyKey, type FileKeys, newKeys, setKey } from './keys.ts'
import { type TextColumn, textColumn, textIn, textsWith } from './text-column.ts'

export interface CustomerPack {
  /** In order. */
  readonly ids: readonly string[]
  /** Of their files. */
  readonly keys: FileKeys
  readonly names: TextColumn
  /** `searchKeys` joined by line breaks. */
  readonly search: TextColumn
  /** Whole customers as JSON. */
  readonly records: TextColumn
}

export interface KnownCustomers extends CustomerPack {
  readonly cut: number
}

interface About {
  readonly count: number
  /** In which amounts were read where a customer has no currency of his own. */
  readonly currency: Currency
}

export function packParts(pack: CustomerPack, currency: Currency): Parts<About> {
  const ids = textColumn()
  for (const id of pack.ids) ids.push(id)
  const texts = { ids: ids.build(), names: pack.names, search: pack.search, records: pack.records }
  return {
    about: { count: pack.ids.length, currency },
    sections: new Map<string, Uint8Array | Uint32Array | Float64Array>([
      ['keys', pack.keys.keys],
      ['digests', pack.keys.digests],
      ...Object.entries(texts).flatMap(([name, { ends, bytes }]) => [
        [`${name} ends`, ends] as const,
        [`${name} bytes`, bytes] as const,
      ]),
    ]),
  }
}

/** Null where there is none for this currency. */
export function readPack(cache: Cache, currency: Currency): KnownCustomers | null {
  const found = cache.read<About>('customers')
  if (found === null || found.about.currency !== currency) return null
  const { about, section, cut } = found
  let isWhole = true
  const sound = (name: string) => {
    const read = section(name)
    if (read === null) isWhole = false
    return read
  }
  const column = (name: string) => ({ ends: sound(`${name} ends`), bytes: sound(`${name} bytes`) }) as TextColumn
  const [ids, names, search, records] = [column('ids'), column('names'), column('search'), column('records')]
  const keys = { keys: sound('keys'), digests: sound('digests') } as FileKeys
  if (!isWhole) return null
  return { ids: Array.from({ length: about.count }, (_, i) => textIn(ids, i)), keys, names, search, records, cut }
}

export interface PackBuilder {
  readonly count: number
  add(customer: Customer, status: FileStatus, sha256: string): void
  copy(pack: CustomerPack, i: number): void
  build(): CustomerPack
}

/** Room for so many. */
export function packBuilder(room: number): PackBuilder {
  const ids: string[] = []
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
      names.push(customer.name)
      search.push(searchKeys(customer).join('\n'))
      records.push(JSON.stringify(customer))
    },
    copy(pack, i) {
      copyKey(pack.keys, i, keys, ids.length)
      ids.push(pack.ids[i] ?? '')
      names.copy(pack.names, i)
      search.copy(pack.search, i)
      records.copy(pack.records, i)
    },
    build: () => ({ ids, keys, names: names.build(), search: search.build(), records: records.build() }),
  }
}

export function customerAt(pack: CustomerPack, i: number): Customer {
  return JSON.parse(textIn(pack.records, i)) as Customer
}

/** Ids of those who became another, found without reading the records of the others. */
export function mergedIn({ ids, records }: CustomerPack): string[] {
  return textsWith(records, '"mergedInto":').map((i) => ids[i] ?? '')
}
