// The book as one command reads it: at one moment, the whole or the part that the task is about.
import type { PlanTask, ReportTask } from './commands/verb.ts'
import { type Problem, UserError } from './core/base/problem.ts'
import type { BookPart } from './core/book/book.ts'
import type { Context } from './core/book/plan.ts'
import type { Call } from './run.ts'
import type { Cache } from './store/cache/cache.ts'
import type { GitLook } from './store/git-look.ts'
import { readHead } from './store/head.ts'
import { type BookRead, type PartWish, readBook } from './store/read.ts'
import type { Files } from './world/world.ts'

export interface Place {
  readonly git: GitLook | null
  readonly folder: string
  readonly context: Context
  readonly cache: Cache
}

/** The book as it was at one moment, and the counter that tells when another crm has committed since. */
export interface Stage extends Place {
  readonly head: number
  readonly reading: BookRead
}

/** The cache knows files as they lie on the disk, not as a commit that is still under way will leave them. */
export function stageOf(call: Call, files: Files, task: PlanTask | ReportTask, place: Place): Stage {
  const { folder, context } = place
  const cache = files === call.world.files ? place.cache : null
  const head = readHead(files, folder)
  // What another crm committed since is not what git saw.
  const git = place.git?.head === head ? place.git : null
  const { thread } = files === call.world.files ? call.world : {}
  const wish = { git, thread, ...partWish(task, context) }
  return { ...place, head, reading: readBook(files, folder, needsOf(task), cache, wish) }
}

function partWish(task: PlanTask | ReportTask, context: Context): PartWish {
  const { about } = task
  return {
    onlyLooks: task.task === 'report',
    ...(about === undefined ? {} : { about: (customers) => about(customers, context) }),
    ...(task.task === 'report' && task.standing !== undefined ? { standing: task.standing } : {}),
  }
}

/** Whoever writes has to know which months are closed. */
function needsOf(task: PlanTask | ReportTask): readonly BookPart[] {
  return task.task === 'plan' && !task.needs.includes('closes') ? [...task.needs, 'closes'] : task.needs
}

export function stopOnErrors(problems: readonly Problem[]): void {
  if (problems.some((p) => p.severity === 'error')) throw new UserError(problems)
}
