// Writes the answer of a verb to the file that `--output` names: whole, by rename, replacing what was there.
import { basename, dirname, join, resolve } from 'node:path'
import { problem, UserError } from '../core/base/problem.ts'
import { FileError, type Files } from './world.ts'

export function writeAnswer(files: Files, folder: string, path: string, text: string): void {
  const target = resolve(folder, path)
  if (files.status(target)?.kind === 'folder') throw new UserError([problem('output-exists-as-folder', { path })])
  const temporary = join(dirname(target), `.${basename(target)}.crm-new`)
  try {
    if (files.status(temporary) !== null) files.remove(temporary)
    files.create(temporary, new TextEncoder().encode(text))
    files.rename(temporary, target)
  } catch (error) {
    if (error instanceof FileError) throw new UserError([problem('cannot-write', { path, reason: error.code })])
    throw error
  }
}
