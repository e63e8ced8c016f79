// The life of a verb, written once: read, plan, show, confirm, lock, re-read, plan again, commit.
import type { Input } from './commands/input.ts'
import type { CreateTask, PlanTask, ReportTask, Verb } from './commands/verb.ts'
import { idFromHex } from './core/base/id.ts'
import { note, type Problem, problem, UserError } from './core/base/problem.ts'
import { PartTooSmall } from './core/book/about.ts'
import type { Book, BookPart } from './core/book/book.ts'
import { clockProblems } from './core/book/clock.ts'
import { closedMonthProblems } from './core/book/close.ts'
import type { Output } from './core/book/paper.ts'
import type { Context, Plan, Report } from './core/book/plan.ts'
import type { Frame } from './options.ts'
import { tellProgress } from './progress.ts'
import type { FileChange } from './render/diff.ts'
import type { PlanOutcome } from './render/json.ts'
import { type Cache, openCache } from './store/cache/cache.ts'
import { knownCustomers, readAhead } from './store/cache/customer-pack.ts'
import { gitBefore } from './store/cache/customers-git.ts'
import { commit } from './store/commit.ts'
import { readIfThere } from './store/digest.ts'
import { editsFor } from './store/edits.ts'
import type { GitLook } from './store/git-look.ts'
import { readHead, readSettled } from './store/head.ts'
import { filesKnownAt } from './store/known.ts'
import { withLock } from './store/lock.ts'
import { type BookRead, type PartWish, readBook } from './store/read.ts'
import type { Seen } from './store/underneath.ts'
import { verifyEdits } from './store/verify.ts'
import type { Catalogue } from './text/catalogue.ts'
import type { VerbEntry } from './verbs.ts'
import { writeAnswer } from './world/answer.ts'
import { romanise } from './world/pinyin.ts'
import type { Files, World } from './world/world.ts'

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
  const done = (of: PlanTask | ReportTask) =>
    of.task === 'plan'
      ? reviewed(call, of, place)
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
  return look
}

/** From so many customers on a look at each file takes longer than asking git. */
const manyCustomers = 5000

interface Place {
  readonly git: GitLook | null
  readonly folder: string
  readonly context: Context
  readonly cache: Cache
}

/** The book as it was at one moment, and the counter that tells when another crm has committed since. */
interface Stage extends Place {
  readonly head: number
  readonly reading: BookRead
}

/** The cache knows files as they lie on the disk, not as a commit that is still under way will leave them. */
function stageOf(call: Call, files: Files, task: PlanTask | ReportTask, place: Place): Stage {
  const { folder, context } = place
  const cache = files === call.world.files ? place.cache : null
  const head = readHead(files, folder)
  // What another crm committed since is not what git saw.
  const git = place.git?.head === head ? place.git : null
  return { ...place, head, reading: readBook(files, folder, needsOf(task), cache, { git, ...partWish(task, context) }) }
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

function stopOnErrors(problems: readonly Problem[]): void {
  if (problems.some((p) => p.severity === 'error')) throw new UserError(problems)
}

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

interface Decision {
  readonly stage: Stage
  readonly plan: Plan
  readonly edits: readonly FileChange[]
  readonly seen: Seen
}

/** Reading and deciding as one: what another crm commits in between must not look like a mistake of the user. */
function decided(call: Call, task: PlanTask, place: Place): Promise<Decision> {
  return readSettled(call.world, place.folder, (files) => decide(files, task, stageOf(call, files, task, place)))
}

function decide(files: Files, task: PlanTask, stage: Stage): Decision {
  const { reading, context, folder } = stage
  stopOnErrors(reading.problems)
  const plan = task.plan(reading.book, context)
  stopOnErrors([...reading.problems, ...plan.problems])
  stopOnErrors(closedMonthProblems(plan.changes, reading.book.closes))
  const { settings } = reading.book
  const current = (path: string) => readIfThere(files, `${folder}/${path}`)
  const edits = editsFor(plan.changes, settings, current)
  stopOnErrors([...verifyEdits(edits, settings), ...plan.problems])
  return {
    stage,
    plan,
    edits: edits.map((e) => ({ ...e, beforeBytes: e.before === null ? null : current(e.path) })),
    seen: reading.seen,
  }
}

async function change(call: Call, task: PlanTask, place: Place, first: Decision): Promise<Outcome> {
  const { world, frame } = call
  const { stage } = first
  const currency = stage.reading.book.settings.currency
  const outcome = (applied: boolean) => ({
    output: first.plan.output,
    exit: first.plan.exit ?? 0,
    plan: { changes: first.plan.changes, applied, currency },
  })
  const clock = clockSaid(call, task, first)
  stopOnErrors(clock)
  const said = [...stage.reading.problems, ...first.plan.problems, ...clock]
  if (frame.flags.dryRun && first.plan.changes.length > 0) {
    return { ...outcome(false), problems: [...said, note('dry-run', {})], edits: first.edits }
  }
  const answer = () => {
    if (!frame.flags.dryRun)
      for (const f of first.plan.files ?? []) writeAnswer(world.files, world.folder, f.path, f.text)
  }
  if (first.plan.changes.length === 0) {
    answer()
    return { ...outcome(false), problems: said }
  }
  await confirm(call, first.plan)
  await withLock(world, stage.folder, { verb: call.entry.name, waitSeconds: frame.lockWaitSeconds }, async () => {
    const unmoved = readHead(world.files, stage.folder) === stage.head
    const { edits, seen } = unmoved ? first : await again(call, task, place, first)
    const { progress, done } = tellProgress(world.terminal, frame, call.catalogue.frame)
    try {
      commit(world, stage.folder, { edits, seen, progress })
    } finally {
      done()
    }
  })
  answer()
  return { ...outcome(true), problems: said }
}

/** Where the verb has a review and a person can be asked, what he decides is what is planned. */
async function reviewed(call: Call, task: PlanTask, place: Place): Promise<Outcome> {
  const first = await decided(call, task, place)
  const { yes, noInput, dryRun } = call.frame.flags
  if (task.review === undefined || yes || noInput || dryRun || !call.world.terminal.interactive)
    return change(call, task, place, first)
  const next = await task.review(first.stage.reading.book, first.stage.context)
  try {
    const outcome = await change(call, next, place, await decided(call, next, place))
    next.ended?.(true)
    return outcome
  } catch (error) {
    next.ended?.(false)
    throw error
  }
}

/** Only where something is to be written; a dry run is there to look, so it is not refused. */
function clockSaid(call: Call, task: PlanTask, { plan, stage }: Decision): readonly Problem[] {
  const { dryRun, yes } = call.frame.flags
  if (plan.changes.length === 0) return []
  const strict = task.byTheClock === true && !yes && !dryRun
  return clockProblems(stage.reading.book, stage.context.today, strict)
}

/** Another crm committed since we read: the plan must come out the same from the book as it is now. */
async function again(call: Call, task: PlanTask, place: Place, first: Decision): Promise<Decision> {
  const second = await decided(call, task, place)
  if (JSON.stringify(second.plan.changes) === JSON.stringify(first.plan.changes)) return second
  throw new UserError([problem('plan-changed', {})], 4)
}

/** Asks on a terminal where the plan wants a second look; cron and pipes go on, because `--dry-run` is there to look first. */
async function confirm(call: Call, plan: Plan): Promise<void> {
  const { frame, world, catalogue } = call
  if (plan.confirm !== true || frame.flags.yes || frame.flags.noInput || !world.terminal.interactive) return
  const { previewText } = await import('./show.ts')
  world.terminal.say(await previewText(plan.output, frame.language, frame.colour, world.terminal.width))
  if (!(await world.terminal.confirm(catalogue.frame.proceed, true)))
    throw new UserError([problem('cancelled', {})], 130)
}
