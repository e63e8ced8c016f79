// A verb that changes the book: plan, show, confirm, lock, re-read, plan again, commit. Loaded by those alone.
import type { PlanTask } from './commands/verb.ts'
import { note, type Problem, problem, UserError } from './core/base/problem.ts'
import { clockProblems } from './core/book/clock.ts'
import { closedMonthProblems } from './core/book/close.ts'
import type { Plan } from './core/book/plan.ts'
import { type Telling, tellProgress } from './progress.ts'
import { type Place, type Stage, stageOf, stopOnErrors } from './reading.ts'
import type { FileChange } from './render/diff.ts'
import type { Call, Outcome } from './run.ts'
import { commit } from './store/commit.ts'
import { readIfThere } from './store/digest.ts'
import { editsFor } from './store/edits.ts'
import { readHead, readSettled } from './store/head.ts'
import { withLock } from './store/lock.ts'
import type { Seen } from './store/underneath.ts'
import { verifyEdits } from './store/verify.ts'
import { writeAnswer } from './world/answer.ts'
import type { Files } from './world/world.ts'

interface Decision {
  readonly stage: Stage
  readonly plan: Plan
  readonly edits: readonly FileChange[]
  readonly seen: Seen
}

/** Reading and deciding as one: what another crm commits in between must not look like a mistake of the user. */
async function decided(call: Call, task: PlanTask, place: Place): Promise<Decision> {
  const { world, frame, catalogue } = call
  const telling = tellProgress(world.terminal, frame, catalogue.frame)
  try {
    return await readSettled(world, place.folder, (files) => {
      telling.work('reading', world.terminal.interactive ? files.list(`${place.folder}/customers`).length : 0)
      return decide(files, task, stageOf(call, files, task, place), telling)
    })
  } finally {
    telling.done()
  }
}

function decide(files: Files, task: PlanTask, stage: Stage, telling: Telling): Decision {
  const { reading, context, folder } = stage
  stopOnErrors(reading.problems)
  telling.work('planning', reading.book.journal.length + reading.book.customers.size)
  const plan = task.plan(reading.book, context)
  telling.work('preparing', plan.changes.length)
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
export async function reviewed(call: Call, task: PlanTask, place: Place): Promise<Outcome> {
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
