// The flags that every verb takes, and the parsing of one command line.
import { Command, CommanderError } from 'commander'
import type { GlobalFlags, Input } from './commands/input.ts'
import type { Verb } from './commands/verb.ts'
import { type Day, isDay } from './core/base/day.ts'
import { hiddenIn } from './core/base/hidden.ts'
import { likely } from './core/base/likely.ts'
import { problem, UserError } from './core/base/problem.ts'
import type { Language } from './core/book/customer.ts'
import { globalOptions, longName } from './line.ts'
import type { World } from './world/world.ts'

export const formats = ['table', 'csv', 'json', 'md', 'html'] as const
export type Format = (typeof formats)[number]

/** What the frame itself obeys. */
export interface Frame {
  readonly book: string | undefined
  readonly today: Day | undefined
  /** A day or a commit: the book as git had it. */
  readonly knownAt: string | undefined
  readonly language: Language
  readonly format: Format
  readonly output: string | undefined
  readonly colour: boolean
  readonly forExcel: boolean
  readonly lockWaitSeconds: number
  readonly help: boolean
  readonly version: boolean
  readonly flags: GlobalFlags
}

/** A verb's own flags, then the global ones that it does not define itself (`--explain ID` where the global one has no value). */
export function optionsOf(verb: Verb | undefined): readonly string[] {
  const own = verb?.options ?? []
  const names = new Set(own.map(longName))
  return [...own, ...globalOptions.filter((o) => !names.has(longName(o)))]
}

export interface Line {
  readonly frame: Frame
  readonly arguments: Input['arguments']
  readonly flags: Input['flags']
}

/** Parses everything but the verb's own word. Throws a UserError for a wrong line. */
export function parseLine(words: readonly string[], verb: Verb | undefined, world: World, language: Language): Line {
  for (const word of words) {
    const character = hiddenIn(word)
    if (character !== null) throw new UserError([problem('hidden-character', { text: word, character })])
  }
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} })
  command.helpOption(false).allowExcessArguments(false)
  const helpWanted = words.includes('--help') || words.includes('-h')
  // A page of help is not refused for what its line lacks.
  if (!helpWanted) for (const argument of verb?.arguments ?? []) command.argument(argument)
  for (const option of optionsOf(verb)) command.option(option)
  try {
    command.parse(helpWanted ? ['--help'] : [...words], { from: 'user' })
  } catch (error) {
    throw error instanceof CommanderError ? new UserError([usageProblem(error, command)]) : error
  }
  const flags = command.opts<Record<string, unknown>>()
  return { frame: frameOf(flags, world, language), arguments: command.processedArgs, flags }
}

function usageProblem(error: CommanderError, command: Command) {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const option = name.split(/[ ,]+/).find((w) => w.startsWith('--')) ?? name
  switch (error.code) {
    case 'commander.unknownOption':
      return problem('unknown-option', {
        option,
        like: likely(
          option,
          command.options.map((o) => o.long ?? ''),
        ),
      })
    case 'commander.missingArgument':
      return problem('argument-missing', { name })
    case 'commander.optionMissingArgument':
      return problem('option-needs-value', { option })
    case 'commander.excessArguments':
      return problem('too-many-arguments', { allowed: command.registeredArguments.length })
    default:
      return problem('usage', { text: error.message.replace(/^error: /, '') })
  }
}

function frameOf(flags: Record<string, unknown>, world: World, language: Language): Frame {
  const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : undefined)
  const today = text('today') ?? world.environment.CRM_TODAY
  if (today !== undefined && today !== '' && !isDay(today))
    throw new UserError([problem('not-a-day', { flag: '--today', text: today })])
  const lang = text('lang')
  if (lang !== undefined && !/^(en|zh)/i.test(lang)) {
    throw new UserError([problem('not-one-of', { flag: '--lang', text: lang, allowed: ['en', 'zh'] })])
  }
  return {
    book: text('book') ?? (world.environment.CRM_BOOK || undefined),
    today: today !== undefined && isDay(today) ? today : undefined,
    knownAt: text('knownAt'),
    language,
    format: formatOf(flags),
    output: text('output'),
    colour: flags.color !== false && world.terminal.colour,
    forExcel: flags.forExcel === true,
    lockWaitSeconds: lockWait(text('lockWait')),
    help: flags.help === true,
    version: flags.version === true,
    flags: {
      dryRun: flags.dryRun === true,
      yes: flags.yes === true,
      noInput: flags.input === false,
      explain: flags.explain === true,
      quiet: flags.quiet === true,
    },
  }
}

/** `--format`, `--json`, or what the ending of `--output` says. */
function formatOf(flags: Record<string, unknown>): Format {
  if (flags.json === true) return 'json'
  const said = flags.format
  if (typeof said === 'string') {
    const format = formats.find((f) => f === said)
    if (format === undefined)
      throw new UserError([problem('not-one-of', { flag: '--format', text: said, allowed: formats })])
    return format
  }
  const output = flags.output
  const ending = typeof output === 'string' ? output.slice(output.lastIndexOf('.') + 1) : ''
  return formats.find((f) => f === ending) ?? 'table'
}

function lockWait(text: string | undefined): number {
  if (text === undefined) return 0
  const seconds = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || seconds > 86_400)
    throw new UserError([problem('not-a-number', { flag: '--lock-wait', text })])
  return seconds
}
