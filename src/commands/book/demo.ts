// crm demo: the last month of the example book, on a copy, with the commands that a person would type.
import { noOutput } from '../../core/book/paper.ts'
import { copyExample } from '../../store/example.ts'
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
  const folder = copyExample(world, flag(input, 'dir'))
  const text = await demoTextOf(input.language)
  const stage = openStage(input, world, { folder, today: demoDay })
  stage.tell(text.intro(folder, demoDay))
  const exit = await playMonth(stage, text)
  if (exit <= 1) stage.tell(text.end(folder, demoDay))
  return exit <= 1 ? 0 : exit
}
