// The folder of one commit, `.crm/pending/<id>/`: staged contents and the manifest that says where they belong.
import { problem, UserError } from '../core/base/problem.ts'
import { FileError, type Files } from '../world/world.ts'
import { digest, readIfThere } from './digest.ts'
import { isBookPath, notPlain } from './path.ts'

/** One file of a commit: its checksums before and after (null: not there), and the name its new content is staged under. */
export interface Op {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
  readonly staged: string
}

export interface Pending {
  /** The absolute path of `.crm/pending/<id>`. */
  readonly folder: string
  readonly id: string
  readonly ops: readonly Op[]
}

export function crmFolder(folder: string): string {
  return `${folder}/.crm`
}

export function pendingFolder(folder: string): string {
  return `${folder}/.crm/pending`
}

/** Its presence under this name is the commit. */
export function manifestOf(pending: string): string {
  return `${pending}/manifest`
}

/** The first line is the checksum of the rest. */
export function formatManifest(ops: readonly Op[]): Uint8Array {
  const text = `${JSON.stringify({ manifest: 1, ops }, null, 1)}\n`
  return new TextEncoder().encode(`${digest(text)}\n${text}`)
}

/** Null when it is not a manifest that `formatManifest` could have written: cut, changed, or pointing out of the book. */
export function parseManifest(bytes: Uint8Array): readonly Op[] | null {
  const text = new TextDecoder().decode(bytes)
  const end = text.indexOf('\n') + 1
  if (digest(text.slice(end)) !== text.slice(0, Math.max(0, end - 1))) return null
  const value = parseJson(text.slice(end))
  if (!isObject(value) || value.manifest !== 1 || !Array.isArray(value.ops)) return null
  const ops: unknown[] = value.ops
  return ops.every(isOp) ? ops : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isOp(value: unknown): value is Op {
  if (!isObject(value)) return false
  const { path, before, after, staged } = value
  if (typeof path !== 'string' || !isBookPath(path)) return false
  return isDigest(before) && isDigest(after) && typeof staged === 'string' && /^\d{1,9}$/.test(staged)
}

function isDigest(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
}

/** The folders of commits, published or not, sorted; a link in their place would lead a recovery out of the book. */
export function pendingIds(files: Files, folder: string): readonly string[] {
  for (const path of [crmFolder(folder), pendingFolder(folder)]) {
    const kind = files.status(path)?.kind
    if (kind === undefined) return []
    if (kind !== 'folder') throw notPlain(path.slice(folder.length + 1), kind)
  }
  const ids = files.list(pendingFolder(folder)).filter((name) => /^[0-9a-f]{1,64}$/.test(name))
  const odd = ids.find((id) => files.status(`${pendingFolder(folder)}/${id}`)?.kind === 'link')
  if (odd !== undefined) throw notPlain(`.crm/pending/${odd}`, 'link')
  return ids
}

/** The published commits, by id; a healthy book has none, and at most one while it is written. */
export function readPublished(files: Files, folder: string): readonly Pending[] {
  const found: Pending[] = []
  for (const id of pendingIds(files, folder)) {
    const path = `${pendingFolder(folder)}/${id}`
    const bytes = readIfThere(files, manifestOf(path))
    if (bytes === null) continue
    const ops = parseManifest(bytes)
    if (ops === null) throw new UserError([problem('pending-damaged', { file: `.crm/pending/${id}/manifest` })])
    found.push({ folder: path, id, ops })
  }
  return found
}

/** Removes a commit that was never published, or whose manifest is gone for good; the manifest goes first. */
export function discard(files: Files, pending: string): void {
  removeIfThere(files, manifestOf(pending))
  for (const name of files.list(pending)) removeIfThere(files, `${pending}/${name}`)
  files.removeFolder(pending)
}

export function removeIfThere(files: Files, path: string): void {
  try {
    files.remove(path)
  } catch (error) {
    if (!(error instanceof FileError) || error.code !== 'ENOENT') throw error
  }
}
