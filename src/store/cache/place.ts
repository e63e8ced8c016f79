// Where a book's cache lies: `.crm/cache/`, a plain folder. Nothing in it is needed, and nothing that goes wrong with it matters.
import { type Bytes, FileError, type Files, type OpenFile } from '../../world/world.ts'

export interface CachePlace {
  /** Null where there is no such part. */
  open(name: string): OpenFile | null
  /** The moment by the clock of the file system, in milliseconds; null where nothing can be written. */
  now(): number | null
  /** Whole or not at all, where `now` had an answer; what cannot be written is done without. */
  write(name: string, bytes: Bytes): void
}

export function cachePlace(files: Files, folder: string): CachePlace {
  const above = `${folder}/.crm`
  const place = `${above}/cache`
  // A link could lead out of the book: then there is no cache.
  const isPlain = (path: string) => files.status(path)?.kind === 'folder'
  return {
    open: (name) =>
      attempted(() => {
        return isPlain(above) && isPlain(place) ? files.open(`${place}/${name}`) : null
      }),
    now: () =>
      attempted(() => {
        if (files.status(above) !== null && !isPlain(above)) return null
        files.makeFolder(place)
        if (!isPlain(place)) return null
        const path = `${place}/now`
        if (files.status(path) !== null) files.remove(path)
        files.create(path, new Uint8Array(), false)
        const now = files.status(path)?.mtimeMs ?? null
        files.remove(path)
        return now
      }),
    write(name, bytes) {
      const path = `${place}/${name}`
      const temporary = `${path}.new`
      attempted(() => {
        if (files.status(temporary) !== null) files.remove(temporary)
        files.create(temporary, bytes, false)
        files.rename(temporary, path)
      })
    },
  }
}

function attempted<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof FileError) return null
    throw error
  }
}
