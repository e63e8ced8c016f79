// A copy of the example book to play with; the one that came with the program is never touched.
import { join, resolve } from 'node:path'
import { problem, UserError } from '../core/base/problem.ts'
import type { Files, World } from '../world/world.ts'
import { bookSchemas } from './schemas.ts'

/** The book, with the schemas that editors look for, and the files of its last month in `inbox/`. The folder must not be there, or be empty; a temporary one unless wished. */
export function copyExample(world: World, wished: string | undefined): string {
  const { files, environment, program } = world
  const temporary = environment.TMPDIR ?? environment.TEMP ?? '/tmp'
  const folder =
    wished === undefined ? join(temporary, `crm-demo-${world.randomHex(8)}`) : resolve(world.folder, wished)
  const there = files.status(folder)
  if (there !== null && (there.kind !== 'folder' || files.list(folder).length > 0))
    throw new UserError([problem('demo-folder-taken', { path: wished ?? folder })])
  copyFolder(files, join(program, 'examples/electronics'), folder)
  copyFolder(files, join(program, 'examples/electronics-october'), join(folder, 'inbox'))
  files.makeFolder(join(folder, 'schemas'))
  for (const [path, text] of bookSchemas()) files.create(join(folder, path), new TextEncoder().encode(text), false)
  return folder
}

/** Regular files only. */
function copyFolder(files: Files, from: string, to: string): void {
  files.makeFolder(to)
  for (const name of files.list(from)) {
    const kind = files.status(join(from, name))?.kind
    if (kind === 'folder') copyFolder(files, join(from, name), join(to, name))
    if (kind === 'file') files.create(join(to, name), files.read(join(from, name)), false)
  }
}
