// Where the book is: the nearest folder upwards that holds `crm.yaml`.
import { dirname, resolve } from 'node:path'
import { problem, UserError } from '../core/base/problem.ts'
import type { Files } from '../world/world.ts'

export const settingsFile = 'crm.yaml'

/** With `named` (from --book or CRM_BOOK) exactly that folder, else the nearest one from `from` upwards. */
export function findBook(files: Files, from: string, named: string | undefined): string {
  const start = resolve(from, named ?? '.')
  const found = named === undefined ? nearest(files, start) : holdsBook(files, start) ? start : null
  if (found === null) throw new UserError([problem('no-book', { path: start })])
  return found
}

function nearest(files: Files, start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (holdsBook(files, folder)) return folder
    if (dirname(folder) === folder) return null
  }
}

function holdsBook(files: Files, folder: string): boolean {
  return files.status(`${folder}/${settingsFile}`) !== null
}
