// Bytes in memory as a file that is read in parts.
import { FileError, type FileStatus, type OpenFile } from '../../src/world/world.ts'

export function openBytes(bytes: Uint8Array, statusOf: () => FileStatus | null): OpenFile {
  const status = statusOf()
  if (status === null) throw new FileError('ENOENT', 'open', '')
  return { status, read: (from, length) => bytes.slice(from, from + length), close: () => {} }
}
