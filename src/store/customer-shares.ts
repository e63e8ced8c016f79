// Files of many customers, read share by share: by this thread alone, or together with another one.
import type { Currency } from '../core/base/currency.ts'
import type { Problem } from '../core/base/problem.ts'
import type { Files, Thread } from '../world/world.ts'
import { type CustomerPack, type PackBuilder, type PackData, packBuilder } from './cache/customer-pack.ts'
import type { Reading } from './disk.ts'
import { readCustomerFile } from './read-customer.ts'
import type { SeenFile } from './underneath.ts'

/** What was read of a share; plain data. */
interface Share {
  readonly index: number
  /** By place in the share: 1 where there is such a customer. */
  readonly found: Uint8Array
  readonly pack: PackData
  readonly problems: readonly Problem[]
  readonly read: readonly SeenFile[]
}

/** Everything that both threads have to know. */
interface Shares {
  readonly task: 'customers'
  readonly folder: string
  readonly onlyLooks: boolean
  readonly currency: Currency
  readonly ids: readonly string[]
  /** One number: the first share that nobody has begun. */
  readonly next: Int32Array
}

/** Customers to a share: few enough that both threads end at about the same time. */
const width = 500

/** From so many files on the start of another thread is made up for. */
const manyFiles = 3000

/** In milliseconds; a thread that reads a share for longer is not waited for. */
const patience = 5000

export interface ReadFiles {
  readonly pack: CustomerPack
  /** By place in `ids`: 1 where there is such a customer; they stand in the pack one after the other. */
  readonly found: Uint8Array
}

/** Begins where another thread can; what is left is read when the answer is asked for. */
export function beginFiles(reading: Reading, ids: readonly string[], currency: Currency): () => ReadFiles {
  const { folder, onlyLooks = false } = reading
  const isShared = ids.length >= manyFiles && reading.thread !== undefined
  const room = isShared ? new SharedArrayBuffer(4) : new ArrayBuffer(4)
  const shares: Shares = { task: 'customers', folder, onlyLooks, currency, ids, next: new Int32Array(room) }
  const thread = isShared ? (reading.thread?.(shares) ?? null) : null
  return () => finish(reading, shares, thread)
}

function finish(reading: Reading, shares: Shares, thread: Thread | null): ReadFiles {
  const { ids } = shares
  const count = Math.ceil(ids.length / width)
  const waiting = new Map<number, Share>()
  const all: Gathered = { pack: packBuilder(ids.length), found: new Uint8Array(ids.length), done: 0 }
  const gather = (share: Share) => {
    waiting.set(share.index, share)
    for (let next = waiting.get(all.done); next !== undefined; next = waiting.get(all.done)) {
      waiting.delete(all.done)
      add(reading, all, next)
    }
  }
  const hear = (patience: number): boolean => {
    const answer = thread?.take(patience) ?? null
    if (answer !== null) gather(answer as Share)
    return answer !== null
  }
  for (let index = begin(shares); index < count; index = begin(shares)) {
    gather(readOne(reading.files, shares, index))
    while (hear(0)) {}
  }
  while (all.done < count && hear(patience)) {}
  // Where the thread came to nothing.
  while (all.done < count) gather(readOne(reading.files, shares, all.done))
  thread?.end()
  return { pack: all.pack.build(), found: all.found }
}

interface Gathered {
  readonly pack: PackBuilder
  readonly found: Uint8Array
  /** Shares before this one are all there. */
  done: number
}

function add(reading: Reading, all: Gathered, { found, pack, problems, read }: Share): void {
  all.found.set(found, all.done * width)
  all.pack.append(pack)
  reading.problems.push(...problems)
  reading.read.push(...read)
  all.done++
}

function begin({ next }: Shares): number {
  return Atomics.add(next, 0, 1)
}

function readOne(files: Files, { folder, onlyLooks, currency, ids }: Shares, index: number): Share {
  const reading: Reading = { files, folder, onlyLooks, cache: null, problems: [], read: [], listed: [] }
  const mine = ids.slice(index * width, (index + 1) * width)
  const pack = packBuilder(mine.length)
  const found = new Uint8Array(mine.length)
  for (const [i, id] of mine.entries()) {
    const file = readCustomerFile(reading, id, currency)
    if (file === null) continue
    pack.add(file.customer, file.content.status, file.content.sha256)
    found[i] = 1
  }
  return { index, found, pack: pack.data(), problems: reading.problems, read: reading.read }
}

export function isShares(job: unknown): job is Shares {
  return typeof job === 'object' && job !== null && 'task' in job && job.task === 'customers'
}

/** What the other thread does: share after share that nobody has begun. */
export function readShares(
  files: Files,
  shares: Shares,
  answer: (share: Share, moved: readonly ArrayBuffer[]) => void,
) {
  const count = Math.ceil(shares.ids.length / width)
  for (let index = begin(shares); index < count; index = begin(shares)) {
    const share = readOne(files, shares, index)
    const { keys, names, search, records } = share.pack
    const columns = [names, search, records].flatMap(({ ends, bytes }) => [ends, bytes])
    answer(
      share,
      [keys.keys, keys.digests, ...columns].map((c) => c.buffer as ArrayBuffer),
    )
  }
}
