// One part of the cache as a file: typed arrays under names, each with a checksum, read one by one as they are asked for.
import * as zlib from 'node:zlib'
import { FileError, type OpenFile } from '../../world/world.ts'
import { digest } from '../digest.ts'

export type Section = Uint8Array | Int32Array | Uint32Array | Float64Array
type Maker = {
  readonly name: string
  make(buffer: ArrayBuffer, offset: number, length: number): Section
  readonly width: number
}

const makers: readonly Maker[] = [
  { name: 'u8', make: (b, o, n) => new Uint8Array(b, o, n), width: 1 },
  { name: 'i32', make: (b, o, n) => new Int32Array(b, o, n), width: 4 },
  { name: 'u32', make: (b, o, n) => new Uint32Array(b, o, n), width: 4 },
  { name: 'f64', make: (b, o, n) => new Float64Array(b, o, n), width: 8 },
]

function makerOf(section: Section): Maker {
  const name =
    section instanceof Float64Array
      ? 'f64'
      : section instanceof Int32Array
        ? 'i32'
        : section instanceof Uint32Array
          ? 'u32'
          : 'u8'
  return makers.find((m) => m.name === name) ?? { name, make: (b, o, n) => new Uint8Array(b, o, n), width: 1 }
}

/** Changes with every build of the program: what another one made of a file may not be what this one makes of it. */
const build = process.env.CRM_BUILD ?? 'source'

/** Magic, length of the header, its checksum; read in the byte order of the machine, so that another's does not fit. */
const magic = 0x63726d32
const preamble = 16

interface Header<About> {
  readonly build: string
  readonly kind: string
  readonly about: About
  /** `sum`: of the bytes. They follow the header in this order, each from a multiple of eight on. */
  readonly sections: readonly (readonly [name: string, type: string, length: number, sum: number])[]
}

export interface Container<About> {
  readonly about: About
  /** Read and compared with its checksum at the first asking; undefined where there is none of that name, null where it is damaged. */
  section(name: string): Section | null | undefined
  /** Bytes of a section that nothing vouches for: whoever asks has a checksum of his own. Null where they cannot be had. */
  part(name: string, from: number, length: number): Uint8Array | null
}

/** Its bytes, piece after piece. */
export function packContainer<About>(kind: string, about: About, sections: ReadonlyMap<string, Section>): Uint8Array[] {
  const list = [...sections].map(([name, s]) => [name, makerOf(s).name, s.length, checksum(bytesOf(s))] as const)
  const header = new TextEncoder().encode(
    JSON.stringify({ build, kind, about, sections: list } satisfies Header<About>),
  )
  let size = padded(preamble + header.length)
  for (const section of sections.values()) size += padded(section.byteLength)
  const head = new Uint8Array(padded(preamble + header.length))
  head.set(header, preamble)
  new Uint32Array(head.buffer, 0, 4).set([magic, header.length, checksum(header), size])
  // Not put together: the largest have more than a hundred megabytes.
  const rest = (length: number) => new Uint8Array(padded(length) - length)
  return [head, ...[...sections.values()].flatMap((s) => [bytesOf(s), rest(s.byteLength)])]
}

/** Null for anything that does not begin as what `packContainer` of this very build made of this kind, or has another length. */
export function openContainer<About>(kind: string, file: OpenFile): Container<About> | null {
  const first = file.read(0, preamble)
  if (first.length < preamble) return null
  const [mark, headerLength = 0, sum, size] = new Uint32Array(first.slice().buffer)
  if (mark !== magic || size !== file.status.size || preamble + headerLength > size) return null
  const text = file.read(preamble, headerLength)
  if (checksum(text) !== sum) return null
  const header = JSON.parse(new TextDecoder().decode(text)) as Header<About>
  if (header.build !== build || header.kind !== kind) return null
  return { about: header.about, ...readers(file, header.sections, padded(preamble + headerLength)) }
}

interface Place {
  readonly maker: Maker
  readonly at: number
  readonly length: number
  readonly sum: number
}

function readers(
  file: OpenFile,
  sections: Header<unknown>['sections'],
  start: number,
): Pick<Container<unknown>, 'section' | 'part'> {
  const places = new Map<string, Place>()
  let at = start
  for (const [name, type, length, sum] of sections) {
    const maker = makers.find((m) => m.name === type)
    if (maker === undefined) continue
    places.set(name, { maker, at, length, sum })
    at += padded(length * maker.width)
  }
  const known = new Map<string, Section | null>()
  const read = ({ maker, at, length, sum }: Place): Section | null => {
    const bytes = readBytes(file, at, length * maker.width)
    return bytes === null || checksum(bytes) !== sum ? null : maker.make(aligned(bytes).buffer, 0, length)
  }
  return {
    section(name) {
      const place = places.get(name)
      if (place === undefined) return undefined
      const found = known.get(name)
      if (found !== undefined) return found
      const made = read(place)
      known.set(name, made)
      return made
    },
    part(name, from, length) {
      const place = places.get(name)
      return place === undefined || from + length > place.length ? null : readBytes(file, place.at + from, length)
    },
  }
}

function readBytes(file: OpenFile, from: number, length: number): Uint8Array | null {
  try {
    const bytes = file.read(from, length)
    return bytes.length === length ? bytes : null
  } catch (error) {
    if (error instanceof FileError) return null
    throw error
  }
}

/** With a buffer of its own, from its first byte on. */
function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset } = bytes
  return buffer instanceof ArrayBuffer && byteOffset === 0 ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes)
}

function bytesOf(section: Section): Uint8Array {
  return new Uint8Array(section.buffer, section.byteOffset, section.byteLength)
}

function padded(size: number): number {
  return Math.ceil(size / 8) * 8
}

/** Against damage, not against malice: who can write the cache can write the book. */
export function checksum(bytes: Uint8Array): number {
  // Node has it from 20.15 on.
  return typeof zlib.crc32 === 'function' ? zlib.crc32(bytes) : Number.parseInt(digest(bytes).slice(0, 8), 16)
}
