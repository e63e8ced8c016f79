// The head counter, and reading without a lock: a reader sees the book as it was before a commit or after it, never between.
import { problem, UserError } from '../core/base/problem.ts'
import { FileError, type Files, type World } from '../world/world.ts'
import { digest, digestOf, readIfThere } from './digest.ts'
import { crmFolder, type Op, type Pending, readPublished, removeIfThere } from './pending.ts'

export function headPath(folder: string): string {
  return `${crmFolder(folder)}/head`
}

/** 0 for a book never committed to, and for a counter that a power loss took. */
export function readHead(files: Files, folder: string): number {
  const bytes = readIfThere(files, headPath(folder))
  const value = bytes === null ? 0 : Number(new TextDecoder().decode(bytes))
  return Number.isSafeInteger(value) && value > 0 ? value : 0
}

/** The next value, written beforehand so that raising is one rename. Not durable: no reader outlives a power loss. */
export function stageHead(files: Files, staged: string, value: number): void {
  files.create(staged, new TextEncoder().encode(`${value}\n`), false)
}

/** Raises the counter; the staged value is made again where a recovery finds it used or lost. */
export function raiseHead(files: Files, folder: string, staged: string): void {
  const next = readHead(files, folder) + 1
  const bytes = readIfThere(files, staged)
  if (bytes === null || new TextDecoder().decode(bytes) !== `${next}\n`) {
    removeIfThere(files, staged)
    stageHead(files, staged, next)
  }
  files.rename(staged, headPath(folder))
}

/** How long a reader waits for a moment between commits, in milliseconds. */
const patience = [5, 10, 20, 40, 80, 100, 100, 200, 200, 200, 400, 400, 400, 800, 800, 1000, 1000, 1000, 1000, 1000]

/**
 * What `read` makes of the book, from files that belong together. `read` gets a view in which a commit that is published but
 * not finished counts as done. Whatever `read` throws counts only if nobody committed meanwhile.
 *
 * Why this is enough: a commit publishes its manifest, renames its files, raises the counter and drops the manifest, in this
 * order. A reader looks at the counter, then at the manifests, reads, looks at the manifests again, then at the counter. If a
 * rename fell into the reading, the manifest was there at the first or the second look, or the counter had been raised by the
 * end; and with the same manifest at both looks the view showed the new content throughout.
 */
export async function readSettled<T>(
  world: Pick<World, 'files' | 'sleep'>,
  folder: string,
  read: (files: Files) => T,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    const before = stateOf(world.files, folder)
    const attempt = attempted(() => read(viewOf(world.files, folder, before.published)))
    const after = stateOf(world.files, folder)
    if (before.head === after.head && before.key === after.key) {
      if (attempt.ok) return attempt.value
      throw attempt.error
    }
    const wait = patience[tries]
    if (wait === undefined) throw new UserError([problem('book-busy', {})], 4)
    await world.sleep(wait)
  }
}

interface State {
  /** Not a number, which equals nothing, when it was raised during the look. */
  readonly head: number
  readonly key: string
  readonly published: readonly Pending[]
}

function stateOf(files: Files, folder: string): State {
  // The counter before the manifests for the first look, after them for the second: both ways serve both.
  const head = readHead(files, folder)
  const published = readPublished(files, folder)
  const again = readHead(files, folder)
  return { head: head === again ? head : Number.NaN, key: published.map((p) => p.id).join(' '), published }
}

function attempted<T>(work: () => T): { ok: true; value: T } | { ok: false; error: unknown } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    return { ok: false, error }
  }
}

/**
 * The book as published commits will leave it: their staged files where they are not in place yet. A file that neither the
 * commit nor its time before knows was changed by someone else: that conflict is for a person to settle.
 */
function viewOf(files: Files, folder: string, published: readonly Pending[]): Files {
  return published.reduce((view, pending) => overlay(view, folder, pending), files)
}

function overlay(files: Files, folder: string, pending: Pending): Files {
  const ops = new Map(pending.ops.map((op) => [`${folder}/${op.path}`, op]))
  const source = (path: string): string => {
    const op = ops.get(path)
    if (op === undefined || op.after === null) return path
    const staged = `${pending.folder}/${op.staged}`
    return files.status(staged) === null ? path : staged
  }
  for (const op of pending.ops) stopOnConflict(files, folder, pending, op)
  const isGone = (path: string) => ops.has(path) && ops.get(path)?.after === null
  return {
    ...files,
    status: (path) => (isGone(path) ? null : files.status(source(path))),
    list: (path) => listed(files, path, ops),
    read: (path) => {
      if (isGone(path)) throw new FileError('ENOENT', 'read', path)
      return readStaged(files, pending, ops.get(path)) ?? files.read(path)
    },
  }
}

/** Null where nothing is staged, or no more. */
function readStaged(files: Files, pending: Pending, op: Op | undefined): Uint8Array | null {
  if (op === undefined) return null
  const bytes = readIfThere(files, `${pending.folder}/${op.staged}`)
  if (bytes === null || digest(bytes) === op.after) return bytes
  throw new UserError([problem('pending-damaged', { file: `.crm/pending/${pending.id}/${op.staged}` })])
}

function listed(files: Files, path: string, ops: ReadonlyMap<string, Op>): string[] {
  const names = new Set(files.list(path))
  for (const [target, op] of ops) {
    const name = target.slice(path.length + 1)
    if (!target.startsWith(`${path}/`) || name.includes('/')) continue
    if (op.after === null) names.delete(name)
    else names.add(name)
  }
  return [...names].sort()
}

function stopOnConflict(files: Files, folder: string, pending: Pending, op: Op): void {
  if (files.status(`${pending.folder}/${op.staged}`) === null && op.after !== null) return
  const now = digestOf(files, `${folder}/${op.path}`)
  if (now === op.before || now === op.after) return
  throw new UserError([problem('commit-conflict', { file: op.path })], 4)
}
