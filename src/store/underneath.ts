// What others did to the book between our reading and our writing: an editor that saved, a `git pull`.
import { problem, UserError } from '../core/base/problem.ts'
import type { FileStatus, Files } from '../world/world.ts'
import { digestOf } from './digest.ts'
import { isPassedOver } from './disk.ts'
import { lookUp } from './path.ts'

/** A file on which a plan may rest: what it was when it was read; null when it was not there. */
export interface SeenFile {
  /** Inside the book, with forward slashes. */
  readonly path: string
  readonly sha256: string | null
  /** True where a status tells for sure that the file is what it was; without it, or where it does not, the content is compared. */
  readonly isAsItWas?: (status: FileStatus) => boolean
}

/** A folder on which a plan may rest: the names in it, without those passed over. */
export interface SeenFolder {
  readonly path: string
  readonly names: readonly string[]
  /** True where a status tells for sure that the names are what they were. */
  readonly isAsItWas?: (status: FileStatus) => boolean
}

/** All of a book that was looked at. */
export interface Seen {
  readonly files: readonly SeenFile[]
  readonly folders: readonly SeenFolder[]
}

/** A UserError with exit 4 that names every file that is no longer what it was, has come or has gone. */
export function stopOnChanged(files: Files, folder: string, seen: Seen): void {
  const known = new Set<string>()
  const changed = [
    ...seen.files.filter((s) => !isAsRead(files, folder, s, known)).map((s) => s.path),
    ...seen.folders.flatMap((s) => changedNames(files, folder, s)),
  ]
  if (changed.length === 0) return
  throw new UserError(
    [...new Set(changed)].sort().map((file) => problem('changed-underneath', { file })),
    4,
  )
}

function isAsRead(files: Files, folder: string, { path, sha256, isAsItWas }: SeenFile, known: Set<string>): boolean {
  const there = lookUp(files, folder, path, known)
  if (there.status === null) return sha256 === null
  return isAsItWas?.(there.status) === true || digestOf(files, there.path) === sha256
}

/** Of a file of the book; null where there is none. `known` as for `lookUp`. */
export function digestThere(files: Files, folder: string, path: string, known?: Set<string>): string | null {
  const there = lookUp(files, folder, path, known)
  // No attempt to read what is not there: an error for each of ten thousand new files costs more than the files.
  return there.status === null ? null : digestOf(files, there.path)
}

/** What came and what went. A folder without anything in it says nothing: a commit makes those it needs beforehand. */
function changedNames(files: Files, folder: string, seen: SeenFolder): readonly string[] {
  const { path } = seen
  const full = path === '' ? folder : `${folder}/${path}`
  const status = files.status(full)
  if (status !== null && seen.isAsItWas?.(status) === true) return []
  const { names } = seen
  const now = status?.kind === 'folder' ? files.list(full).filter((name) => !isPassedOver(name)) : []
  const there = new Set(now)
  const then = new Set(names)
  const came = now.filter((name) => !then.has(name) && !isEmptyFolder(files, `${full}/${name}`))
  return [...came, ...names.filter((name) => !there.has(name))].map((name) => (path === '' ? name : `${path}/${name}`))
}

function isEmptyFolder(files: Files, path: string): boolean {
  return files.status(path)?.kind === 'folder' && files.list(path).length === 0
}
