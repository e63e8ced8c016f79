// The customers of a book: from the cache those whose files are as they were, from their files the others.
import type { Currency } from '../core/base/currency.ts'
import { UserError } from '../core/base/problem.ts'
import { type Customer, type CustomerId, isCustomerId } from '../core/book/customer.ts'
import { type Customers, searchKeys } from '../core/book/customers.ts'
import type { FileStatus } from '../world/world.ts'
import type { Cache } from './cache/cache.ts'
import {
  type CustomerPack,
  type CustomerSource,
  type KnownCustomers,
  packBuilder,
  packParts,
  readPack,
} from './cache/customer-pack.ts'
import { idsOfFolder, keepFolder } from './cache/customers-folder.ts'
import { keepProof, proofOf } from './cache/customers-git.ts'
import { compareKey, isSameFile, seenBefore, sha256At } from './cache/keys.ts'
import { beginFiles } from './customer-shares.ts'
import { hasDigest, namedFiles, type Reading } from './disk.ts'
import { readCustomer } from './read-customer.ts'

/** Where each customer stands: at `place` of the known ones, or at `-1 - place` of those that were read. */
interface Found {
  readonly ids: readonly CustomerId[]
  readonly places: Int32Array
  readonly known: KnownCustomers | null
  readonly read: CustomerPack
}

export function readCustomers(reading: Reading, currency: Currency): Customers {
  return beginCustomers(reading, currency)()
}

/** What has to be read from files may be read by another thread until the answer is asked for. */
export function beginCustomers(reading: Reading, currency: Currency): () => Customers {
  const { cache, git } = reading
  const known = cache === null ? null : readPack(cache, currency)
  const folder = reading.files.status(`${reading.folder}/customers`)
  const proof = !cache || !known || !git ? null : proofOf(cache, known, git)
  const inFolder = !cache || !known || !folder ? null : idsOfFolder(cache, known, folder)
  if (inFolder !== null && folder !== null) listedBefore(reading, folder, inFolder)
  const atFirst = reading.problems.length
  const stems = inFolder ?? listedIds(reading)
  const before = reading.problems.length
  /** Where each stands in the cache; −1 where its file is to be read. */
  const places = new Int32Array(stems.length)
  const others: string[] = []
  let doubtful = 0
  let next = 0
  const looked = new Set<string>()
  for (const [i, stem] of stems.entries()) {
    while (known !== null && next < known.ids.length && (known.ids[next] ?? '') < stem) next++
    const isKnown = known !== null && known.ids[next] === stem
    const isProven = isKnown && proof?.isProven(stem) === true
    const found = isProven ? 'same' : isKnown ? compared(reading, known, next, stem) : 'other'
    if (found === 'same' && !isProven && git) looked.add(stem)
    if (found === 'racy') doubtful++
    if (found === 'other') others.push(stem)
    places[i] = found === 'other' ? -1 : next
  }
  const gone = (known?.ids.length ?? 0) - (stems.length - others.length)
  const read = beginFiles(reading, others, currency)
  return () => {
    const files = read()
    const all: Found = { ...placed(stems, places, files.found), known, read: files.pack }
    if (reading.problems.length === before) {
      if (cache && known && git) keepProof(cache, known, git, { proof, looked })
      const isNew = keep(cache, all, currency, files.pack.ids.length + doubtful + gone)
      const isComplete = before === atFirst && all.ids.length === stems.length
      if (cache && folder && isComplete && (isNew || (known && inFolder === null)))
        keepFolder(cache, isNew ? null : known, folder, all.ids)
    }
    return customersOf(reading, currency, all)
  }
}

/** Those who are there: of those that were to be read only some are customers. `found`: which, in the same order. */
function placed(stems: readonly string[], places: Int32Array, found: Uint8Array): Pick<Found, 'ids' | 'places'> {
  if (found.length === 0) return { ids: stems, places }
  const ids: string[] = []
  let asked = 0
  let read = 0
  for (const [i, stem] of stems.entries()) {
    const place = places[i] ?? -1
    if (place < 0 && found[asked++] !== 1) continue
    places[ids.length] = place < 0 ? -1 - read++ : place
    ids.push(stem)
  }
  return { ids, places: places.subarray(0, ids.length) }
}

function listedIds(reading: Reading): readonly string[] {
  // Files come in order of their whole names, in which `a-b.yaml` goes before `a.yaml`.
  return namedFiles(reading, 'customers', '.yaml', isCustomerId)
    .map(({ stem }) => stem)
    .sort()
}

/** A folder that was not listed, because the cache knows its names. */
function listedBefore(reading: Reading, folder: FileStatus, ids: readonly string[]): void {
  if (reading.onlyLooks === true) return
  reading.listed.push({
    path: 'customers',
    // Asked for only where something changed meanwhile.
    get names() {
      return ids.map((id) => `${id}.yaml`).sort()
    },
    isAsItWas: (status) => isSameFile(folder, status),
  })
}

function compared(reading: Reading, known: KnownCustomers, i: number, id: string): 'same' | 'racy' | 'other' {
  const path = `customers/${id}.yaml`
  const status = reading.files.status(`${reading.folder}/${path}`)
  if (status === null) return 'other'
  const found = compareKey(known.keys, i, status, known.cut)
  if (found === 'other' || (found === 'racy' && !hasDigest(reading, path, sha256At(known.keys, i)))) return 'other'
  return found
}

/** True where they are kept: a few files that are read again each time cost little; writing everything for one more would not. */
function keep(cache: Cache | null, all: Found, currency: Currency, changed: number): boolean {
  if (cache === null || changed === 0 || (all.ids.length > fewCustomers && changed * 50 < all.ids.length)) return false
  cache.keep('customers', () => {
    const { known, read } = all
    if (known === null) return packParts(read, currency)
    const columns = known.columns()
    const own = read.columns()
    if (columns === null || own === null) return null
    const builder = packBuilder(all.ids.length)
    for (const place of all.places)
      if (place >= 0) builder.copy(known, columns, place)
      else builder.copy(read, own, -1 - place)
    return packParts(builder.build(), currency)
  })
  return true
}

/** So many customers are written at once, however few of them are new. */
const fewCustomers = 2000

/** What the cache vouched for is looked at again before a commit only where it was asked for. */
function customersOf(reading: Reading, currency: Currency, all: Found): Customers {
  const made: (Customer | undefined)[] = []
  let next = 0
  const indexOf = (id: CustomerId): number | undefined => {
    // Reports ask in order.
    const at = all.ids[next] === id ? next : placeOf(all.ids, id)
    if (all.ids[at] !== id) return undefined
    next = at + 1
    return at
  }
  const standing = (i: number): [source: CustomerSource, at: number] => {
    const place = all.places[i] ?? 0
    return place >= 0 && all.known !== null ? [all.known, place] : [all.read, -1 - place]
  }
  const at = (i: number): Customer => {
    const [source, place] = standing(i)
    const isNew = made[i] === undefined
    const record = isNew ? source.record(place) : null
    if (isNew && source === all.known && reading.onlyLooks !== true)
      reading.read.push(seenBefore(`customers/${all.ids[i]}.yaml`, all.known.keys, place, all.known.cut))
    made[i] ??= record === null ? fromFile(reading, all.ids[i] ?? '', currency) : (JSON.parse(record) as Customer)
    return made[i]
  }
  function* entries(): Generator<[CustomerId, Customer], undefined> {
    for (const [i, id] of all.ids.entries()) yield [id, at(i)]
    return undefined
  }
  function* values(): Generator<Customer, undefined> {
    for (let i = 0; i < all.ids.length; i++) yield at(i)
    return undefined
  }
  return {
    size: all.ids.length,
    has: (id) => indexOf(id) !== undefined,
    get(id) {
      const i = indexOf(id)
      return i === undefined ? undefined : at(i)
    },
    keys: () => new Set(all.ids).keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach(each) {
      for (const [i, id] of all.ids.entries()) each(at(i), id, this)
    },
    nameOf(id) {
      const i = indexOf(id)
      if (i === undefined) return undefined
      const [source, place] = standing(i)
      return source.name(place)
    },
    eachKey(each) {
      for (const [i, id] of all.ids.entries()) {
        const [source, place] = standing(i)
        each(id, source.search(place)?.split('\n') ?? searchKeys(at(i)))
      }
    },
    merged() {
      const named = new Set([...all.read.merged, ...(all.known?.merged ?? [])])
      // One that stands in the cache may have been edited since.
      return [...named].filter((id) => this.get(id)?.mergedInto !== undefined).sort()
    },
  }
}

/** Where an id stands in the order, or would. */
function placeOf(ids: readonly string[], id: string): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? '') < id) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the cache is damaged. */
function fromFile(reading: Reading, id: CustomerId, currency: Currency): Customer {
  const again: Reading = { ...reading, problems: [], read: [] }
  const customer = readCustomer(again, id, currency)
  if (customer === null) throw new UserError(again.problems)
  return customer
}
