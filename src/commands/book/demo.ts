// crm demo: the last month of the example book, on a copy, with the commands that a person would type.
import { problem, UserError } from '../../core/base/problem.ts'
import { noOutput } from '../../core/book/paper.ts'
import { copyFolder } from '../../store/copy.ts'
import { demoTextOf } from '../../text/demo.ts'
import type { World } from '../../world/world.ts'
import { flag, type Input } from '../input.ts'
import type { Verb } from '../verb.ts'
import { playMonth } from './demo-steps.ts'
import { openStage } from './stage.ts'

/** The day on which the demo is played; its data end two days earlier. */
const demoDay = '2026-11-02'

export const demo: Verb = {
  arguments: [],
  options: ['--dir <dir>'],
  prepare(input, world) {
    return {
      task: 'act',
      act: async () => ({ output: noOutput, problems: [], exit: await play(input, world) }),
    }
  },
}

async function play(input: Input, world: World): Promise<number> {
  const folder = prepareFolder(flag(input, 'dir'), world)
  const text = await demoTextOf(input.language)
  const stage = openStage(input, world, { folder, today: demoDay })
  stage.tell(text.intro(folder, demoDay))
  const exit = await playMonth(stage, text)
  if (exit <= 1) stage.tell(text.end(folder))
  return exit <= 1 ? 0 : exit
}

/** A copy of the example book, with the files of its last month in `inbox/`. */
function prepareFolder(wished: string | undefined, world: World): string {
  const { files, environment, program } = world
  const temporary = environment.TMPDIR ?? environment.TEMP ?? '/tmp'
  const folder = wished ?? `${temporary.replace(/[\\/]$/, '')}/crm-demo-${world.randomHex(8)}`
  if (files.status(folder) !== null && files.list(folder).length > 0)
    throw new UserError([problem('demo-folder-taken', { path: folder })])
  copyFolder(files, `${program}/examples/electronics`, folder)
  copyFolder(files, `${program}/examples/electronics-october`, `${folder}/inbox`)
  return folder
}
