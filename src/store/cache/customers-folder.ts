// Which files lie in `customers/`: as long as the folder is as it was, nobody has to list a hundred thousand names.
import type { FileStatus } from '../../world/world.ts'
import type { Cache } from './cache.ts'
import type { KnownCustomers } from './customer-pack.ts'
import { type FileIdentity, identityOf, isSameFile } from './keys.ts'

interface About {
  /** The pack from which it differs by these ids, by its moment. */
  readonly of: number
  readonly came: readonly string[]
  readonly gone: readonly string[]
  /** Of the folder: whatever is made, renamed or removed in it changes its times. */
  readonly folder: FileIdentity
}

/** In order; null where the folder has to be listed. `folder`: its status now. */
export function idsOfFolder(cache: Cache, known: KnownCustomers, folder: FileStatus): readonly string[] | null {
  const about = cache.read<About>('customers-folder')?.about
  if (about?.of !== known.cut || folder.kind !== 'folder' || !isSameFile(about.folder, folder)) return null
  const { came, gone } = about
  if (came.length === 0 && gone.length === 0) return known.ids
  const away = new Set(gone)
  return [...known.ids.filter((id) => !away.has(id)), ...came].sort()
}

/**
 * For the next time: `ids` are in the folder, whose status `folder` is from before it was listed. Null for `known`: a pack of just
 * these is written together with this.
 */
export function keepFolder(
  cache: Cache,
  known: KnownCustomers | null,
  folder: FileStatus,
  ids: readonly string[],
): void {
  cache.keep('customers-folder', (cut) => {
    // So young that its times may not tell of a later change.
    if (folder.mtimeMs >= cut || folder.ctimeMs >= cut) return null
    const about = { of: known?.cut ?? cut, folder: identityOf(folder), ...differing(known?.ids ?? ids, ids) }
    return { about: about satisfies About, sections: new Map() }
  })
}

function differing(before: readonly string[], ids: readonly string[]): Pick<About, 'came' | 'gone'> {
  const [then, now] = [new Set(before), new Set(ids)]
  return { came: ids.filter((id) => !then.has(id)), gone: before.filter((id) => !now.has(id)) }
}
