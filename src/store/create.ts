// A new book: its files, its folders, and git where there is none above.
import { basename, dirname, resolve } from 'node:path'
import { note, type Problem, problem, UserError, warning } from '../core/base/problem.ts'
import type { NewBook } from '../core/book/new-book.ts'
import { FileError, type World } from '../world/world.ts'
import { faultOf } from './fault.ts'
import { bookFolders, newBookFiles } from './template.ts'

export interface CreateWish {
  readonly folder: string
  readonly start: NewBook
  readonly git: boolean
}

export interface Created {
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * Never touches a file that is there: a folder with a crm.yaml is refused, one with other files gets only what is missing.
 * `crm.yaml` is written last, so that a half-made folder is no book and the command can be repeated.
 */
export function createBook(wish: CreateWish, world: World, dryRun: boolean): Created {
  const folder = resolve(world.folder, wish.folder)
  const { files } = world
  if (files.status(`${folder}/crm.yaml`) !== null) throw new UserError([problem('book-exists', { path: wish.folder })])
  const texts = newBookFiles(wish.start)
  const paths = [...texts.keys()].sort(
    (a, b) => Number(a === 'crm.yaml') - Number(b === 'crm.yaml') || (a < b ? -1 : 1),
  )
  if (dryRun) return { files: paths, problems: [note('dry-run', {})] }
  try {
    files.makeFolder(folder)
    for (const name of bookFolders) files.makeFolder(`${folder}/${name}`)
    for (const path of paths) {
      const target = `${folder}/${path}`
      files.makeFolder(dirname(target))
      if (files.status(target) === null) files.create(target, new TextEncoder().encode(texts.get(path) ?? ''))
    }
    files.syncFolder(folder)
  } catch (error) {
    throw error instanceof FileError ? new UserError([faultOf(error, folder)]) : error
  }
  const git = wish.git && !insideGit(world, folder) ? startGit(world, folder) : []
  return { files: paths, problems: [...git, note('book-created', { path: wish.folder })] }
}

function insideGit(world: World, folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (world.files.status(`${at}/.git`) !== null) return true
    if (basename(at) === '' || dirname(at) === at) return false
  }
}

function startGit(world: World, folder: string): Problem[] {
  const result = world.run('git', ['init', '--quiet'], { folder })
  return result.code === 0 ? [] : [warning('git-failed', { reason: result.stderr.trim().split('\n')[0] ?? '' })]
}
