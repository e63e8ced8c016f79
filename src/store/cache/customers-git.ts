// Which customers' files need no look, because git says that they are as they were when the cache last looked at them.
import type { FileStatus } from '../../world/world.ts'
import type { GitBefore, GitLook } from '../git-look.ts'
import { sameFile } from '../git-look.ts'
import type { Cache } from './cache.ts'
import type { KnownCustomers } from './customer-pack.ts'
import { isSettled } from './keys.ts'

interface About extends GitBefore {
  /** The pack of which this is true, by its moment. */
  readonly of: number
  /** The folder, where its names are those of the pack; null where it was so young that it may have changed unseen. */
  readonly folder: GitBefore['index']
  /** Ids of files about which git proves nothing: not tracked, flagged to be passed over, edited, or young. */
  readonly unproven: readonly string[]
}

/** Beyond so many that git knows nothing about, looking at each file is as good. */
const mostUnproven = 1000

export interface GitProof {
  /** Null where the folder has to be listed. */
  readonly isListed: boolean
  isProven(id: string): boolean
}

/** What was recorded of the pack that is there; null where nothing was. */
export function gitBefore(cache: Cache): GitBefore | null {
  const before = cache.read<About>('customers-git')?.about
  return before === undefined || before.of !== cache.read('customers')?.cut ? null : before
}

/** Null where nothing is recorded of this pack, or of another tree than git was asked about. `folder`: its status now. */
export function proofOf(cache: Cache, known: KnownCustomers, git: GitLook, folder: FileStatus): GitProof | null {
  const before = cache.read<About>('customers-git')?.about
  if (before === undefined || before.of !== known.cut || git.sinceThen === null) return null
  const { unproven } = before
  const doubtful = new Set([...unproven, ...git.changed, ...git.sinceThen])
  const { tracked } = git
  return {
    isListed: before.folder !== null && folder.kind === 'folder' && sameFile(before.folder, folder),
    isProven: (id) => !doubtful.has(id) && tracked?.has(id) !== false,
  }
}

/**
 * Records what is known after every file was either proven or found the same by its status (`looked`). A file is proven from
 * now on where git tracks it and had nothing to say, and it was not written since shortly before git was asked.
 */
export function keepProof(
  cache: Cache,
  known: KnownCustomers,
  git: GitLook,
  found: { readonly folder: FileStatus; readonly proof: GitProof | null; readonly looked: ReadonlySet<string> },
): void {
  const { proof } = found
  const before = gitBefore(cache)
  const isNew =
    proof === null || git.tracked !== null || before?.tree !== git.tree || !proof.isListed || before.index === null
  if (!isNew || (proof === null && git.tracked === null)) return
  cache.keep('customers-git', (cut) => {
    const isClean = (id: string) => !git.changed.has(id) && git.tracked?.has(id) === true
    const unproven = known.ids.filter(
      (id, i) =>
        !(proof?.isProven(id) === true) && !(found.looked.has(id) && isClean(id) && isSettled(known.keys, i, cut)),
    )
    if (unproven.length > mostUnproven) return null
    const settled = (s: FileStatus) => (s.mtimeMs < cut && s.ctimeMs < cut ? identityOf(s) : null)
    const about: About = {
      of: known.cut,
      tree: git.tree,
      index: settled(git.index),
      folder: settled(found.folder),
      unproven,
    }
    return { about, sections: new Map() }
  })
}

function identityOf({ size, mtimeMs, ctimeMs, inode }: FileStatus): NonNullable<GitBefore['index']> {
  return { size, mtimeMs, ctimeMs, inode }
}
