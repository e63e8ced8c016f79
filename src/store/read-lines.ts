// Single lines of a large file, found by where they begin.
import { FileError, type FileStatus } from '../world/world.ts'
import type { Reading } from './disk.ts'

export interface LinesFile {
  readonly reading: Reading
  readonly path: string
  isSame(status: FileStatus): boolean
}

/** Most lines are shorter, so that one look is enough. */
const usualLine = 256
/** From so many lines on, reading the whole file is quicker than looking for each. */
const manyLines = 200

/** Each with its newline; null where the file is another than it was, or a line does not end. `from`: a file, or all of its bytes. */
export function readLines(from: LinesFile | Uint8Array, offsets: readonly number[]): readonly Uint8Array[] | null {
  if (from instanceof Uint8Array) return linesIn(from, offsets)
  const { reading, path, isSame } = from
  try {
    const file = reading.files.open(`${reading.folder}/${path}`)
    try {
      if (!isSame(file.status)) return null
      if (offsets.length > manyLines) return linesIn(file.read(0, file.status.size), offsets)
      const lines: Uint8Array[] = []
      for (const offset of offsets) {
        let line: Uint8Array | null = null
        for (let size = usualLine; line === null; size *= 16) {
          const bytes = file.read(offset, size)
          line = lineIn(bytes, 0)
          if (line === null && bytes.length < size) return null
        }
        lines.push(line)
      }
      return lines
    } finally {
      file.close()
    }
  } catch (error) {
    if (error instanceof FileError) return null
    throw error
  }
}

function linesIn(bytes: Uint8Array, offsets: readonly number[]): readonly Uint8Array[] | null {
  const lines = offsets.map((offset) => lineIn(bytes, offset))
  return lines.some((line) => line === null) ? null : lines.filter((line) => line !== null)
}

function lineIn(bytes: Uint8Array, offset: number): Uint8Array | null {
  const end = bytes.indexOf(0x0a, offset)
  return end < 0 ? null : bytes.subarray(offset, end + 1)
}
