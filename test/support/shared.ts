// Real data beside the project, never part of it: tests that use it run only where it is present.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** The path of a file or folder under `../shared/data` (or one folder further up, for work trees); null where it is not there. */
export function sharedData(path: string): string | null {
  const project = resolve(import.meta.dirname, '../..')
  const found = ['../shared/data', '../../shared/data'].map((data) => resolve(project, data, path))
  return found.find((f) => existsSync(f)) ?? null
}
