// What can be told of a command line before any parser is loaded.
import type { Language } from './core/book/customer.ts'
import type { World } from './world/world.ts'

/** The flags that every verb takes, as commander writes them; their help stands in text/. */
export const globalOptions = [
  '-C, --book <dir>',
  '--today <day>',
  '--known-at <when>',
  '--lang <language>',
  '-f, --format <format>',
  '--json',
  '-o, --output <file>',
  '--for-excel',
  '-q, --quiet',
  '--no-color',
  '--no-input',
  '-y, --yes',
  '-n, --dry-run',
  '--explain',
  '--lock-wait <seconds>',
  '-h, --help',
  '--version',
] as const

const takesValue = new Set(
  globalOptions.filter((o) => o.includes('<')).flatMap((o) => o.replace(/ <.*/, '').split(', ')),
)

/** The first word that is neither a global flag nor its value. */
export function verbPosition(argv: readonly string[]): number {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (!word.startsWith('-') || word === '-') return i
    if (takesValue.has(word)) i++
  }
  return -1
}

/** The reader's language: `--lang`, CRM_LANG, then the locale of the environment. */
export function languageOfReader(argv: readonly string[], world: Pick<World, 'environment'>): Language {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='))
  const word = at < 0 ? undefined : argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1]
  const { CRM_LANG, LC_ALL, LC_MESSAGES, LANG } = world.environment
  const said = [word, CRM_LANG, LC_ALL, LC_MESSAGES, LANG].find((v) => v !== undefined && v !== '') ?? 'en'
  return said.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** True when the answer has to be JSON even if the rest of the line is wrong. */
export function wantsJson(argv: readonly string[]): boolean {
  return argv.some(
    (a, i) => a === '--json' || a === '--format=json' || ((a === '-f' || a === '--format') && argv[i + 1] === 'json'),
  )
}

/** Nothing but a wish for the page of all verbs, in whatever language. */
export function wantsAllHelp(argv: readonly string[]): boolean {
  const rest = argv.filter((a, i) => a !== '--lang' && argv[i - 1] !== '--lang' && !a.startsWith('--lang='))
  return rest.length === 0 || (rest.length === 1 && (rest[0] === '--help' || rest[0] === '-h'))
}

/** The long name of an option as commander writes it: `-n, --dry-run` → `dry-run`, `--no-git` → `no-git`. */
export function longName(option: string): string {
  return /--([a-z0-9-]+)/.exec(option)?.[1] ?? ''
}
