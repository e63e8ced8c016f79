// A file system in memory for tests that only read or write whole files: paths are absolute, with forward slashes.

import { FileError, type FileStatus, type Files } from '../../src/world/world.ts'
import { joined } from './joined.ts'
import { openBytes } from './open-bytes.ts'

export interface MemoryFiles extends Files {
  readonly contents: Map<string, Uint8Array>
  put(path: string, content: string | Uint8Array): void
  text(path: string): string | null
}

const encoder = new TextEncoder()

export function memoryFiles(initial: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFiles {
  const contents = new Map<string, Uint8Array>()
  const put = (path: string, content: string | Uint8Array) => {
    contents.set(path, typeof content === 'string' ? encoder.encode(content) : content)
  }
  for (const [path, content] of Object.entries(initial)) put(path, content)
  const isFolder = (path: string) => [...contents.keys()].some((name) => name.startsWith(`${path}/`))
  const take = (path: string, call: string): Uint8Array => {
    const bytes = contents.get(path)
    if (bytes === undefined) throw new FileError('ENOENT', call, path)
    return bytes
  }
  return {
    contents,
    put,
    text: (path) => (contents.has(path) ? new TextDecoder().decode(contents.get(path)) : null),
    read: (path) => take(path, 'read'),
    open(path) {
      return openBytes(take(path, 'open'), () => this.status(path))
    },
    list: (path) =>
      [...contents.keys()]
        .filter((name) => name.startsWith(`${path}/`))
        .map((name) => name.slice(path.length + 1).split('/', 1)[0] ?? '')
        .filter((name, i, all) => all.indexOf(name) === i)
        .sort((a, b) => (a < b ? -1 : 1)),
    status(path): FileStatus | null {
      const bytes = contents.get(path)
      if (bytes === undefined && !isFolder(path)) return null
      const kind = bytes === undefined ? 'folder' : 'file'
      return { kind, size: bytes?.length ?? 0, mtimeMs: 0, ctimeMs: 0, inode: 0, device: 0, links: 1 }
    },
    realPath: (path) => path,
    create(path, bytes) {
      if (contents.has(path)) throw new FileError('EEXIST', 'create', path)
      contents.set(path, joined(bytes))
    },
    pour: (path) => {
      throw new FileError('EEXIST', 'pour', path)
    },
    rename(from, to) {
      contents.set(to, take(from, 'rename'))
      contents.delete(from)
    },
    link(from, to) {
      if (contents.has(to)) throw new FileError('EEXIST', 'link', to)
      contents.set(to, take(from, 'link'))
    },
    remove: (path) => {
      take(path, 'remove')
      contents.delete(path)
    },
    makeFolder: () => {},
    removeFolder: () => {},
    syncFiles: () => {},
    syncFolder: () => {},
  }
}
