// Files of a book as they lie on the disk: plain files only, read once, with the digest a commit will ask for.
import { type Problem, problem } from '../core/base/problem.ts'
import { FileError, type FileStatus, type Files, type World } from '../world/world.ts'
import type { Cache } from './cache/cache.ts'
import { digest } from './digest.ts'
import type { GitLook } from './git-look.ts'
import { decodeSource, type Source } from './source.ts'
import type { SeenFile, SeenFolder } from './underneath.ts'

/** The content of a file, and its status from before it was read. */
export interface Content {
  readonly bytes: Uint8Array
  readonly status: FileStatus
  readonly sha256: string
}

/** One reading of a book: where, what came of it so far. */
export interface Reading {
  readonly files: Files
  readonly folder: string
  readonly problems: Problem[]
  readonly read: SeenFile[]
  readonly listed: SeenFolder[]
  /** Null where the book is not read as it lies on the disk. */
  readonly cache: Cache | null
  /** Nothing is written afterwards: which files were seen need not be remembered. */
  readonly onlyLooks?: boolean
  /** What git said of the customers' files, where it was asked. */
  readonly git?: GitLook | null
  /** Work in another thread, where the files are the real ones. */
  readonly thread?: World['thread']
}

/** Where reading tells no status; equals that of no file. */
const unknown: FileStatus = {
  kind: 'other',
  size: -1,
  mtimeMs: Number.NaN,
  ctimeMs: Number.NaN,
  inode: -1,
  device: -1,
  links: 0,
}

class TooLarge extends Error {
  constructor(readonly size: number) {
    super(`${size} bytes`)
  }
}

/** Null where there is no such file, and null with a problem where it cannot be read. */
export function readBytes(reading: Reading, path: string, limit: number): Uint8Array | null {
  return readContent(reading, path, limit)?.bytes ?? null
}

/** The same with what the cache wants to know. */
export function readContent(reading: Reading, path: string, limit: number): Content | null {
  const { files, folder, problems } = reading
  const full = `${folder}/${path}`
  try {
    let status = unknown
    const bytes = files.read(full, (opened) => {
      status = opened
      if (opened.size > limit) throw new TooLarge(opened.size)
    })
    const sha256 = digest(bytes)
    if (reading.onlyLooks !== true) reading.read.push({ path, sha256 })
    return { bytes, status, sha256 }
  } catch (error) {
    if (error instanceof TooLarge) problems.push(problem('file-too-large', { size: error.size, limit }, { file: path }))
    else if (error instanceof FileError) unreadable(reading, path, error)
    else throw error
    return null
  }
}

/** Whether a file has just this content; false where it cannot be read. */
export function hasDigest({ files, folder }: Reading, path: string, sha256: string): boolean {
  try {
    return digest(files.read(`${folder}/${path}`)) === sha256
  } catch (error) {
    if (error instanceof FileError) return false
    throw error
  }
}

/** A status is asked for only where reading failed: a large book has many files. */
function unreadable({ files, folder, problems, read }: Reading, path: string, { code }: FileError): void {
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    read.push({ path, sha256: null })
    return
  }
  try {
    const kind = files.status(`${folder}/${path}`)?.kind ?? 'file'
    if (kind !== 'file') problems.push(problem('not-a-file', { kind }, { file: path }))
    else problems.push(problem('file-unreadable', { reason: code }, { file: path }))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    problems.push(problem('file-unreadable', { reason: error.code }, { file: path }))
  }
}

export function readSource(reading: Reading, path: string, limit: number): Source | null {
  const bytes = readBytes(reading, path, limit)
  return bytes === null ? null : decodeSource(path, bytes, limit, reading.problems)
}

/**
 * Names in a folder of the book, sorted, without hidden files and what editors leave behind (`name~`, `#name#`);
 * a link in place of the folder is refused.
 */
export function listFolder(reading: Reading, path: string): string[] {
  const names = namesIn(reading, path)
  reading.listed.push({ path, names })
  return names
}

function namesIn(reading: Reading, path: string): string[] {
  const full = `${reading.folder}/${path}`
  try {
    const status = reading.files.status(full)
    if (status === null) return []
    if (status.kind === 'folder') return reading.files.list(full).filter((name) => !isPassedOver(name))
    reading.problems.push(problem('not-a-file', { kind: status.kind === 'link' ? 'link' : 'other' }, { file: path }))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    reading.problems.push(problem('file-unreadable', { reason: error.code }, { file: path }))
  }
  return []
}

/** The files of a folder whose names are as they must be, by the part of the name before the ending; any other name is a problem. */
export function namedFiles(
  reading: Reading,
  folder: string,
  ending: '.yaml' | '.csv',
  accepts: (stem: string) => boolean,
): { readonly stem: string; readonly path: string }[] {
  const found: { stem: string; path: string }[] = []
  for (const name of listFolder(reading, folder)) {
    const path = `${folder}/${name}`
    const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : null
    if (stem !== null && accepts(stem)) found.push({ stem, path })
    else reading.problems.push(problem('bad-file-name', { name }, { file: path }))
  }
  return found
}

/** The folders of a folder whose names are as they must be; any other name is a problem, so that nothing is overlooked. */
export function namedFolders(reading: Reading, folder: string, accepts: (name: string) => boolean): string[] {
  return listFolder(reading, folder).filter((name) => {
    if (!accepts(name)) reading.problems.push(problem('bad-file-name', { name }, { file: `${folder}/${name}` }))
    return accepts(name)
  })
}

export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~') || name.startsWith('#')
}
