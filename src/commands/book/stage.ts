// Where the demo plays: command lines run through the same door as a person's, their answers shown, or asked for as data.

import { wordText } from '../../render/cell.ts'
import { paint } from '../../render/colour.ts'
import { wrap } from '../../render/width.ts'
import type { World } from '../../world/world.ts'
import type { Input } from '../input.ts'

/** What a command answers with `--json`, as far as the demo looks at it. */
export interface Answer {
  /** The rows of the first table of that name; empty without one. */
  rows(table: string): readonly Readonly<Record<string, unknown>>[]
}

/** Words for the lines left out; `all` leaves none out. */
export type More = ((left: number) => string) | 'all'

export interface Stage {
  /** Shows the command line and its answer; of a long one the beginning and the end. Returns its exit code. */
  show(argv: readonly string[], more: More): Promise<number>
  /** The answer as data; nothing is shown. */
  ask(argv: readonly string[]): Promise<Answer>
  tell(text: string): void
  /** A Word in the reader's language. */
  word(key: string): string
}

export function openStage(
  input: Input,
  world: World,
  place: { readonly folder: string; readonly today: string },
): Stage {
  const { write } = world.terminal
  const width = world.terminal.width > 0 ? world.terminal.width : 140
  const environment = {
    ...world.environment,
    CRM_TODAY: place.today,
    CRM_LANG: input.language,
    CRM_BOOK: undefined,
  }
  /** Both streams of one command, in the order in which they were written. */
  const run = async (argv: readonly string[]): Promise<{ exit: number; out: string; all: string }> => {
    let out = ''
    let all = ''
    const terminal = {
      ...world.terminal,
      interactive: false,
      width,
      write: (text: string) => {
        out += text
        all += text
      },
      say: (text: string) => {
        all += text
      },
    }
    // A signal may end the demo at any moment: it plays on a copy, and a commit survives that.
    const quiet = { obeySignals: () => {}, holdSignals: () => {} }
    const exit = await input.crm(argv, { ...world, ...quiet, terminal, environment, folder: place.folder })
    return { exit, out, all }
  }
  return {
    async show(argv, more) {
      const line = `$ crm ${argv.map(quoted).join(' ')}\n`
      write(`\n${paint(line, 'bold', world.terminal.colour)}`)
      const { exit, all } = await run(argv)
      write(shortened(all, more))
      return exit
    },
    ask: async (argv) => answerOf((await run([...argv, '--json'])).out),
    tell: (text) => write(`\n${paragraph(text, Math.min(width, 100))}\n`),
    word: (key) => wordText(key, input.catalogue.words),
  }
}

/** Longer lines are continued two columns in. */
function paragraph(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...rest] = wrap(line, width)
      return rest.length === 0
        ? [first]
        : [first, ...wrap(line.slice(first.length).trimStart(), width - 2).map((more) => `  ${more}`)]
    })
    .join('\n')
}

function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** Lines shown of a long answer: enough of the beginning to see what it is, and the totals at its end. */
const head = 20
const tail = 6

function shortened(text: string, more: More): string {
  if (more === 'all') return text
  const lines = text.trimEnd().split('\n')
  const left = lines.length - head - tail
  if (left <= 2) return text
  return `${[...lines.slice(0, head), more(left), ...lines.slice(-tail)].join('\n')}\n`
}

function answerOf(text: string): Answer {
  const document: unknown = JSON.parse(text)
  const tables = listAt(document, 'tables')
  return {
    rows: (name) => tables.filter((t) => t.name === name).flatMap((t) => listAt(t, 'rows')),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listAt(value: unknown, key: string): readonly Record<string, unknown>[] {
  const found = isRecord(value) ? value[key] : undefined
  return Array.isArray(found) ? found.filter(isRecord) : []
}
