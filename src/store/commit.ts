// All or nothing: writes a set of files so that after a crash at any call the book is as before or as after.
import { type Problem, problem, UserError } from '../core/base/problem.ts'
import { FileError, type Files, type World } from '../world/world.ts'
import { digest } from './digest.ts'
import { faultOf } from './fault.ts'
import { readHead, stageHead } from './head.ts'
import { lookUp } from './path.ts'
import { crmFolder, discard, formatManifest, manifestOf, type Op, type Pending, pendingFolder } from './pending.ts'
import { finish, foldersOf, recoverOrExplain } from './recover.ts'
import { type Seen, stopOnChanged } from './underneath.ts'

export interface Edit {
  /** Relative to the book, with forward slashes. */
  readonly path: string
  /** SHA-256 of the file as it was read; null when there was none. */
  readonly before: string | null
  /** The whole new content; null removes the file. */
  readonly after: Uint8Array | null
}

/** Hears how many of the files are written to the disk; they count only when all are. */
export type Progress = (done: number, total: number) => void

/** What of the world a commit needs. */
export type CommitWorld = Pick<World, 'files' | 'randomHex' | 'holdSignals'>

/**
 * Writes all edits or none; the lock must be held (`withLock`). Returns only when they are on the disk.
 *
 * Throws a UserError: exit 4 when a file was changed since it was read, exit 2 when something failed before the commit
 * point (in both cases nothing is written), exit 5 when it failed after it (the next changing verb finishes it).
 */
export function commit(
  world: CommitWorld,
  folder: string,
  change: { readonly edits: readonly Edit[]; readonly seen?: Seen; readonly progress?: Progress },
): void {
  const { files } = world
  const edits = [...change.edits].sort((a, b) => (a.path < b.path ? -1 : 1))
  const pending = {
    folder: `${pendingFolder(folder)}/${world.randomHex(16)}`,
    edits,
    seen: change.seen ?? { files: [], folders: [] },
    progress: change.progress ?? (() => {}),
  }
  recoverOrExplain(files, folder)
  world.holdSignals()
  const published = publish(files, folder, pending)
  try {
    finish(files, folder, published, { fresh: true })
  } catch (error) {
    throw new UserError(afterPublishing(error, folder, edits), 5)
  }
  // The commit stands; what is left of its folder disturbs nobody and goes with the next one.
  try {
    discard(files, published.folder)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
}

interface Staging {
  readonly folder: string
  readonly edits: readonly Edit[]
  readonly seen: Seen
  readonly progress: Progress
}

/** Everything up to the commit point; on an error what was staged is removed again. */
function publish(files: Files, folder: string, staging: Staging): Pending {
  try {
    stopOnLinks(files, folder, staging.edits)
    const ops = stage(files, folder, staging)
    // As late as can be, for staging many files takes a while in which an editor may save.
    const edited = staging.edits.map((e) => ({ path: e.path, sha256: e.before }))
    stopOnChanged(files, folder, { ...staging.seen, files: [...staging.seen.files, ...edited] })
    files.rename(`${staging.folder}/unpublished`, manifestOf(staging.folder))
    return { folder: staging.folder, id: staging.folder.slice(pendingFolder(folder).length + 1), ops }
  } catch (error) {
    try {
      discard(files, staging.folder)
    } catch (second) {
      if (!(second instanceof FileError)) throw second
    }
    if (error instanceof UserError) throw error
    throw new UserError([faultOf(error, folder)])
  }
}

/** Before folders are made on the way to them. */
function stopOnLinks(files: Files, folder: string, edits: readonly Edit[]): void {
  const known = new Set<string>()
  for (const edit of edits) lookUp(files, folder, edit.path, known)
}

/** New contents and the manifest, all on the disk, under names that mean nothing yet. */
function stage(files: Files, folder: string, staging: Staging): readonly Op[] {
  makeFolder(files, folder, '.crm/pending')
  files.makeFolder(staging.folder)
  for (const path of foldersOf(staging.edits.filter((e) => e.after !== null))) {
    if (path !== '') makeFolder(files, folder, path)
    sameDevice(files, path === '' ? folder : `${folder}/${path}`, staging.folder)
  }
  const ops = staging.edits.map((edit, i) => {
    staging.progress(i, staging.edits.length)
    return stageOne(files, staging.folder, edit, String(i))
  })
  staging.progress(staging.edits.length, staging.edits.length)
  files.syncFiles(
    staging.folder,
    ops.filter((op) => op.after !== null).map((op) => op.staged),
  )
  const head = readHead(files, folder)
  stageHead(files, `${staging.folder}/head1`, head + 1)
  stageHead(files, `${staging.folder}/head2`, head + 2)
  files.create(`${staging.folder}/unpublished`, formatManifest(ops))
  files.syncFolder(staging.folder)
  files.syncFolder(pendingFolder(folder))
  return ops
}

function stageOne(files: Files, pending: string, edit: Edit, staged: string): Op {
  if (edit.after !== null) files.create(`${pending}/${staged}`, edit.after, false)
  return { path: edit.path, before: edit.before, after: edit.after === null ? null : digest(edit.after), staged }
}

/** Makes a folder and syncs each one above it, also when it was there: whoever made it may have died before the sync. */
function makeFolder(files: Files, folder: string, path: string): void {
  files.makeFolder(`${folder}/${path}`)
  let above = folder
  for (const part of path.split('/')) {
    files.syncFolder(above)
    above = `${above}/${part}`
  }
}

/** A rename across file systems would fail after the commit point, so it fails here. */
function sameDevice(files: Files, target: string, pending: string): void {
  if (files.status(target)?.device !== files.status(pending)?.device) throw new FileError('EXDEV', 'rename', target)
}

function afterPublishing(error: unknown, folder: string, edits: readonly Edit[]): readonly Problem[] {
  if (error instanceof UserError) return error.problems
  const fault = faultOf(error, folder)
  const reason = error instanceof FileError ? error.code : fault.code
  const file = edits[0]?.path ?? crmFolder(folder)
  return [problem('commit-unfinished', { file, reason })]
}
