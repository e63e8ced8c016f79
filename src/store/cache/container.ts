// One part of the cache as bytes: typed arrays under names, with a checksum, so that whatever is damaged is not believed.
import * as zlib from 'node:zlib'
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

function makerOf(section: Section): string {
  if (section instanceof Float64Array) return 'f64'
  if (section instanceof Int32Array) return 'i32'
  return section instanceof Uint32Array ? 'u32' : 'u8'
}

/** Changes with every build of the program: what another one made of a file may not be what this one makes of it. */
const build = process.env.CRM_BUILD ?? 'source'

/** Magic, checksum of what follows it, length of the header; read in the byte order of the machine, so that another's does not fit. */
const magic = 0x63726d31
const preamble = 16

interface Header<About> {
  readonly build: string
  readonly kind: string
  readonly about: About
  readonly sections: readonly (readonly [name: string, type: string, length: number])[]
}

export interface Container<About> {
  readonly about: About
  readonly sections: ReadonlyMap<string, Section>
}

export function packContainer<About>(kind: string, about: About, sections: ReadonlyMap<string, Section>): Uint8Array {
  const list = [...sections].map(([name, s]) => [name, makerOf(s), s.length] as const)
  const header = new TextEncoder().encode(
    JSON.stringify({ build, kind, about, sections: list } satisfies Header<About>),
  )
  let size = padded(preamble + header.length)
  for (const section of sections.values()) size += padded(section.byteLength)
  const bytes = new Uint8Array(size)
  bytes.set(header, preamble)
  let at = padded(preamble + header.length)
  for (const section of sections.values()) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at)
    at += padded(section.byteLength)
  }
  const words = new Uint32Array(bytes.buffer, 0, 3)
  words[2] = header.length
  words.set([magic, checksum(bytes.subarray(8))])
  return bytes
}

/** Null for anything but what `packContainer` of this very build made of this kind. The sections are views of the bytes. */
export function openContainer<About>(kind: string, found: Uint8Array): Container<About> | null {
  // Sections need an aligned start.
  const bytes = found.byteOffset % 8 === 0 ? found : found.slice()
  if (bytes.length < preamble || !(bytes.buffer instanceof ArrayBuffer)) return null
  const [mark, sum, headerLength = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3)
  if (mark !== magic || preamble + headerLength > bytes.length || checksum(bytes.subarray(8)) !== sum) return null
  const text = new TextDecoder().decode(bytes.subarray(preamble, preamble + headerLength))
  const header = JSON.parse(text) as Header<About>
  if (header.build !== build || header.kind !== kind) return null
  const sections = new Map<string, Section>()
  let at = padded(preamble + headerLength)
  for (const [name, type, length] of header.sections) {
    const maker = makers.find((m) => m.name === type)
    if (maker === undefined || at + length * maker.width > bytes.length) return null
    sections.set(name, maker.make(bytes.buffer, bytes.byteOffset + at, length))
    at += padded(length * maker.width)
  }
  return { about: header.about, sections }
}

function padded(size: number): number {
  return Math.ceil(size / 8) * 8
}

/** Against damage, not against malice: who can write the cache can write the book. */
function checksum(bytes: Uint8Array): number {
  // Node has it from 20.15 on.
  return typeof zlib.crc32 === 'function' ? zlib.crc32(bytes) : Number.parseInt(digest(bytes).slice(0, 8), 16)
}
