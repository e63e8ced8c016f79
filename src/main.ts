// The only place that catches: from argv to an exit code.
import type { Input } from './commands/input.ts'
import type { Verb } from './commands/verb.ts'
import { likely } from './core/base/likely.ts'
import { type Problem, problem, UserError } from './core/base/problem.ts'
import type { Language } from './core/book/customer.ts'
import { helpPages, pageOfAll, pageOfVerb } from './help.ts'
import { type Line, languageOfReader, parseLine, verbPosition, wantsJson } from './options.ts'
import { type Outcome, runVerb } from './run.ts'
import { showBug, showOutcome } from './show.ts'
import { findBook, timezoneOf } from './store/find.ts'
import { catalogueOf } from './text/load.ts'
import { findVerb, type VerbEntry, verbs } from './verbs.ts'
import { version } from './version.ts'
import { FileError, type World } from './world/world.ts'

/** Runs one command line and returns its exit code (design.md §5). Never throws. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const language = languageOfReader(argv, world)
  try {
    return await answer(argv, world, language)
  } catch (error) {
    const failure = expectedFailure(error)
    if (failure === null) return showBug(error, argv, world, language)
    const { problems, exit } = failure
    const failed: Outcome = { output: { tables: [] }, problems, exit }
    await showOutcome(
      failed,
      {
        format: wantsJson(argv) ? 'json' : 'table',
        language,
        colour: world.terminal.colour,
        quiet: false,
        forExcel: false,
      },
      world,
    )
    return exit
  }
}

async function answer(argv: readonly string[], world: World, language: Language): Promise<number> {
  const at = verbPosition(argv)
  const entry = at < 0 ? undefined : findVerb(argv[at] ?? '')
  if (at >= 0 && entry === undefined) {
    const name = argv[at] ?? ''
    const like = likely(
      name,
      verbs.map((v) => v.name),
    )
    throw new UserError([problem('unknown-verb', { name, like })])
  }
  const words = argv.filter((_, i) => i !== at)
  const verb = await entry?.load()
  const line = parseLine(words, verb, world, language)
  if (line.frame.version) return say(world, `crm ${version}\n`)
  if (entry === undefined || verb === undefined) return say(world, await pageOfAll(language))
  if (line.frame.help) return say(world, await pageOfVerb(entry, verb, language))
  return perform(entry, verb, line, world)
}

function say(world: World, text: string): number {
  world.terminal.write(text)
  return 0
}

async function perform(entry: VerbEntry, verb: Verb, line: Line, world: World): Promise<number> {
  if (entry.writes) world.obeySignals()
  const { frame } = line
  const folder = findBook(world.files, world.folder, frame.book)
  const today = frame.today ?? world.today(folder === null ? undefined : timezoneOf(world.files, folder))
  const catalogue = await catalogueOf(frame.language)
  const { language, flags: global } = frame
  const input: Input = {
    arguments: line.arguments,
    flags: line.flags,
    today,
    global,
    folder,
    language,
    catalogue,
    help: helpPages(language),
    crm: main,
  }
  const outcome = await runVerb({ entry, verb, input, frame, world, catalogue })
  const view = {
    format: frame.format,
    language: frame.language,
    colour: frame.colour,
    quiet: frame.flags.quiet,
    forExcel: frame.forExcel,
    file: frame.output,
  }
  await showOutcome(outcome, view, world)
  return outcome.exit
}

/** Problems and exit code of a failure that is not a bug; null for a bug. */
function expectedFailure(error: unknown): { readonly problems: readonly Problem[]; readonly exit: number } | null {
  if (error instanceof UserError) return error
  if (error instanceof FileError)
    return new UserError([problem('file-failed', { path: error.path, reason: error.code })])
  // Ctrl-C at a prompt: @inquirer rejects with this name.
  if (error instanceof Error && error.name === 'ExitPromptError') return new UserError([problem('cancelled', {})], 130)
  return null
}
