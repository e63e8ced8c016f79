// A new book: its files, all or none of them, its folders, and git where there is none above.
import { basename, dirname, resolve } from 'node:path'
import { note, type Problem, problem, UserError, warning } from '../core/base/problem.ts'
import type { NewBook } from '../core/book/new-book.ts'
import type { Files, World } from '../world/world.ts'
import { commit } from './commit.ts'
import { faultOf } from './fault.ts'
import { settingsFile } from './find.ts'
import { withLock } from './lock.ts'
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

/** Never touches a file that is there: a folder with a crm.yaml is refused, one with other files gets only what is missing. */
export async function createBook(
  wish: CreateWish,
  world: World,
  options: { readonly dryRun: boolean; readonly waitSeconds: number },
): Promise<Created> {
  const folder = resolve(world.folder, wish.folder)
  const { files } = world
  stopOnBook(files, folder, wish)
  const texts = [...newBookFiles(wish.start)].sort(([a], [b]) => (a < b ? -1 : 1))
  const paths = texts.map(([path]) => path)
  if (options.dryRun) return { files: paths, problems: [note('dry-run', {})] }
  explaining(folder, () => makeLasting(files, folder))
  await withLock(world, folder, { verb: 'init', waitSeconds: options.waitSeconds }, () => {
    // One that was killed in the middle has just been finished.
    stopOnBook(files, folder, wish)
    const missing = texts.filter(([path]) => files.status(`${folder}/${path}`) === null)
    const edits = missing.map(([path, text]) => ({ path, before: null, after: new TextEncoder().encode(text) }))
    explaining(folder, () => {
      for (const name of bookFolders) files.makeFolder(`${folder}/${name}`)
    })
    commit(world, folder, { edits })
  })
  const git = wish.git && !insideGit(world, folder) ? startGit(world, folder) : []
  return { files: paths, problems: [...git, note('book-created', { path: wish.folder })] }
}

function stopOnBook(files: Files, folder: string, wish: CreateWish): void {
  if (files.status(`${folder}/${settingsFile}`) !== null)
    throw new UserError([problem('book-exists', { path: wish.folder })])
}

/** With every folder above that is not there yet. */
function makeLasting(files: Files, folder: string): void {
  const missing: string[] = []
  for (let at = folder; files.status(at) === null; at = dirname(at)) missing.push(at)
  files.makeFolder(folder)
  for (const made of missing) files.syncFolder(dirname(made))
}

function explaining(folder: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    throw error instanceof UserError ? error : new UserError([faultOf(error, folder)])
  }
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
