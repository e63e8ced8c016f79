// What git knows of the customers' files: a question to another process costs less than a look at each of a hundred thousand.
import { resolve } from 'node:path'
import type { FileStatus, Files, World } from '../world/world.ts'
import { readIfThere } from './digest.ts'
import { readHead } from './head.ts'
import { safeGit } from './known.ts'

/** Of one moment; files are named by the ids of their customers. */
export interface GitLook {
  /** The counter of the book's commits before it. */
  readonly head: number
  /** Of `customers/` in HEAD. */
  readonly tree: string
  readonly index: FileStatus
  /** Tracked files that are not as HEAD has them. */
  readonly changed: ReadonlySet<string>
  /** Tracked files of whose changes git hears; null where the index is the one that was asked about before. */
  readonly tracked: ReadonlySet<string> | null
  /** What differs between the tree that was asked about before and this one; null where there was none. */
  readonly sinceThen: ReadonlySet<string> | null
}

/** What was recorded of an earlier look. */
export interface GitBefore {
  readonly tree: string
  /** Null where it was so young that it may have changed unseen. */
  readonly index: Pick<FileStatus, 'size' | 'mtimeMs' | 'ctimeMs' | 'inode'> | null
}

type LookWorld = Pick<World, 'files' | 'beside'>

/** Null where the book is in no git, or git cannot be trusted to see every change: the files are looked at then. */
export async function lookWithGit(world: LookWorld, folder: string, before: GitBefore | null): Promise<GitLook | null> {
  const head = readHead(world.files, folder)
  const ask = asking(world, folder)
  const place = await placeOf(world.files, folder, ask)
  if (place === null || mayFilter(world.files, folder, place)) return null
  const { prefix, tree, index } = place
  const status = await ask([
    ...['status', '--porcelain=v1', '-z', '--untracked-files=no', '--ignore-submodules=all', '--no-renames'],
    ...['--', 'customers'],
  ])
  const differing =
    before === null || before.tree === tree
      ? ''
      : await ask(['diff-tree', '-r', '-z', '--name-only', before.tree, tree])
  // A tree that is there no more cannot be compared; then nothing is known of before.
  const known = differing === null ? null : before
  const isAsked = known?.index != null && sameFile(known.index, index)
  const listed = isAsked ? '' : await ask(['ls-files', '-v', '-z', '--', 'customers'])
  // A commit meanwhile would make of the old tree and the new status what never was.
  const after = await placeOf(world.files, folder, ask)
  if (status === null || listed === null || after?.tree !== tree || !sameFile(after.index, index)) return null
  return {
    head,
    tree,
    index,
    changed: new Set(parts(status).flatMap((entry) => idIn(`${prefix}customers/`, entry.slice(3)))),
    tracked: isAsked
      ? null
      : new Set(parts(listed).flatMap((entry) => (entry.startsWith('H ') ? idIn('customers/', entry.slice(2)) : []))),
    sinceThen: known === null ? null : new Set(parts(differing ?? '').flatMap((path) => idIn('', path))),
  }
}

type Ask = (args: readonly string[]) => Promise<string | null>

/** What git answers; null where it refuses. */
function asking(world: LookWorld, folder: string): Ask {
  return async (args) => {
    const { code, stdout } = await world.beside('git', [...safeGit, ...strict, ...args], { folder, environment })
    return code === 0 ? new TextDecoder().decode(stdout) : null
  }
}

interface GitPlace {
  readonly top: string
  /** Of the book in the work tree, with a slash behind it; empty where the book is the whole. */
  readonly prefix: string
  readonly attributes: string
  readonly tree: string
  readonly index: FileStatus
}

async function placeOf(files: Files, folder: string, ask: Ask): Promise<GitPlace | null> {
  const paths = ['--git-path', 'index', '--git-path', 'info/attributes']
  const said = await ask(['rev-parse', '--show-toplevel', '--show-prefix', ...paths, 'HEAD:./customers'])
  const [top, prefix, indexPath, attributes, tree] = said?.split('\n') ?? []
  if (top === undefined || prefix === undefined || indexPath === undefined || attributes === undefined) return null
  const index = files.status(resolve(folder, indexPath))
  if (index === null || tree === undefined || !/^[0-9a-f]{40,64}$/.test(tree)) return null
  return { top, prefix, attributes, tree, index }
}

/** Every change counts, whatever the settings of the repository say. */
const strict = [
  'core.trustctime=true',
  'core.checkStat=default',
  'core.ignoreStat=false',
  'core.untrackedCache=false',
  'core.attributesFile=/dev/null',
].flatMap((setting) => ['-c', setting])

/** No lock is taken for a look; nothing of the caller's own git (a hook that runs crm) decides which repository is looked at. */
const environment = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_ATTR_NOSYSTEM: '1' }

function parts(text: string): readonly string[] {
  return text.split('\0').filter((part) => part !== '')
}

/** None where the file is no customer's. */
function idIn(folder: string, path: string): readonly string[] {
  return path.startsWith(folder) && path.endsWith(ending) ? [path.slice(folder.length, -ending.length)] : []
}

const ending = '.yaml'

export function sameFile(a: NonNullable<GitBefore['index']>, b: NonNullable<GitBefore['index']>): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.inode === b.inode
}

/** With a filter two contents are one to git, and a program of the user's runs. */
function mayFilter(files: Files, folder: string, at: GitPlace): boolean {
  const folders = at.prefix.split('/').filter((name) => name !== '')
  const above = folders.map((_, i) => `${at.top}/${folders.slice(0, i + 1).join('/')}`)
  const paths = [at.top, ...above, `${folder}/customers`].map((path) => `${path}/.gitattributes`)
  return [...paths, resolve(folder, at.attributes)].some((path) => {
    const bytes = readIfThere(files, path)
    return bytes !== null && /filter|ident|working-tree-encoding/.test(new TextDecoder().decode(bytes))
  })
}
