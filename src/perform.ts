// A parsed line meets its book: today, language and catalogue are settled, the verb is run, its outcome shown.
import type { Input } from './commands/input.ts'
import type { Verb } from './commands/verb.ts'
import { helpPages } from './help.ts'
import type { Line } from './options.ts'
import { runVerb } from './run.ts'
import { showOutcome } from './show.ts'
import { findBook, timezoneOf } from './store/find.ts'
import { catalogueOf } from './text/load.ts'
import type { VerbEntry } from './verbs.ts'
import type { World } from './world/world.ts'

export interface Performance {
  readonly entry: VerbEntry
  readonly verb: Verb
  readonly line: Line
  readonly world: World
  /** The whole program again, for verbs that run others: `crm demo`. */
  readonly crm: Input['crm']
}

/** The exit code. */
export async function perform({ entry, verb, line, world, crm }: Performance): Promise<number> {
  if (entry.writes) world.obeySignals()
  const { frame } = line
  const { language } = frame
  const folder = findBook(world.files, world.folder, frame.book)
  const today = frame.today ?? world.today(folder === null ? undefined : timezoneOf(world.files, folder))
  const catalogue = await catalogueOf(language)
  const input: Input = {
    arguments: line.arguments,
    flags: line.flags,
    today,
    global: frame.flags,
    folder,
    language,
    catalogue,
    help: helpPages(language),
    crm,
  }
  const outcome = await runVerb({ entry, verb, input, frame, world, catalogue })
  const { format, colour, forExcel, output: file } = frame
  await showOutcome(outcome, { format, language, colour, quiet: frame.flags.quiet, forExcel, file }, world)
  outcome.afterwards?.()
  return outcome.exit
}
