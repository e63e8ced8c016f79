// Decisions of a review that was broken off: a plan in `.crm/review.yaml` until they are carried out. No part of the book.
import type { EditedLine, PlannedLine } from '../core/verbs/reconcile/plan-file.ts'
import { FileError, type Files } from '../world/world.ts'
import { readReconcilePlan, writeReconcilePlan } from './codecs/reconcile-plan.ts'

function pathIn(folder: string): string {
  return `${folder}/.crm/review.yaml`
}

/** A link could lead out of the book: then nothing is kept. */
function mayKeep(files: Files, folder: string): boolean {
  const kind = files.status(`${folder}/.crm`)?.kind
  return kind === undefined || kind === 'folder'
}

/** Empty where there is none, or where it cannot be understood any more: nothing is lost but keystrokes. */
export function readUnfinished(files: Files, folder: string): readonly EditedLine[] {
  try {
    if (!mayKeep(files, folder)) return []
    return readReconcilePlan('.crm/review.yaml', files.read(pathIn(folder)), []) ?? []
  } catch (error) {
    if (error instanceof FileError) return []
    throw error
  }
}

/** Where it cannot be kept the review goes on all the same. */
export function writeUnfinished(files: Files, folder: string, lines: readonly PlannedLine[]): void {
  const path = pathIn(folder)
  const fresh = `${path}.new`
  try {
    if (!mayKeep(files, folder)) return
    if (lines.length === 0) {
      if (files.status(path) !== null) files.remove(path)
      return
    }
    files.makeFolder(`${folder}/.crm`)
    if (files.status(fresh) !== null) files.remove(fresh)
    files.create(fresh, new TextEncoder().encode(writeReconcilePlan(lines, '')), false)
    files.rename(fresh, path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
  }
}
