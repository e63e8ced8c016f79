// Files from outside the book, as the user names them from where he stands.
import { basename, resolve } from 'node:path'
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
