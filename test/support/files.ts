// A file system in memory as the Files port: exact, fast, and recording what a disk would have to keep.
import { FileError, type FileStatus, type Files } from '../../src/world/world.ts'
import { joined } from './joined.ts'
import { openBytes } from './open-bytes.ts'

/** What changed, in order, as a disk sees it; `inode` is the file or folder that the call was about. */
export type Operation =
  | { readonly call: 'data'; readonly inode: number; readonly bytes: Uint8Array }
  | { readonly call: 'sync'; readonly inode: number }
  /** A new folder, still without a name. */
  | { readonly call: 'folder'; readonly inode: number }
  /** Names set, or taken away (null), in one step; a rename sets its target first. */
  | { readonly call: 'names'; readonly names: readonly Name[] }

export interface Name {
  readonly folder: number
  readonly name: string
  readonly inode: number | null
}

export interface MemoryFiles extends Files {
  readonly root: Root
  readonly operations: Operation[]
  /** Relative path → text of every file below a folder. */
  snapshot(folder: string): Map<string, string>
  /** As an editor would: in place, not recorded. */
  write(path: string, text: string): void
  symlink(path: string, target: string): void
}

export type Node =
  | { readonly inode: number; entries: Map<string, Node> }
  | { readonly inode: number; bytes: Uint8Array }
  | { readonly inode: number; target: string }
export type Root = Extract<Node, { entries: unknown }>

const text = new TextDecoder()

function parts(path: string): string[] {
  return path.split('/').filter((p) => p !== '')
}

/** Starts with the given texts, or with a given tree. */
export function memoryFiles(
  start: Readonly<Record<string, string>> = {},
  root: Root = { inode: 0, entries: new Map() },
): MemoryFiles {
  const operations: Operation[] = []
  let next = 1 + highest(root)
  const fail = (code: string, call: string, path: string): never => {
    throw new FileError(code, call, path)
  }
  const find = (path: string): Node | null => {
    let node: Node = root
    for (const part of parts(path)) {
      const below: Node | undefined = 'entries' in node ? node.entries.get(part) : undefined
      if (below === undefined) return null
      node = below
    }
    return node
  }
  const holder = (path: string, call: string): { folder: Root; name: string } => {
    const names = parts(path)
    const name = names.pop() ?? ''
    const folder = find(names.join('/'))
    if (folder === null) return fail('ENOENT', call, path)
    return 'entries' in folder ? { folder, name } : fail('ENOTDIR', call, path)
  }
  const setNames = (...changes: readonly [folder: Root, name: string, node: Node | null][]) => {
    for (const [folder, name, node] of changes) {
      if (node === null) folder.entries.delete(name)
      else folder.entries.set(name, node)
    }
    const names = changes.map(([folder, name, node]) => ({ folder: folder.inode, name, inode: node?.inode ?? null }))
    operations.push({ call: 'names', names })
  }
  const makeFolder = (path: string): Root => {
    const there = find(path)
    if (there !== null) return 'entries' in there ? there : fail('EEXIST', 'makeFolder', path)
    const names = parts(path)
    const name = names.pop() ?? ''
    const above = makeFolder(names.join('/'))
    const made: Root = { inode: next++, entries: new Map() }
    operations.push({ call: 'folder', inode: made.inode })
    setNames([above, name, made])
    return made
  }
  const put = (path: string, bytes: Uint8Array) => {
    const { folder, name } = holder(path, 'create')
    folder.entries.set(name, { inode: next++, bytes })
  }
  const files: MemoryFiles = {
    root,
    operations,
    read: (path) => {
      const node = find(path)
      if (node === null) return fail('ENOENT', 'read', path)
      if ('target' in node) return fail('ELOOP', 'read', path)
      return 'bytes' in node ? node.bytes : fail('EISDIR', 'read', path)
    },
    open: (path) => openBytes(files.read(path), () => files.status(path)),
    list: (path) => {
      const node = find(path)
      return node !== null && 'entries' in node ? [...node.entries.keys()].sort() : []
    },
    status: (path) => statusOf(find(path)),
    realPath: (path) => path,
    create: (path, bytes, durable = true) => {
      const { folder, name } = holder(path, 'create')
      if (folder.entries.has(name)) fail('EEXIST', 'create', path)
      const node = { inode: next++, bytes: Uint8Array.from(joined(bytes)) }
      setNames([folder, name, node])
      operations.push({ call: 'data', inode: node.inode, bytes: node.bytes })
      if (durable) operations.push({ call: 'sync', inode: node.inode })
    },
    pour: (path) => {
      throw new FileError('EEXIST', 'pour', path)
    },
    syncFiles: (folder, names) => {
      for (const name of names) {
        const node = find(`${folder}/${name}`) ?? fail('ENOENT', 'syncFiles', folder)
        operations.push({ call: 'sync', inode: node.inode })
      }
    },
    rename: (from, to) => {
      const node = find(from) ?? fail('ENOENT', 'rename', from)
      const source = holder(from, 'rename')
      const target = holder(to, 'rename')
      setNames([target.folder, target.name, node], [source.folder, source.name, null])
    },
    link: (from, to) => {
      const node = find(from) ?? fail('ENOENT', 'link', from)
      const target = holder(to, 'link')
      if (target.folder.entries.has(target.name)) fail('EEXIST', 'link', to)
      setNames([target.folder, target.name, node])
    },
    remove: (path) => {
      const node = find(path) ?? fail('ENOENT', 'remove', path)
      if ('entries' in node) fail('EISDIR', 'remove', path)
      const { folder, name } = holder(path, 'remove')
      setNames([folder, name, null])
    },
    makeFolder: (path) => {
      makeFolder(path)
    },
    removeFolder: (path) => {
      const node = find(path) ?? fail('ENOENT', 'removeFolder', path)
      if ('entries' in node && node.entries.size > 0) fail('ENOTEMPTY', 'removeFolder', path)
      const { folder, name } = holder(path, 'removeFolder')
      setNames([folder, name, null])
    },
    syncFolder: (path) => {
      const node = find(path) ?? fail('ENOENT', 'syncFolder', path)
      operations.push({ call: 'sync', inode: node.inode })
    },
    snapshot: (folder) => {
      const found = new Map<string, string>()
      collect(find(folder), '', found)
      return found
    },
    write: (path, content) => {
      makeFolder(path.slice(0, path.lastIndexOf('/')))
      put(path, new TextEncoder().encode(content))
    },
    symlink: (path, target) => {
      const { folder, name } = holder(path, 'symlink')
      folder.entries.set(name, { inode: next++, target })
    },
  }
  for (const [path, content] of Object.entries(start)) files.write(path, content)
  operations.length = 0
  return files
}

function statusOf(node: Node | null): FileStatus | null {
  if (node === null) return null
  const kind = 'entries' in node ? 'folder' : 'bytes' in node ? 'file' : 'link'
  const size = 'bytes' in node ? node.bytes.length : 0
  return { kind, size, mtimeMs: 0, ctimeMs: 0, inode: node.inode, device: 1, links: 1 }
}

function collect(node: Node | null, path: string, found: Map<string, string>): void {
  if (node === null) return
  if ('bytes' in node) found.set(path, text.decode(node.bytes))
  if ('entries' in node)
    for (const [name, below] of node.entries) collect(below, path === '' ? name : `${path}/${name}`, found)
}

/** A tree of its own; files are never changed in place, so their bytes are shared. */
export function copyOf(root: Root): Root {
  const entries = [...root.entries].map(([name, n]): [string, Node] => [name, 'entries' in n ? copyOf(n) : n])
  return { inode: root.inode, entries: new Map(entries) }
}

function highest(node: Node): number {
  return 'entries' in node ? Math.max(node.inode, ...[...node.entries.values()].map(highest)) : node.inode
}
