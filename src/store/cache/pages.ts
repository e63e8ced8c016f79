// Records found by a key on one of many small pages, each with a checksum of its own: a look reads a page, not the section.
import { hashOf } from '../csv/byte-dictionary.ts'
import { type Container, checksum, type Section } from './container.ts'

/** About so many bytes to a page. */
const pageSize = 4096

export interface PageWriter {
  /** Keys are of ASCII characters. */
  add(key: string, record: Uint8Array): void
  sections(): Iterable<readonly [name: string, section: Section]>
}

/** `size`: about how many bytes all records have together. */
export function pageWriter(name: string, size: number): PageWriter {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(size / pageSize)))
  const pages = Array.from({ length: count }, (): Uint8Array[] => [])
  return {
    add(key, record) {
      const id = Buffer.from(key, 'latin1')
      const head = Buffer.alloc(5)
      head.writeUInt8(id.length)
      head.writeUInt32LE(record.length, 1)
      pages[pageOf(id, count)]?.push(head, id, record)
    },
    sections() {
      const ends = new Uint32Array(count)
      const sums = new Uint32Array(count)
      const packed = pages.map((parts) => Buffer.concat(parts))
      let end = 0
      for (const [i, page] of packed.entries()) {
        end += page.length
        ends[i] = end
        sums[i] = checksum(page)
      }
      return [
        [`${name} ends`, ends],
        [`${name} sums`, sums],
        [`${name} bytes`, Buffer.concat(packed)],
      ]
    },
  }
}

/** The record of a key; undefined where there is none, null where it cannot be told. */
export function readRecord(from: Container<unknown>, name: string, key: string): Buffer | undefined | null {
  const [ends, sums] = [from.section(`${name} ends`), from.section(`${name} sums`)]
  if (!(ends instanceof Uint32Array) || !(sums instanceof Uint32Array)) return null
  const id = Buffer.from(key, 'latin1')
  const page = pageOf(id, ends.length)
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

function pageOf(id: Uint8Array, count: number): number {
  const hash = hashOf(id, 0, id.length)
  return (hash ^ (hash >>> 15)) & (count - 1)
}
