// The cache of one command: parts are read when they are asked for, and written at the very end, after the answer.
import { performance } from 'node:perf_hooks'
import type { Files } from '../../world/world.ts'
import { type Container, openContainer, packContainer, type Section } from './container.ts'
import { coarseness } from './keys.ts'
import { cachePlace } from './place.ts'

export interface Cache {
  /** Null where there is none that can be believed. Files with times from `cut` on must be known by their content. */
  read<About>(kind: string): (Container<About> & { readonly cut: number }) | null
  /** What will be written by `flush`; the last word on a part counts. */
  keep(kind: string, make: () => Parts<unknown>): void
  flush(): void
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
  const kept = new Map<string, () => Parts<unknown>>()
  return {
    read<About>(kind: string) {
      const bytes = place.read(kind)
      const container = bytes === null ? null : openContainer<Timed<About>>(kind, bytes)
      return container === null ? null : { ...container.about, sections: container.sections }
    },
    keep: (kind, make) => void kept.set(kind, make),
    flush() {
      const now = kept.size === 0 ? null : place.now()
      if (now === null) return
      const cut = now - (performance.now() - began) - coarseness
      for (const [kind, make] of kept) {
        const { about, sections } = make()
        place.write(kind, packContainer<Timed<unknown>>(kind, { cut, about }, sections))
      }
      kept.clear()
    },
  }
}
