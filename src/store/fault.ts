// A failed call of the file system as a problem that a person can act on; the paths are those inside the book.
import { type Problem, problem } from '../core/base/problem.ts'
import { FileError } from '../world/world.ts'

const noPermission = new Set(['EROFS', 'EACCES', 'EPERM'])

const looking = new Set(['read', 'list', 'status', 'realPath'])

/** What is not a FileError is a bug and goes on as it is. */
export function faultOf(error: unknown, folder: string): Problem {
  if (!(error instanceof FileError)) throw error
  const path = relative(error.path, folder)
  if (looking.has(error.call)) return problem('cannot-read', { path, reason: error.code })
  return noPermission.has(error.code)
    ? problem('read-only', { path })
    : problem('cannot-write', { path, reason: error.code })
}

/** As people know it: below the book, or the book's own folder, which also stands for our own files in `.crm/`. */
function relative(path: string, folder: string): string {
  if (path.startsWith(`${folder}/.crm`)) return folder
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
}
