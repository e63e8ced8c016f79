// The life of a verb, written once: what it asks of the book, read at one moment, and what comes of it.
import type { Input } from './commands/input.ts'
import type { CreateTask, PlanTask, ReportTask, Verb } from './commands/verb.ts'
import { idFromHex } from './core/base/id.ts'
import { note, type Problem, problem, UserError } from './core/base/problem.ts'
import { PartTooSmall } from './core/book/about.ts'
import type { Book } from './core/book/book.ts'
import type { Output } from './core/book/paper.ts'
import type { Context, Report } from './core/book/plan.ts'
import type { Frame } from './options.ts'
import { type Stage, stageOf, stopOnErrors } from './reading.ts'
import type { FileChange } from './render/diff.ts'
import type { PlanOutcome } from './render/json.ts'
import { type Cache, openCache } from './store/cache/cache.ts'
import { knownCustomers, readAhead } from './store/cache/customer-pack.ts'
import { gitBefore } from './store/cache/customers-git.ts'
import { readStandingPart } from './store/cache/standing-part.ts'
import type { GitLook } from './store/git-look.ts'
import { readSettled } from './store/head.ts'
import { filesKnownAt } from './store/known.ts'
import { readBook } from './store/read.ts'
import type { Catalogue } from './text/catalogue.ts'
import type { VerbEntry } from './verbs.ts'
import { romanise } from './world/pinyin.ts'
import type { World } from './world/world.ts'

/** What a command came to, before it is rendered. */
export interface Outcome {
  readonly output: Output
  readonly problems: readonly Problem[]
  readonly exit: number
  /** Only verbs that change something. */
  readonly plan?: PlanOutcome
  /** What the files would look like; only for `--dry-run`. */
  readonly edits?: readonly FileChange[]
  /** To be called when the answer is out: writes the cache. */
  readonly afterwards?: () => void
}

export interface Call {
  readonly entry: VerbEntry
  readonly verb: Verb
  readonly input: Input
  readonly frame: Frame
  readonly world: World
  readonly catalogue: Catalogue
}

export async function runVerb(call: Call): Promise<Outcome> {
  const task = await call.verb.prepare(call.input, call.world)
  if (task.task === 'show') return { output: task.output, problems: task.problems ?? [], exit: 0 }
  if (task.task === 'act') return task.act()
  if (task.task === 'create') return create(call, task)
  const folder = call.input.folder
  if (folder === null) throw new UserError([problem('no-book', { path: call.world.folder })])
  if (call.frame.knownAt !== undefined) return lookBack(call, task, folder, call.frame.knownAt)
  const cache = openCache(call.world.files, folder)
  const place = { folder, context: contextOf(call), cache, git: await askGit(call, task, folder, cache) }
  const done = async (of: PlanTask | ReportTask) =>
    of.task === 'plan'
      ? (await import('./change.ts')).reviewed(call, of, place)
      : readSettled(call.world, folder, (files) => look(of, stageOf(call, files, of, place)))
  try {
    const outcome = await done(task).catch((error: unknown) => {
      if (!(error instanceof PartTooSmall)) throw error
      const { about, ...whole } = task
      return done(whole)
    })
    return { ...outcome, afterwards: cache.flush }
  } catch (error) {
    cache.close()
    throw error
  }
}

async function create(call: Call, task: CreateTask): Promise<Outcome> {
  const { createBook } = await import('./store/create.ts')
  const options = { dryRun: call.frame.flags.dryRun, waitSeconds: call.frame.lockWaitSeconds }
  const { files, problems } = await createBook(task, call.world, options)
  const rows = files.map((file) => ({ file }))
  return { output: { tables: [{ name: 'files', columns: [{ key: 'file', type: 'text' }], rows }] }, problems, exit: 0 }
}

function contextOf(call: Call): Context {
  const seed = call.world.randomHex(16)
  return {
    today: call.input.today,
    language: call.frame.language,
    hash: call.world.hash,
    romanise,
    freshId: (n) => idFromHex(call.world.hash(`${seed}\u001f${n}`)),
  }
}

/** Where the command looks at all customers, and they are many; null where each file is to be looked at. */
async function askGit(call: Call, task: PlanTask | ReportTask, folder: string, cache: Cache): Promise<GitLook | null> {
  const looksAround = task.about === undefined || task.looksAround === true
  if (!task.needs.includes('customers') || !looksAround || knownCustomers(cache) < manyCustomers) return null
  const { lookWithGit } = await import('./store/git-look.ts')
  const look = lookWithGit(call.world, folder, gitBefore(cache))
  readAhead(cache)
  if (task.task === 'report' && task.standing !== undefined) readStandingPart(cache)?.standing()
  return look
}

/** From so many customers on a look at each file takes longer than asking git. */
const manyCustomers = 5000

function look(task: ReportTask, { reading, context }: Pick<Stage, 'reading' | 'context'>): Outcome {
  if (task.tolerant === true) {
    const { output, problems, exit = 0 } = task.report(reading.book, context, reading.problems)
    return { output, problems, exit }
  }
  stopOnErrors(reading.problems)
  const report = task.report(reading.book, context, reading.problems)
  const problems = [...reading.problems, ...report.problems]
  stopOnErrors(problems)
  return { output: report.output, problems, exit: report.exit ?? 0 }
}

/** A report on the book as git had it. */
async function lookBack(call: Call, task: PlanTask | ReportTask, folder: string, when: string): Promise<Outcome> {
  if (task.task === 'plan') throw new UserError([problem('known-at-reads', { verb: call.entry.name })])
  const { files, commit } = filesKnownAt(call.world, folder, when)
  const reading = readBook(files, folder, task.needs)
  const then = { context: contextOf(call), reading }
  const outcome = task.compare === undefined ? look(task, then) : await compared(call, task, folder, then)
  return { ...outcome, problems: [...outcome.problems, note('as-known-at', { commit: commit.slice(0, 12) })] }
}

/** The book as git had it beside the book as it is. */
function compared(
  call: Call,
  task: ReportTask,
  folder: string,
  then: Pick<Stage, 'reading' | 'context'>,
): Promise<Outcome> {
  stopOnErrors(then.reading.problems)
  const { compare, ...plain } = task
  const both = (book: Book, context: Context): Report =>
    compare === undefined ? task.report(book, context, []) : compare(then.reading.book, book, context)
  return readSettled(call.world, folder, (files) =>
    look({ ...plain, report: both }, { context: then.context, reading: readBook(files, folder, task.needs) }),
  )
}
