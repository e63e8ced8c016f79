// Many texts as one: their UTF-8 one after another, and where each ends.
import { isAscii } from 'node:buffer'

export interface TextColumn {
  readonly ends: Uint32Array
  readonly bytes: Uint8Array
}

/** Up to so many bytes of ASCII are made one string. */
const wholeText = 2 ** 23

/** The texts by their indexes. A column of ASCII is cut from one string, which costs next to nothing. */
export function textReader({ ends, bytes }: TextColumn): (i: number) => string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (all.length > wholeText || !isAscii(all)) return (i) => all.toString('utf8', startOf(ends, i), ends[i] ?? 0)
  const whole = all.toString('latin1')
  return (i) => whole.slice(startOf(ends, i), ends[i] ?? 0)
}

export function textBytes({ ends, bytes }: TextColumn, i: number): Uint8Array {
  return bytes.subarray(startOf(ends, i), ends[i])
}

function startOf(ends: Uint32Array, i: number): number {
  return i === 0 ? 0 : (ends[i - 1] ?? 0)
}

const encoder = new TextEncoder()

export interface TextColumnBuilder {
  push(text: string): void
  copy(from: TextColumn, i: number): void
  append(all: TextColumn): void
  build(): TextColumn
}

export function textColumn(): TextColumnBuilder {
  let buffer = Buffer.allocUnsafeSlow(4096)
  let used = 0
  const ends: number[] = []
  const makeRoom = (more: number) => {
    if (used + more <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, used + more))
    buffer.copy(larger, 0, 0, used)
    buffer = larger
  }
  return {
    push(text) {
      // No UTF-16 unit needs more than three bytes.
      makeRoom(text.length * 3)
      // Several times quicker than `buffer.write` where not all is ASCII.
      used += encoder.encodeInto(text, buffer.subarray(used)).written
      ends.push(used)
    },
    copy(from, i) {
      const bytes = textBytes(from, i)
      makeRoom(bytes.length)
      buffer.set(bytes, used)
      used += bytes.length
      ends.push(used)
    },
    append(all) {
      makeRoom(all.bytes.length)
      buffer.set(all.bytes, used)
      for (const end of all.ends) ends.push(used + end)
      used += all.bytes.length
    },
    build: () => ({ ends: Uint32Array.from(ends), bytes: buffer.subarray(0, used) }),
  }
}
