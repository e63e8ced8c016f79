// Names inside a book: which a book may hold, and that the way to them does not lead out of it.
import { problem, UserError } from '../core/base/problem.ts'
import type { FileKind, FileStatus, Files } from '../world/world.ts'

const part = /^\.?[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._()+-]*[\p{L}\p{M}\p{N}_)+-])?$/u
const windowsDevice = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const notOurs = new Set(['.git', '.crm'])

/**
 * True for a path relative to the book, with forward slashes, that every common file system can hold and that stays inside:
 * letters, digits, blanks and `._()+-`, no part beginning or ending in a dot (but `.gitignore`), none a device of Windows.
 */
export function isBookPath(path: string): boolean {
  const parts = path.split('/')
  if (path.length > 512 || path.normalize('NFC') !== path || notOurs.has((parts[0] ?? '').toLowerCase())) return false
  return parts.every((p) => p.length <= 120 && part.test(p) && !windowsDevice.test(p))
}

/**
 * The absolute path of a file of the book that is absent (status null) or a plain file reached through plain folders;
 * a UserError for anything else, so that no link leads out of the book. `known` remembers folders already looked at.
 */
export function lookUp(
  files: Files,
  folder: string,
  path: string,
  known = new Set<string>(),
): { readonly path: string; readonly status: FileStatus | null } {
  if (!isBookPath(path)) throw new UserError([problem('bad-file-name', { name: path })])
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  let here = folder
  for (const p of parts) {
    here = `${here}/${p}`
    if (known.has(here)) continue
    const kind = files.status(here)?.kind
    if (kind === undefined) return { path: `${folder}/${path}`, status: null }
    if (kind !== 'folder') throw notPlain(path, kind)
    known.add(here)
  }
  const status = files.status(`${here}/${name}`)
  if (status !== null && status.kind !== 'file') throw notPlain(path, status.kind)
  return { path: `${here}/${name}`, status }
}

/** For what is met where a plain file, or a plain folder on the way to it, has to be. */
export function notPlain(path: string, kind: FileKind): UserError {
  return new UserError([problem('not-a-file', { kind: kind === 'file' ? 'other' : kind }, { file: path })])
}
