// Which customers' files need no look, because git says that they are as they were when the cache last looked at them.
import type { GitBefore, GitLook } from '../git-look.ts'
import type { Cache } from './cache.ts'
import type { KnownCustomers } from './customer-pack.ts'
import { identityOf, isSettled } from './keys.ts'

interface About extends GitBefore {
  /** The pack of which this is true, by its moment. */
  readonly of: number
  /** Ids of files about which git proves nothing: not tracked, flagged to be passed over, edited, or young. */
  readonly unproven: readonly string[]
}

/** Beyond so many that git knows nothing about, looking at each file is as good. */
const mostUnproven = 1000

export interface GitProof {
  isProven(id: string): boolean
}

/** What was recorded of the pack that is there; null where nothing was. */
export function gitBefore(cache: Cache): GitBefore | null {
  const before = cache.read<About>('customers-git')?.about
  return before === undefined || before.of !== cache.read('customers')?.cut ? null : before
}

/** Null where nothing is recorded of this pack, or of another tree than git was asked about. */
export function proofOf(cache: Cache, known: KnownCustomers, git: GitLook): GitProof | null {
  const before = cache.read<About>('customers-git')?.about
  if (before === undefined || before.of !== known.cut || git.sinceThen === null) return null
  const { unproven } = before
  const doubtful = new Set([...unproven, ...git.changed, ...git.sinceThen])
  const { tracked } = git
  return { isProven: (id) => !doubtful.has(id) && tracked?.has(id) !== false }
}

/**
 * Records what is known of the pack's files after some were proven and some found the same by their status (`looked`). A file is
 * proven from now on where git tracks it and had nothing to say, and it was not written since shortly before git was asked.
 */
export function keepProof(
  cache: Cache,
  known: KnownCustomers,
  git: GitLook,
  found: { readonly proof: GitProof | null; readonly looked: ReadonlySet<string> },
): void {
  const { proof } = found
  const before = gitBefore(cache)
  const isNew = proof === null || git.tracked !== null || before?.tree !== git.tree || before.index === null
  if (!isNew || (proof === null && git.tracked === null)) return
  cache.keep('customers-git', (cut) => {
    const isClean = (id: string) => !git.changed.has(id) && git.tracked?.has(id) === true
    const unproven = known.ids.filter(
      (id, i) =>
        !(proof?.isProven(id) === true) && !(found.looked.has(id) && isClean(id) && isSettled(known.keys, i, cut)),
    )
    if (unproven.length > mostUnproven) return null
    const { index } = git
    const isSettledIndex = index.mtimeMs < cut && index.ctimeMs < cut
    const about: About = { of: known.cut, tree: git.tree, index: isSettledIndex ? identityOf(index) : null, unproven }
    return { about, sections: new Map() }
  })
}
