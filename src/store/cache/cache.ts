// The cache of one command: parts are opened when they are asked for, and written at the very end, after the answer.
import { performance } from 'node:perf_hooks'
import { FileError, type Files, type OpenFile } from '../../world/world.ts'
import { type Container, openContainer, packContainer, type Section } from './container.ts'
import { coarseness } from './keys.ts'
import { cachePlace } from './place.ts'

/** Files with times from `cut` on must be known by their content. */
export type CachePart<About> = Container<About> & { readonly cut: number }

export interface Cache {
  /** Null where there is none that can be believed; the same one however often it is asked for. */
  read<About>(kind: string): CachePart<About> | null
  /** What will be written by `flush`; the last word on a part counts. `make` hears what will be its `cut`. */
  keep(kind: string, make: (cut: number) => Parts<unknown> | null): void
  /** Writes what was kept; nothing is to be read afterwards. */
  flush(): void
  /** Without writing anything. */
  close(): void
}

export interface Parts<About> {
  readonly about: About
  readonly sections: ReadonlyMap<string, Section>
}

interface Timed<About> {
  readonly cut: number
  readonly about: About
}

/** To be opened before anything of the book is read. */
export function openCache(files: Files, folder: string): Cache {
  const began = performance.now()
  const place = cachePlace(files, folder)
  const kept = new Map<string, (cut: number) => Parts<unknown> | null>()
  const parts = new Map<string, CachePart<unknown> | null>()
  const opened = new Map<string, OpenFile>()
  const open = (kind: string): CachePart<unknown> | null => {
    const file = place.open(kind)
    if (file === null) return null
    opened.set(kind, file)
    const container = readable(() => openContainer<Timed<unknown>>(kind, file))
    return container === null ? null : { ...container, ...container.about }
  }
  const closeOne = (kind: string) => {
    const file = opened.get(kind)
    if (file !== undefined) readable(() => file.close())
    opened.delete(kind)
    parts.delete(kind)
  }
  const close = () => {
    for (const kind of [...opened.keys()]) closeOne(kind)
    parts.clear()
  }
  return {
    read<About>(kind: string) {
      if (!parts.has(kind)) parts.set(kind, open(kind))
      return (parts.get(kind) ?? null) as CachePart<About> | null
    },
    keep: (kind, make) => void kept.set(kind, make),
    flush() {
      const now = kept.size === 0 ? null : place.now()
      if (now !== null) {
        const cut = now - (performance.now() - began) - coarseness
        for (const [kind, make] of kept) {
          const parts = make(cut)
          if (parts === null) continue
          // Windows puts nothing in the place of an open file.
          closeOne(kind)
          place.write(kind, packContainer<Timed<unknown>>(kind, { cut, about: parts.about }, parts.sections))
        }
        kept.clear()
      }
      close()
    },
    close,
  }
}

function readable<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof FileError) return null
    throw error
  }
}
