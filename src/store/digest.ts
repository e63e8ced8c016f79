// The checksum of a file's bytes, by which the store knows a file again.
import { sha256 } from '../world/sha256.ts'
import { FileError, type Files } from '../world/world.ts'

export const digest = sha256

/** Null where there is no file. */
export function digestOf(files: Files, path: string): string | null {
  const bytes = readIfThere(files, path)
  return bytes === null ? null : digest(bytes)
}

export function readIfThere(files: Files, path: string): Uint8Array | null {
  try {
    return files.read(path)
  } catch (error) {
    if (error instanceof FileError && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  }
}
