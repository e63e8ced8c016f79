// crm recover: finishes or discards what a crash left behind, settles conflicts, breaks a lock; with a write-off, takes that back.
import { note, type Problem, problem, UserError } from '../../core/base/problem.ts'
import type { Table } from '../../core/base/table.ts'
import { planMoneyBack } from '../../core/verbs/recover/plan.ts'
import { breakLock, takeLock } from '../../store/lock.ts'
import { type Keep, planRecovery, type Recovered, recoverOrExplain } from '../../store/recover.ts'
import type { World } from '../../world/world.ts'
import { argument, choiceFlag, dayFlag, decimalFlag, flag, type Input, switchOn } from '../input.ts'
import type { PlanTask, Verb } from '../verb.ts'

export const recover: Verb = {
  arguments: ['[write-off]', '[amount]'],
  options: ['--keep <version>', '--break-lock', '--date <day>', '--memo <text>'],
  prepare(input, world) {
    const name = argument(input, 0)
    if (name !== undefined) return moneyBack(input, name)
    const keep = choiceFlag(input, 'keep', ['mine', 'theirs'])
    const { folder } = input
    if (folder === null) throw new UserError([problem('no-book', { path: world.folder })])
    return { task: 'act', act: () => act(input, world, { folder, keep }) }
  },
}

/** What was given up as lost comes back: rows of the journal, by the ordinary life of a verb. */
function moneyBack(input: Input, name: string): PlanTask {
  if (flag(input, 'keep') !== undefined || switchOn(input, 'breakLock'))
    throw new UserError([problem('recover-one-thing', { name })])
  const amount = argument(input, 1)
  const date = dayFlag(input, 'date')
  const wish = {
    name,
    ...(amount === undefined ? {} : { amount }),
    ...(date === undefined ? {} : { date }),
    memo: flag(input, 'memo') ?? '',
  }
  return {
    task: 'plan',
    needs: ['customers', 'rates', 'journal'],
    plan: (book, context) => planMoneyBack(book, wish, context),
  }
}

interface Wish {
  readonly folder: string
  readonly keep: Keep | undefined
}

async function act(input: Input, world: World, { folder, keep }: Wish) {
  if (input.global.dryRun) {
    const done = planRecovery(world.files, folder, keep)
    return { output: { tables: [tableOf(done)] }, problems: [...said(done), note('dry-run', {})], exit: 0 }
  }
  const broken = switchOn(input, 'breakLock') ? [breakLock(world, folder, input.global.yes)] : []
  const waitSeconds = Number(decimalFlag(input, 'lockWait') ?? '0')
  await world.sleep(0)
  const release = await takeLock(world, folder, { verb: 'recover', waitSeconds })
  try {
    const done = recoverOrExplain(world.files, folder, keep)
    return { output: { tables: [tableOf(done)] }, problems: [...broken, ...said(done)], exit: 0 }
  } finally {
    release()
  }
}

function said(done: Recovered): readonly Problem[] {
  return done.finished.length + done.discarded.length === 0 ? [note('nothing-to-recover', {})] : []
}

function tableOf(done: Recovered): Table {
  const rows = [
    ...done.finished.map((file) => ({ file, state: 'finished' })),
    ...done.discarded.map((id) => ({ file: `.crm/pending/${id}`, state: 'discarded' })),
    ...done.kept.map((file) => ({ file, state: 'kept' })),
  ]
  return {
    name: 'files',
    columns: [
      { key: 'file', type: 'text' },
      { key: 'state', type: 'word' },
    ],
    rows,
  }
}
