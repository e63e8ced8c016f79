// Where the book is: the nearest folder upwards that holds `crm.yaml`.
import { dirname, join, resolve } from 'node:path'
import { problem, UserError } from '../core/base/problem.ts'
import { isTimezone } from '../world/timezone.ts'
import type { Files } from '../world/world.ts'

export const settingsFile = 'crm.yaml'

/**
 * With `named` (from --book or CRM_BOOK) exactly that folder, which must be a book; else the nearest one from `from` upwards, null
 * where there is none.
 */
export function findBook(files: Files, from: string, named: string | undefined): string | null {
  const start = resolve(from, named ?? '.')
  if (named === undefined) return nearest(files, start)
  if (!holdsBook(files, start)) throw new UserError([problem('no-book', { path: named })])
  return start
}

function nearest(files: Files, start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (holdsBook(files, folder)) return folder
    if (dirname(folder) === folder) return null
  }
}

/** The book's time zone, which decides what day it is; undefined where crm.yaml does not say or names none that exists. */
export function timezoneOf(files: Files, folder: string): string | undefined {
  const path = join(folder, settingsFile)
  if (files.status(path)?.kind !== 'file') return undefined
  const zone = /^timezone:[ \t]*['"]?([A-Za-z_+/-]+(?:\d+)?)/m.exec(new TextDecoder().decode(files.read(path)))?.[1]
  return zone !== undefined && isTimezone(zone) ? zone : undefined
}

function holdsBook(files: Files, folder: string): boolean {
  return files.status(`${folder}/${settingsFile}`) !== null
}
