// crm import --describe FILE: what the flags say, what the file shows, and what a person at the terminal answers.
import { problem, UserError } from '../../core/base/problem.ts'
import { dayPattern } from '../../core/verbs/import/days.ts'
import { describe } from '../../core/verbs/import/describe/describe.ts'
import type { Description, Finding, Told } from '../../core/verbs/import/describe/finding.ts'
import { planDescribe } from '../../core/verbs/import/describe/plan.ts'
import type { Dialect } from '../../core/verbs/import/dialects/dialect.ts'
import { dialectOfHeadings } from '../../core/verbs/import/dialects/registry.ts'
import { parseStatement } from '../../formats/bank/detect.ts'
import { examine } from '../../formats/sheets/examine.ts'
import type { World } from '../../world/world.ts'
import { argumentList, choiceFlag, flag, flagList, flagName, type Input, switchOn } from '../input.ts'
import type { PlanTask } from '../verb.ts'
import { opener } from './foreign.ts'
import { type InputFile, readInputs } from './inputs.ts'

export const describeOptions = [
  '--describe',
  '--save <name>',
  '--column <field=heading...>',
  '--delimiter <mark>',
  '--skip <lines>',
  '--bare',
  '--sign <rule>',
] as const

const layoutFlags = ['save', 'column', 'delimiter', 'skip', 'bare', 'sign']

/** Flags of a description are refused where nothing is described, rather than ignored. */
export function refuseLayoutFlags(input: Input): void {
  const found = layoutFlags.find((f) => input.flags[f] !== undefined && input.flags[f] !== false)
  if (found !== undefined) throw new UserError([problem('describe-flag', { flag: flagName(found) })])
}

export async function describeTask(input: Input, world: World): Promise<PlanTask> {
  const as = flag(input, 'as') ?? 'bank'
  if (as !== 'bank') throw new UserError([problem('describe-bank', { as })])
  const { files } = await readInputs(world, argumentList(input, 0))
  const [file, ...others] = files
  if (file === undefined || others.length > 0) throw new UserError([problem('describe-one', {})])
  refuseDefined(file)
  const { description, dialect, save } = await answered(input, world, file)
  const encoding = description.mapping.encoding
  const open = opener('bank', file, encoding === undefined ? {} : { encoding })
  const wish = { file: file.name, description, open, save, dialect, account: flag(input, 'account') }
  return {
    task: 'plan',
    needs: ['customers', 'journal', 'rates', 'bank', 'mappings'],
    plan: (book, context) => planDescribe(book, wish, context),
  }
}

/** CAMT, MT940, wallets and the like say themselves what is what. */
function refuseDefined({ name, parts }: InputFile): void {
  const { sheet } = parseStatement(parts[0]?.bytes ?? new Uint8Array(), name)
  if (sheet !== null && sheet.format !== 'csv')
    throw new UserError([problem('layout-defined', { format: sheet.format }, { file: name })])
}

function toldBy(input: Input): Told {
  const said = {
    encoding: flag(input, 'encoding'),
    delimiter: flag(input, 'delimiter')?.replace(/^(?:\\t|tab)$/i, '\t'),
    skip: skipped(input),
    headings: switchOn(input, 'bare') ? ('none' as const) : undefined,
    date: flag(input, 'date'),
    decimal: choiceFlag(input, 'decimal', ['.', ','] as const),
    sign: choiceFlag(input, 'sign', ['plain', 'reversed', 'ignored'] as const),
  }
  if (said.date !== undefined && dayPattern(said.date) === null)
    throw new UserError([problem('bad-day-pattern', { pattern: said.date })])
  const pairs = flagList(input, 'column').map((text) => {
    const at = text.indexOf('=')
    if (at < 1 || at === text.length - 1) throw new UserError([problem('bad-column-flag', { text })])
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
  })
  return { ...defined(said), ...(pairs.length === 0 ? {} : { columns: Object.fromEntries(pairs) }) }
}

function skipped(input: Input): number | undefined {
  const text = flag(input, 'skip')
  if (text === undefined) return undefined
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new UserError([problem('not-a-number', { flag: '--skip', text })])
}

function defined<T extends object>(said: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

interface Described {
  readonly description: Description
  readonly dialect: Dialect | undefined
}

function described(file: InputFile, told: Told): Described {
  const [part] = file.parts
  const found = examine(
    part?.bytes ?? new Uint8Array(),
    file.name,
    file.isWorkbook ? { ...told, delimiter: ',' } : told,
  )
  if (!found.ok) throw new UserError([found.problem])
  const { sheet, ...layout } = found.value
  const dialect = dialectOfHeadings(sheet.head)
  return { description: describe(sheet, layout, told, dialect), dialect }
}

/** Asks for what the file does not tell, one thing after the other, until nothing is open or no answer comes. */
async function answered(
  input: Input,
  world: World,
  file: InputFile,
): Promise<Described & { readonly save: string | undefined }> {
  let told = toldBy(input)
  let found = described(file, told)
  const { questions } = input.catalogue.frame
  const mayAsk = world.terminal.interactive && !input.global.noInput && !input.global.yes
  for (let open = openIn(found); mayAsk && open !== undefined; open = openIn(found)) {
    const example = open.example === '' ? '' : ` (${open.example})`
    const answer = (await world.terminal.input(`${questions.layout[open.property]}${example}`, '')).trim()
    if (answer === '') break
    told = withAnswer(told, open.property, answer)
    found = described(file, told)
  }
  const save = flag(input, 'save')
  const isDone = found.dialect !== undefined || openIn(found) !== undefined
  if (save !== undefined || !mayAsk || isDone) return { ...found, save }
  const name = (await world.terminal.input(questions.save, '')).trim()
  return { ...found, save: name === '' ? undefined : name }
}

function openIn({ description }: Described): Finding | undefined {
  return description.findings.find((f) => f.value === null)
}

/** What cannot be an answer is refused as the flag would be. */
function withAnswer(told: Told, property: Finding['property'], answer: string): Told {
  const stop = (allowed: readonly string[]): never => {
    throw new UserError([problem('not-one-of', { flag: property, text: answer, allowed })])
  }
  const column = (field: string): Told => ({ ...told, columns: { ...told.columns, [field]: answer } })
  switch (property) {
    case 'encoding':
      return { ...told, encoding: answer }
    case 'delimiter':
      return { ...told, delimiter: answer }
    case 'dateColumn':
      return column('date')
    case 'amountColumn':
      return column('amount')
    case 'dateFormat':
      return dayPattern(answer) === null ? stop(['d/M/yyyy', 'M/d/yyyy']) : { ...told, date: answer }
    case 'decimalMark':
      return answer === '.' || answer === ',' ? { ...told, decimal: answer } : stop(['.', ','])
    case 'sign':
      return answer === 'plain' || answer === 'reversed' ? { ...told, sign: answer } : stop(['plain', 'reversed'])
    default:
      return /^\d{1,4}$/.test(answer) ? { ...told, skip: Number(answer) } : stop(['0', '1', '2'])
  }
}
