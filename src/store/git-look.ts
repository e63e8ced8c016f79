// What git knows of the customers' files: a question to another process costs less than a look at each of a hundred thousand.
import { isDeepStrictEqual } from 'node:util'
import type { FileStatus, World } from '../world/world.ts'
import { type FileIdentity, isSameFile } from './cache/keys.ts'
import { mayFilter, ordinaryPlace, placeSaid, whichPlace } from './git-place.ts'
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
  readonly index: FileIdentity | null
}

type LookWorld = Pick<World, 'files' | 'beside'>

/**
 * Null where the book is in no git, or git cannot be trusted to see every change: the files are looked at then. An answer takes as
 * long as a light command; so an ordinary repository is asked at once, and then which one it was.
 */
export async function lookWithGit(world: LookWorld, book: string, before: GitBefore | null): Promise<GitLook | null> {
  const { files } = world
  const folder = files.realPath(book)
  const head = readHead(files, book)
  const ask = asking(world, folder)
  const place = ordinaryPlace(files, folder) ?? placeSaid(folder, linesOf(await ask(whichPlace)))
  if (place === null || mayFilter(files, folder, place)) return null
  const index = files.status(place.index)
  const status = statusSaid(await ask(whatChanged))
  const said = linesOf(await ask([...whichPlace, 'HEAD', 'HEAD:./customers']))
  const [commit, tree = ''] = said.slice(4)
  if (index === null || status === null || !/^[0-9a-f]{40,64}$/.test(tree)) return null
  // A commit meanwhile would make of the old tree and the new status what never was.
  if (!isDeepStrictEqual(placeSaid(folder, said), place) || commit !== status.commit) return null
  const differing =
    before === null || before.tree === tree
      ? ''
      : await ask(['diff-tree', '-r', '-z', '--name-only', before.tree, tree])
  // A tree that is there no more cannot be compared; then nothing is known of before.
  const known = differing === null ? null : before
  const isAsked = known?.index != null && isSameFile(known.index, index)
  const listed = isAsked ? '' : await ask(['ls-files', '-v', '-z', '--', 'customers'])
  const after = files.status(place.index)
  if (listed === null || after === null || !isSameFile(after, index)) return null
  return {
    head,
    tree,
    index,
    changed: new Set(status.paths.flatMap((path) => idIn(`${place.prefix}customers/`, path))),
    tracked: isAsked
      ? null
      : new Set(parts(listed).flatMap((entry) => (entry.startsWith('H ') ? idIn('customers/', entry.slice(2)) : []))),
    sinceThen: known === null ? null : new Set(parts(differing ?? '').flatMap((path) => idIn('', path))),
  }
}

const whatChanged = [
  ...['status', '--porcelain=v2', '--branch', '--no-ahead-behind', '-z'],
  ...['--untracked-files=no', '--ignore-submodules=all', '--no-renames', '--', 'customers'],
]

/** The commit that was compared, and the paths that differ, in the form 2 of `git status --porcelain`. */
function statusSaid(text: string | null): { readonly commit: string; readonly paths: readonly string[] } | null {
  const entries = text === null ? [] : parts(text)
  const commit = entries.find((entry) => entry.startsWith(headOf))?.slice(headOf.length)
  if (commit === undefined) return null
  // Fields before the path: of an unmerged file ten, of another eight.
  const paths = entries.flatMap((entry) => /^(?:1(?: \S+){7}|u(?: \S+){9}) (.*)$/s.exec(entry)?.[1] ?? [])
  return { commit, paths }
}

const headOf = '# branch.oid '

type Ask = (args: readonly string[]) => Promise<string | null>

/** What git answers; null where it refuses. */
function asking(world: LookWorld, folder: string): Ask {
  return async (args) => {
    const { code, stdout } = await world.beside('git', [...safeGit, ...strict, ...args], { folder, environment })
    return code === 0 ? new TextDecoder().decode(stdout) : null
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

function linesOf(text: string | null): readonly string[] {
  return text?.trimEnd().split('\n') ?? []
}

function parts(text: string): readonly string[] {
  return text.split('\0').filter((part) => part !== '')
}

/** None where the file is no customer's. */
function idIn(folder: string, path: string): readonly string[] {
  return path.startsWith(folder) && path.endsWith(ending) ? [path.slice(folder.length, -ending.length)] : []
}

const ending = '.yaml'
