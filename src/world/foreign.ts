// Files from outside the book, as the user names them from where he stands.
import { basename, join, resolve } from 'node:path'
import { problem, UserError } from '../core/base/problem.ts'
import { FileError, type World } from './world.ts'

/** Larger files are not statements or tables of a small firm. */
const limit = 512 * 1024 * 1024

export interface ForeignFile {
  /** Without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

export function isFileThere(world: World, path: string): boolean {
  return world.files.status(resolve(world.folder, path)) !== null
}

const deepest = 8
const most = 10_000

/** A file itself, or those of a folder whose names are accepted, by path; the names of the others. Links are not followed. */
export function foreignPaths(
  world: World,
  path: string,
  accepts: (name: string) => boolean,
): { readonly paths: readonly string[]; readonly skipped: readonly string[] } {
  const kindOf = (at: string) => world.files.status(resolve(world.folder, at))?.kind
  if (path === '-' || kindOf(path) !== 'folder') return { paths: [path], skipped: [] }
  const paths: string[] = []
  const skipped: string[] = []
  const look = (folder: string, depth: number) => {
    for (const name of world.files.list(resolve(world.folder, folder))) {
      const at = join(folder, name)
      const kind = kindOf(at)
      if (name.startsWith('.') || paths.length >= most) continue
      if (kind === 'folder' && depth < deepest) look(at, depth + 1)
      else if (kind === 'file' && accepts(name)) paths.push(at)
      else skipped.push(name)
    }
  }
  look(path, 0)
  return { paths, skipped }
}

/** `-` is standard input. */
export function readForeign(world: World, path: string): ForeignFile {
  if (path === '-') return { name: '-', bytes: world.terminal.readInput() }
  const whole = resolve(world.folder, path)
  try {
    const size = world.files.status(whole)?.size ?? 0
    if (size > limit) throw new UserError([problem('file-too-large', { size, limit }, { file: path })])
    return { name: basename(path), bytes: world.files.read(whole) }
  } catch (error) {
    if (error instanceof FileError) throw new UserError([problem('cannot-read', { path, reason: error.code })])
    throw error
  }
}
