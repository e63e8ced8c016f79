// Writes the answer of a verb to what `--output` names: a file whole, by rename, replacing what was there; a device as it is.
import { basename, dirname, join, resolve } from 'node:path'
import { problem, UserError } from '../core/base/problem.ts'
import { FileError, type Files } from './world.ts'

export function writeAnswer(files: Files, folder: string, path: string, text: string | Uint8Array): void {
  const named = resolve(folder, path)
  try {
    // A link stays, and what it leads to is written: /dev/stdout is one.
    const target = files.status(named)?.kind === 'link' ? files.realPath(named) : named
    const kind = files.status(target)?.kind
    if (kind === 'folder') throw new UserError([problem('output-exists-as-folder', { path })])
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    // Replacing /dev/null by a file would be the end of the machine.
    if (kind === 'other') files.pour(target, bytes)
    else replace(files, target, bytes)
  } catch (error) {
    if (error instanceof FileError) throw new UserError([problem('cannot-write', { path, reason: error.code })])
    throw error
  }
}

/** Into a folder that is new or empty: what lay there before would pass for a part of the answer. */
export function writeAnswerFolder(
  files: Files,
  folder: string,
  path: string,
  texts: readonly { readonly name: string; readonly text: string }[],
): void {
  const named = resolve(folder, path)
  try {
    if (files.list(named).length > 0) throw new UserError([problem('output-folder-not-empty', { path })])
    files.makeFolder(named)
  } catch (error) {
    if (error instanceof FileError) throw new UserError([problem('cannot-write', { path, reason: error.code })])
    throw error
  }
  for (const { name, text } of texts) writeAnswer(files, named, name, text)
}

function replace(files: Files, target: string, bytes: Uint8Array): void {
  const temporary = join(dirname(target), `.${basename(target)}.crm-new`)
  if (files.status(temporary) !== null) files.remove(temporary)
  files.create(temporary, bytes)
  files.rename(temporary, target)
}
