// What crm.yaml said, so that the smallest command loads neither a YAML reader nor a schema. Known again by its content alone.
import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '../../core/book/settings.ts'
import type { Cache } from './cache.ts'

interface About {
  readonly sha256: string
  /** As JSON. */
  readonly settings: Settings
}

/** Null where the cache has none of this very content. */
export function knownSettings(cache: Cache | null, sha256: string): Settings | null {
  const about = cache?.read<About>('settings')?.about
  return about === undefined || about.sha256 !== sha256 ? null : about.settings
}

/** Only where JSON gives back the same to the last prototype. */
export function keepSettings(cache: Cache | null, sha256: string, settings: Settings): void {
  if (cache === null || !isDeepStrictEqual(JSON.parse(JSON.stringify(settings)), settings)) return
  cache.keep('settings', () => ({ about: { sha256, settings } satisfies About, sections: new Map() }))
}
