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
  const ask = async (args: readonly string[]): Promise<string | null> => {
    const { code, stdout } = await world.beside('git', [...safeGit, ...strict, ...args], { folder, environment })
    return code === 0 ? new TextDecoder().decode(stdout) : null
  }
  const [where, status] = await Promise.all([
    ask([
      'rev-parse',
      '--show-toplevel',
      '--show-prefix',
      '--git-path',
      'index',
      '--git-path',
      'info/attributes',
      'HEAD:./customers',
    ]),
    ask([
      'status',
      '--porcelain=v1',
      '-z',
      '--untracked-files=no',
      '--ignore-submodules=all',
      '--no-renames',
      '--',
      'customers',
    ]),
  ])
  const [top, prefix, indexPath, attributes, tree] = where?.split('\n') ?? []
  if (status === null || top === undefined || prefix === undefined || indexPath === undefined) return null
  if (attributes === undefined || tree === undefined || !/^[0-9a-f]{40,64}$/.test(tree)) return null
  if (mayFilter(world.files, folder, { top, prefix, attributes })) return null
  const index = world.files.status(resolve(folder, indexPath))
  if (index === null) return null
  const isSame = before?.index != null && sameFile(before.index, index)
  const [listed, differing] = await Promise.all([
    isSame ? '' : ask(['ls-files', '-v', '-z', '--', 'customers']),
    before === null || before.tree === tree ? '' : ask(['diff-tree', '-r', '-z', '--name-only', before.tree, tree]),
  ])
  if (listed === null || differing === null) return null
  return {
    head,
    tree,
    index,
    changed: new Set(parts(status).flatMap((entry) => idIn(`${prefix}customers/`, entry.slice(3)))),
    tracked: isSame
      ? null
      : new Set(parts(listed).flatMap((entry) => (entry.startsWith('H ') ? idIn('customers/', entry.slice(2)) : []))),
    sinceThen: before === null ? null : new Set(parts(differing).flatMap((path) => idIn('', path))),
  }
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
function mayFilter(files: Files, folder: string, at: { top: string; prefix: string; attributes: string }): boolean {
  const folders = at.prefix.split('/').filter((name) => name !== '')
  const above = folders.map((_, i) => `${at.top}/${folders.slice(0, i + 1).join('/')}`)
  const paths = [at.top, ...above, `${folder}/customers`].map((path) => `${path}/.gitattributes`)
  return [...paths, resolve(folder, at.attributes)].some((path) => {
    const bytes = readIfThere(files, path)
    return bytes !== null && /filter|ident|working-tree-encoding/.test(new TextDecoder().decode(bytes))
  })
}
