// Where the headings of a bank's CSV stand, and which column is which field: what a mapping says, then what the headings say.
import { isCurrency } from '../../core/base/currency.ts'
import { importFields } from '../../core/verbs/import/fields.ts'
import { bareHeading, headingKey, longestHeading } from '../../core/verbs/import/headings.ts'
import type { CsvOptions } from '../sheets/csv.ts'

export interface BankCsvOptions extends CsvOptions {
  /** Field → heading, as a mapping says; the headings are the row that has them all. */
  readonly columns?: Readonly<Record<string, string>> | undefined
}

export interface Head {
  /** Where the heading line begins in the text. */
  readonly offset: number
  /** Lines above it. */
  readonly line: number
  readonly delimiter: string
  readonly cells: readonly string[]
  readonly score: number
}

/** Field → index into the cells of a row. */
export type FieldColumns = ReadonlyMap<string, number>

interface Meaning {
  readonly field: string
  /** The earlier among the field's headings, the surer. */
  readonly rank: number
}

/** The first field that has a heading, of those that share it. */
const meanings: ReadonlyMap<string, Meaning> = new Map(
  importFields.bank
    .toReversed()
    .flatMap((f) => f.headings.map((h, rank) => [headingKey(h), { field: f.name, rank }] as const).toReversed()),
)

function meaningOf(heading: string): Meaning | undefined {
  return meanings.get(headingKey(heading)) ?? meanings.get(headingKey(bareHeading(heading)))
}

export const amountFields = ['amount', 'in', 'out']
export const delimiters = [',', ';', '\t', '|']
/** So many lines may stand above the headings. */
const searched = 60

function unquoted(cell: string): string {
  return cell.replace(/^[\s"']+|[\s"']+$/g, '')
}

export function findHead(text: string, options: BankCsvOptions): Head | null {
  const wanted = wantedHeadings(options)
  let best: Head | null = null
  let offset = 0
  for (let line = 0; line < searched && offset < text.length; line++) {
    const end = /\r\n|\r|\n/.exec(text.slice(offset, offset + 65_536))
    const raw = text.slice(offset, end === null ? undefined : offset + end.index)
    for (const delimiter of options.delimiter === undefined ? delimiters : [options.delimiter]) {
      const cells = raw.split(delimiter).map((c) => (c.length > longestHeading ? '' : unquoted(c)))
      const score = scoreOf(cells, wanted)
      if (score > (best?.score ?? 0)) best = { offset, line, delimiter, cells, score }
    }
    if (end === null) break
    offset += end.index + end[0].length
  }
  return best
}

/** Undefined where no mapping names any. */
function wantedHeadings({ columns = {} }: BankCsvOptions): readonly string[] | undefined {
  const named = Object.values(columns).filter((h) => h !== '')
  return named.length === 0 ? undefined : named
}

function scoreOf(cells: readonly string[], wanted: readonly string[] | undefined): number {
  if (wanted !== undefined) return wanted.every((w) => cells.includes(w.trim())) ? cells.length : 0
  const columns = columnsOf(withoutCurrency(cells).headings)
  const hasDay = columns.has('date') || columns.has('value')
  return hasDay && amountFields.some((a) => columns.has(a)) ? columns.size : 0
}

/** Signs that mean one currency only. */
const currencyOfSign: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  元: 'CNY',
  人民币: 'CNY',
}

function isUnit(unit: string, code: string): boolean {
  return (currencyOfSign[unit] ?? unit) === code
}

/** `Amount (EUR)` and `Umsatz in EUR` are the amount, in a currency that every such heading names. */
export function withoutCurrency(headings: readonly string[]): {
  readonly headings: readonly string[]
  readonly code: string | null
} {
  const unit = (h: string) => {
    const found = /[(（] ?([A-Z]{3}|\p{Sc}|元|人民币)[)）]$| in ([A-Z]{3})$/u.exec(h)
    return found?.[1] ?? found?.[2] ?? ''
  }
  const codes = new Set(headings.flatMap((h) => currencyOfSign[unit(h)] ?? unit(h)).filter(isCurrency))
  const [code] = codes
  const bare = headings.map((h) => (code !== undefined && isUnit(unit(h), code) ? bareHeading(h) : h))
  if (code === undefined || codes.size > 1 || new Set(bare).size < bare.length) return { headings, code: null }
  return { headings: bare, code: columnsOf(bare).has('currency') ? null : code }
}

/** The column of each field: the one that is said, else the one whose heading is the surest, the first of equals. */
export function columnsOf(headings: readonly string[], said: Readonly<Record<string, string>> = {}): FieldColumns {
  const columns = new Map<string, number>()
  const taken = new Set<number>()
  for (const [field, heading] of Object.entries(said)) {
    const at = headings.indexOf(heading.trim())
    if (at < 0) continue
    columns.set(field, at)
    taken.add(at)
  }
  const ranks = new Map<string, number>()
  for (const [i, h] of headings.entries()) {
    const meaning = taken.has(i) ? undefined : meaningOf(h)
    if (meaning === undefined || said[meaning.field] !== undefined) continue
    if (meaning.rank >= (ranks.get(meaning.field) ?? Number.POSITIVE_INFINITY)) continue
    ranks.set(meaning.field, meaning.rank)
    columns.set(meaning.field, i)
  }
  return columns
}

/** Whether the headings are Chinese ones of a bank: only then does a file say by itself that it is GB18030. */
export function isChineseBankCsv(text: string): boolean {
  const head = findHead(text, {})
  return head !== null && head.cells.filter((c) => /\p{Script=Han}/u.test(c) && meaningOf(c) !== undefined).length >= 3
}

/** Whether three headings are known ones of a bank: then a file that is no UTF-8 is in what western banks write, Windows-1252. */
export function isWesternBankCsv(text: string): boolean {
  const head = findHead(text, {})
  return head !== null && head.score >= 3
}

/** Whether a table has columns of a day and of an amount. */
export function hasBankColumns(headings: readonly string[], said: Readonly<Record<string, string>> = {}): boolean {
  const columns = columnsOf(withoutCurrency(headings).headings, said)
  return (columns.has('date') || columns.has('value')) && amountFields.some((a) => columns.has(a))
}
