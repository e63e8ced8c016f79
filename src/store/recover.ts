// Finishing what was published and discarding what was not: the second half of every commit, and the first act of the next one.
import { problem, UserError } from '../core/base/problem.ts'
import type { Files } from '../world/world.ts'
import { digestOf } from './digest.ts'
import { faultOf } from './fault.ts'
import { raiseHead } from './head.ts'
import {
  crmFolder,
  discard,
  manifestOf,
  type Op,
  type Pending,
  pendingFolder,
  pendingIds,
  readPublished,
} from './pending.ts'
import { digestThere } from './underneath.ts'

/** Whose version stays where a file was changed between publishing a commit and putting the file into place. */
export type Keep = 'mine' | 'theirs'

/** What a recovery did, for the verb that shows it. */
export interface Recovered {
  /** Files that are now as their commit wanted them. */
  readonly finished: readonly string[]
  /** Commits that had not been published, by id. */
  readonly discarded: readonly string[]
  /** The versions that lost, by where they are kept now. */
  readonly kept: readonly string[]
}

/**
 * Finishes published commits and discards the rest; the lock must be held. A UserError, with nothing changed, when a file is
 * in conflict and nobody said whose version to keep, or when a staged file is damaged.
 */
export function recover(files: Files, folder: string, keep?: Keep): Recovered {
  const plan = planRecovery(files, folder, keep)
  const kept = readPublished(files, folder).flatMap((pending) => finish(files, folder, pending, { keep }))
  for (const id of pendingIds(files, folder)) discard(files, `${pendingFolder(folder)}/${id}`)
  return { ...plan, kept }
}

/** What `recover` would do, without doing it. */
export function planRecovery(files: Files, folder: string, keep?: Keep): Recovered {
  const published = readPublished(files, folder)
  const steps = published.flatMap((pending) => stepsOf(files, folder, pending, { keep }))
  const ids = new Set(published.map((p) => p.id))
  return {
    finished: steps.filter((s) => s.step !== 'conflict' || keep === 'mine').map((s) => s.op.path),
    discarded: pendingIds(files, folder).filter((id) => !ids.has(id)),
    kept: [],
  }
}

/** As `recover`, with a failed call of the file system as a problem. */
export function recoverOrExplain(files: Files, folder: string, keep?: Keep): Recovered {
  try {
    return recover(files, folder, keep)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError([faultOf(error, folder)])
  }
}

export interface Finishing {
  readonly keep?: Keep | undefined
  /** Staged by this very process, so what is staged need not be looked through again. */
  readonly fresh?: boolean
}

/** Puts the files of a published commit into place and drops its manifest; can be broken off and repeated at any point. */
export function finish(files: Files, folder: string, pending: Pending, how: Finishing = {}): readonly string[] {
  const { keep } = how
  const steps = stepsOf(files, folder, pending, how)
  // Published by a process that may have been killed before this: no file may be in place while the manifest could be lost.
  files.syncFolder(pending.folder)
  raiseHead(files, folder, `${pending.folder}/head1`)
  const kept: string[] = []
  for (const { op, step } of steps) {
    if (step === 'done') continue
    if (step === 'conflict') kept.push(...setAside(files, folder, pending, op, keep))
    if (step === 'todo' || keep === 'mine') place(files, folder, pending, op)
  }
  for (const path of foldersOf(pending.ops)) syncIfThere(files, path === '' ? folder : `${folder}/${path}`)
  raiseHead(files, folder, `${pending.folder}/head2`)
  files.remove(manifestOf(pending.folder))
  // From here on a later commit may write these files again, so the manifest must not come back.
  files.syncFolder(pending.folder)
  return kept
}

/** All looked at before the first is touched. */
function stepsOf(files: Files, folder: string, pending: Pending, { keep, fresh = false }: Finishing) {
  const known = new Set<string>()
  const steps = pending.ops.map((op) => {
    const now = digestThere(files, folder, op.path, known)
    const step = now === op.after ? 'done' : fresh ? stepFrom(now, op) : stepOfOld(files, pending, op, now)
    return { op, step }
  })
  const conflicts = steps.filter((s) => s.step === 'conflict')
  if (conflicts.length === 0 || keep !== undefined) return steps
  throw new UserError(conflicts.map(({ op }) => problem('commit-conflict', { file: op.path })))
}

type Step = 'todo' | 'done' | 'conflict'

function stepFrom(now: string | null, op: Op): Step {
  return now === op.before ? 'todo' : 'conflict'
}

/** Of a commit that another process began: its staged files may have been put into place, or be damaged. */
function stepOfOld(files: Files, pending: Pending, op: Op, now: string | null): Step {
  if (op.after !== null) {
    const staged = digestOf(files, `${pending.folder}/${op.staged}`)
    // Put into place once and edited since: the edit stands.
    if (staged === null) return 'done'
    if (staged !== op.after) {
      throw new UserError([problem('pending-damaged', { file: `.crm/pending/${pending.id}/${op.staged}` })])
    }
  }
  return stepFrom(now, op)
}

function place(files: Files, folder: string, pending: Pending, op: Op): void {
  if (op.after === null) files.remove(`${folder}/${op.path}`)
  else files.rename(`${pending.folder}/${op.staged}`, `${folder}/${op.path}`)
}

/** Moves the version that loses to `.crm/kept/`, where no later commit removes it. */
function setAside(files: Files, folder: string, pending: Pending, op: Op, keep: Keep | undefined): readonly string[] {
  const from = keep === 'mine' ? `${folder}/${op.path}` : `${pending.folder}/${op.staged}`
  if (files.status(from) === null) return []
  const shelf = `${crmFolder(folder)}/kept`
  files.makeFolder(shelf)
  const name = `${pending.id}-${op.staged}`
  files.rename(from, `${shelf}/${name}`)
  files.syncFolder(crmFolder(folder))
  files.syncFolder(shelf)
  return [`.crm/kept/${name}`]
}

/** The folders that hold the files, relative to the book, each once, sorted. */
export function foldersOf(ops: readonly { readonly path: string }[]): readonly string[] {
  return [...new Set(ops.map((op) => op.path.slice(0, Math.max(0, op.path.lastIndexOf('/')))))].sort()
}

/** A folder that someone removed meanwhile holds none of our files. */
function syncIfThere(files: Files, path: string): void {
  if (files.status(path) !== null) files.syncFolder(path)
}
