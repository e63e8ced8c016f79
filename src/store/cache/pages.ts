// Records found by a key on one of many small pages, each with a checksum of its own: a look reads a page, not the section.
import { hashOf, hashStart, hashStep } from '../csv/byte-dictionary.ts'
import { type Container, checksum, type Section } from './container.ts'

/** About so many bytes to a page. */
const pageSize = 4096

/** Before a record stand the length of its key, its own length, and the key. */
const headSize = 5

export interface Records {
  readonly count: number
  /** Of ASCII characters. */
  key(i: number): string
  /** In bytes. */
  size(i: number): number
  write(i: number, to: DataView, at: number): void
}

/** Every record is laid where it belongs in one piece of memory: there may be a hundred thousand. */
export function packPages(name: string, records: Records): Iterable<readonly [name: string, section: Section]> {
  const { count } = records
  let total = 0
  for (let i = 0; i < count; i++) total += records.size(i)
  const pages = 2 ** Math.max(0, Math.ceil(Math.log2(total / pageSize)))
  const pageAt = new Uint32Array(count)
  const ends = new Uint32Array(pages)
  for (let i = 0; i < count; i++) {
    const page = pageOf(hashOfText(records.key(i)), pages)
    pageAt[i] = page
    ends[page] = (ends[page] ?? 0) + headSize + records.key(i).length + records.size(i)
  }
  const next = new Uint32Array(pages)
  for (let page = 1; page < pages; page++) {
    next[page] = ends[page - 1] ?? 0
    ends[page] = (ends[page] ?? 0) + (next[page] ?? 0)
  }
  const bytes = Buffer.allocUnsafeSlow(ends[pages - 1] ?? 0)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let i = 0; i < count; i++) {
    const page = pageAt[i] ?? 0
    const at = next[page] ?? 0
    const key = records.key(i)
    view.setUint8(at, key.length)
    view.setUint32(at + 1, records.size(i), true)
    for (let c = 0; c < key.length; c++) view.setUint8(at + headSize + c, key.charCodeAt(c))
    records.write(i, view, at + headSize + key.length)
    next[page] = at + headSize + key.length + records.size(i)
  }
  const sums = Uint32Array.from(ends, (end, page) => checksum(bytes.subarray(page === 0 ? 0 : ends[page - 1], end)))
  return [
    [`${name} ends`, ends],
    [`${name} sums`, sums],
    [`${name} bytes`, bytes],
  ]
}

/** The record of a key; undefined where there is none, null where it cannot be told. */
export function readRecord(from: Container<unknown>, name: string, key: string): Buffer | undefined | null {
  const [ends, sums] = [from.section(`${name} ends`), from.section(`${name} sums`)]
  if (!(ends instanceof Uint32Array) || !(sums instanceof Uint32Array)) return null
  const id = Buffer.from(key, 'latin1')
  const page = pageOf(hashOf(id, 0, id.length), ends.length)
  const start = page === 0 ? 0 : (ends[page - 1] ?? 0)
  const bytes = from.part(`${name} bytes`, start, (ends[page] ?? 0) - start)
  if (bytes === null || checksum(bytes) !== sums[page]) return null
  const records = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < records.length; ) {
    const length = records.readUInt8(at)
    const size = records.readUInt32LE(at + 1)
    const record = at + 5 + length
    if (records.subarray(at + 5, record).equals(id)) return records.subarray(record, record + size)
    at = record + size
  }
  return undefined
}

function pageOf(hash: number, count: number): number {
  return (hash ^ (hash >>> 15)) & (count - 1)
}

function hashOfText(text: string): number {
  let hash = hashStart
  for (let i = 0; i < text.length; i++) hash = hashStep(hash, text.charCodeAt(i))
  return hash
}
