// crm recover: finishes or discards what a crash left behind, settles conflicts, breaks a lock.
import { note, type Problem, problem, UserError } from '../../core/base/problem.ts'
import type { Table } from '../../core/base/table.ts'
import { breakLock, takeLock } from '../../store/lock.ts'
import { type Keep, planRecovery, type Recovered, recoverOrExplain } from '../../store/recover.ts'
import type { World } from '../../world/world.ts'
import { choiceFlag, decimalFlag, type Input, switchOn } from '../input.ts'
import type { Verb } from '../verb.ts'

export const recover: Verb = {
  arguments: [],
  options: ['--keep <version>', '--break-lock'],
  prepare(input, world) {
    const keep = choiceFlag(input, 'keep', ['mine', 'theirs'])
    const { folder } = input
    if (folder === null) throw new UserError([problem('no-book', { path: world.folder })])
    return { task: 'act', act: () => act(input, world, { folder, keep }) }
  },
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
