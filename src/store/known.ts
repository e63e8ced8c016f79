// The book as git had it: a read-only view of one commit, without touching the work tree.

import { isDay } from '../core/base/day.ts'
import { problem, UserError } from '../core/base/problem.ts'
import { FileError, type FileStatus, type Files, type World } from '../world/world.ts'

/** Settings that a repository could use to run programs are switched off. */
export const safeGit = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']

interface Entry {
  readonly kind: FileStatus['kind']
  readonly object: string
  readonly size: number
}

/**
 * `when` is a day (the last first-parent commit of that day or before, by committer date in the machine's zone) or anything that names
 * a commit. Throws a UserError where there is no git, no such commit, or no book in it.
 */
export function filesKnownAt(
  world: World,
  folder: string,
  when: string,
): { readonly files: Files; readonly commit: string } {
  const commit = resolveCommit(world, folder, when)
  const prefix = text(git(world, folder, ['rev-parse', '--show-prefix'], when)).trim()
  const entries = listTree(world, folder, commit, prefix)
  if (!entries.has('crm.yaml')) throw new UserError([problem('no-book-at-commit', { commit: commit.slice(0, 12) })])
  return { files: view(folder, entries, blobs(world, folder, entries)), commit }
}

function git(world: World, folder: string, args: readonly string[], when: string, input?: Uint8Array): Uint8Array {
  const result = world.run('git', [...safeGit, ...args], input === undefined ? { folder } : { folder, input })
  if (result.code !== 0) {
    const reason = result.stderr.trim().split('\n')[0] ?? ''
    throw new UserError([problem('not-known-to-git', { when, reason })])
  }
  return result.stdout
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function resolveCommit(world: World, folder: string, when: string): string {
  const args = isDay(when)
    ? ['rev-list', '-1', '--first-parent', `--before=${when}T23:59:59`, 'HEAD']
    : ['rev-parse', '--verify', '--quiet', '--end-of-options', `${when}^{commit}`]
  const commit = text(git(world, folder, args, when)).trim()
  if (commit === '') throw new UserError([problem('not-known-to-git', { when, reason: '' })])
  return commit
}

/** Paths inside the book. */
function listTree(world: World, folder: string, commit: string, prefix: string): ReadonlyMap<string, Entry> {
  const out = text(
    git(
      world,
      folder,
      ['ls-tree', '-r', '-z', '--long', '--full-tree', commit, ...(prefix === '' ? [] : ['--', prefix])],
      commit,
    ),
  )
  const entries = new Map<string, Entry>()
  for (const line of out.split('\0')) {
    const found = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line)
    if (found === null) continue
    const [, mode = '', type = '', object = '', size = '0', path = ''] = found
    const kind = type !== 'blob' ? 'other' : mode === '120000' ? 'link' : 'file'
    if (path.startsWith(prefix)) entries.set(path.slice(prefix.length), { kind, object, size: Number(size) || 0 })
  }
  return entries
}

/** Only what a book is made of is fetched; documents may be large. */
const wanted = /\.(?:ya?ml|csv)$/

/** Contents by object id, from one `git cat-file --batch`. */
function blobs(world: World, folder: string, entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Uint8Array> {
  const objects = [
    ...new Set([...entries].filter(([path, e]) => e.kind === 'file' && wanted.test(path)).map(([, e]) => e.object)),
  ]
  const input = new TextEncoder().encode(objects.map((o) => `${o}\n`).join(''))
  const out = git(world, folder, ['cat-file', '--batch'], 'HEAD', input)
  const found = new Map<string, Uint8Array>()
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at)
    const [object = '', , size = '0'] = text(out.subarray(at, end)).split(' ')
    const start = end + 1
    found.set(object, out.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  return found
}

function view(folder: string, entries: ReadonlyMap<string, Entry>, contents: ReadonlyMap<string, Uint8Array>): Files {
  const inside = (path: string) =>
    path === folder ? '' : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null
  const names = new Map<string, Set<string>>()
  for (const path of entries.keys()) {
    const parts = path.split('/')
    parts.forEach((name, i) => {
      const parent = parts.slice(0, i).join('/')
      names.set(parent, (names.get(parent) ?? new Set()).add(name))
    })
  }
  const refuse = (call: string, path: string): never => {
    throw new FileError('EROFS', call, path)
  }
  return {
    read(path) {
      const entry = entries.get(inside(path) ?? '')
      const bytes = entry === undefined ? undefined : contents.get(entry.object)
      if (bytes === undefined) throw new FileError('ENOENT', 'read', path)
      return bytes
    },
    open: (path) => refuse('open', path),
    list: (path) => [...(names.get(inside(path) ?? '/') ?? [])].sort(),
    status(path) {
      const name = inside(path)
      if (name === null) return null
      const entry = entries.get(name)
      if (entry === undefined && !names.has(name)) return null
      const kind = entry?.kind ?? 'folder'
      return { kind, size: entry?.size ?? 0, mtimeMs: 0, ctimeMs: 0, inode: 0, device: 0, links: 1 }
    },
    realPath: (path) => path,
    create: (path) => refuse('create', path),
    pour: (path) => refuse('pour', path),
    syncFiles: (path) => refuse('syncFiles', path),
    rename: (path) => refuse('rename', path),
    link: (path) => refuse('link', path),
    remove: (path) => refuse('remove', path),
    makeFolder: (path) => refuse('makeFolder', path),
    removeFolder: (path) => refuse('removeFolder', path),
    syncFolder: (path) => refuse('syncFolder', path),
  }
}
