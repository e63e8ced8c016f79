// The only place that catches: from argv to an exit code. What a line does not need is not loaded.
import { likely } from './core/base/likely.ts'
import { AmountOverflow } from './core/base/money.ts'
import { type Problem, problem, UserError } from './core/base/problem.ts'
import type { Language } from './core/book/customer.ts'
import { languageOfReader, verbPosition, wantsAllHelp, wantsJson } from './line.ts'
import { findVerb, verbs } from './verbs.ts'
import { FileError, type World } from './world/world.ts'

/** Runs one command line and returns its exit code (design.md §5). Never throws. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const language = languageOfReader(argv, world)
  try {
    return await answer(argv, world, language)
  } catch (error) {
    const { showBug, showOutcome } = await import('./show.ts')
    const failure = expectedFailure(error)
    if (failure === null) return showBug(error, argv, world, language)
    const { problems, exit } = failure
    const format = wantsJson(argv) ? 'json' : 'table'
    const view = { format, language, colour: world.terminal.colour, quiet: false, forExcel: false } as const
    await showOutcome({ output: { tables: [] }, problems, exit }, view, world)
    return exit
  }
}

async function answer(argv: readonly string[], world: World, language: Language): Promise<number> {
  if (wantsAllHelp(argv)) return say(world, await (await import('./help.ts')).pageOfAll(language))
  const at = verbPosition(argv)
  const entry = at < 0 ? undefined : findVerb(argv[at] ?? '')
  if (at >= 0 && entry === undefined) throw unknownVerb(argv[at] ?? '')
  const { parseLine } = await import('./options.ts')
  const verb = await entry?.load()
  const line = parseLine(
    argv.filter((_, i) => i !== at),
    verb,
    world,
    language,
  )
  if (line.frame.version) return say(world, `crm ${(await import('./version.ts')).version}\n`)
  const { pageOfAll, pageOfVerb } = await import('./help.ts')
  if (entry === undefined || verb === undefined) return say(world, await pageOfAll(language))
  if (line.frame.help) return say(world, await pageOfVerb(entry, verb, language))
  const { perform } = await import('./perform.ts')
  return perform({ entry, verb, line, world, crm: main })
}

function unknownVerb(name: string): UserError {
  const names = verbs.map((v) => v.name)
  return new UserError([problem('unknown-verb', { name, like: likely(name, names) })])
}

function say(world: World, text: string): number {
  world.terminal.write(text)
  return 0
}

/** Problems and exit code of a failure that is not a bug; null for a bug. */
function expectedFailure(error: unknown): { readonly problems: readonly Problem[]; readonly exit: number } | null {
  if (error instanceof UserError) return error
  if (error instanceof FileError)
    return new UserError([problem('file-failed', { path: error.path, reason: error.code })])
  if (error instanceof AmountOverflow)
    return new UserError([problem('amount-too-large', { amount: String(error.amount) })])
  // Ctrl-C at a prompt: @inquirer rejects with this name.
  if (error instanceof Error && error.name === 'ExitPromptError') return new UserError([problem('cancelled', {})], 130)
  return null
}
