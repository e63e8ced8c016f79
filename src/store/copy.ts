// A folder with everything below it, copied to a place of one's own: for the demo.
import { join } from 'node:path'
import type { Files } from '../world/world.ts'

/** Regular files only. Files that are there already are an error of the file system. */
export function copyFolder(files: Files, from: string, to: string): void {
  files.makeFolder(to)
  for (const name of files.list(from)) {
    const kind = files.status(join(from, name))?.kind
    if (kind === 'folder') copyFolder(files, join(from, name), join(to, name))
    if (kind === 'file') files.create(join(to, name), files.read(join(from, name)), false)
  }
}
