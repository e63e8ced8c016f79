// The checksum of a file's bytes, by which the store knows a file again.
import * as crypto from 'node:crypto'
import { FileError, type Files } from '../world/world.ts'

/** SHA-256 as lower-case hexadecimal. */
export function digest(bytes: Uint8Array | string): string {
  // In one call where Node has it (20.12): a book may have a hundred thousand small files.
  return typeof crypto.hash === 'function'
    ? crypto.hash('sha256', bytes)
    : crypto.createHash('sha256').update(bytes).digest('hex')
}

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
