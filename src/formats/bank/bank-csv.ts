// The CSV of a bank: its headings stand below sentences, its lines may run on in rows of their own, sums and remarks follow them.
import { isCurrency } from '../../core/base/currency.ts'
import { note, type Problem, problem, warning } from '../../core/base/problem.ts'
import type { Sheet, SheetRow } from '../../core/book/sheet.ts'
import { importFields } from '../../core/verbs/import/fields.ts'
import { bareHeading, headingKey } from '../../core/verbs/import/headings.ts'
import { type CsvOptions, cutRow, parseRecords, type SheetReading } from '../sheets/csv.ts'

export interface BankCsvOptions extends CsvOptions {
  /** What a mapping calls its columns; the headings are the row that has them all. */
  readonly headings?: readonly string[] | undefined
}

/** The first field that has a heading, of those that share it. */
const fields = new Map(
  importFields.bank.toReversed().flatMap((f) => f.headings.map((h) => [headingKey(h), f.name] as const)),
)

function fieldOf(heading: string): string | undefined {
  return fields.get(headingKey(heading)) ?? fields.get(headingKey(bareHeading(heading)))
}

const amounts = ['amount', 'in', 'out']
const statusKeys = new Set(['status', 'state', 'info', 'umsatzstatus', '状态', '交易状态', '当前状态'].map(headingKey))
const failed = /^(?:failed|declined|cancell?ed|reverted|denied|expired|rejected|voided)$|失败|关闭|撤销|取消/i
const pending = /^(?:pending|authori[sz]ed|processing|(?:umsatz )?vorgemerkt|incomplete)$|处理中|待入账/i
const dayLike = /\d{1,4}[-/.年 ]\s*(?:\d|\p{L}{3})|^\d{6,8}$/u
/** So many lines may stand above the headings. */
const searched = 60

/** Null where no row has headings of a day and of an amount. */
export function parseBankCsv(text: string, name: string, options: BankCsvOptions = {}): SheetReading | null {
  const head = findHead(text, options)
  if (head === null) return null
  const rest = text.slice(head.offset)
  const records = parseRecords(rest, head.delimiter, head.line)
  const [first, ...others] = records ?? []
  if (records === null || first === undefined) return refused(problem('import-cut', {}, { file: name }))
  const bare = first.cells.map((c) => c.trim())
  while (bare.at(-1) === '') bare.pop()
  const { headings, code } = options.headings === undefined ? withoutCurrency(bare) : { headings: bare, code: null }
  const columns = columnsOf(headings)
  const filled = others.filter((r) => r.cells.some((c) => c.trim() !== ''))
  const { rows, foot } = withoutFoot(filled, columns)
  const cut = foot > 0 ? null : cutRow(rows, headings.length, rest)
  if (cut !== null) return refused(problem('import-cut', {}, { file: name, line: cut.line, excerpt: [cut.raw] }))
  const { kept, problems } = byState(joined(rows, columns), headings, name)
  if (foot > 0) problems.push(note('rows-below', { count: foot }, { file: name }))
  const cells = kept.map((r) => ({ ...r, cells: cleanCells(r.cells, columns, headings.length, code) }))
  const masked = kept.filter((r) => isMasked(cellOf(r, columns, 'balance'))).length
  if (masked > 0) problems.push(warning('balances-unread', { count: masked }, { file: name }))
  const all = code === null ? headings : [...headings, 'currency']
  return { sheet: { name, format: 'csv', headings: all, head: first.raw, rows: cells }, problems }
}

/** Whether the headings are Chinese ones of a bank: only then does a file say by itself that it is GB18030. */
export function isChineseBankCsv(text: string): boolean {
  const head = findHead(text, {})
  return head !== null && head.cells.filter((c) => /\p{Script=Han}/u.test(c) && fieldOf(c) !== undefined).length >= 3
}

/** Whether three headings are known ones of a bank: then a file that is no UTF-8 is in what western banks write, Windows-1252. */
export function isWesternBankCsv(text: string): boolean {
  const head = findHead(text, {})
  return head !== null && head.score >= 3
}

/** Whether a table has columns of a day and of an amount. */
export function hasBankColumns({ headings }: Pick<Sheet, 'headings'>): boolean {
  const columns = columnsOf(withoutCurrency(headings).headings)
  return (columns.has('date') || columns.has('value')) && amounts.some((a) => columns.has(a))
}

function refused(p: Problem): SheetReading {
  return { sheet: null, problems: [p] }
}

interface Head {
  readonly offset: number
  /** Lines above it. */
  readonly line: number
  readonly delimiter: string
  readonly cells: readonly string[]
  readonly score: number
}

function findHead(text: string, options: BankCsvOptions): Head | null {
  let best: Head | null = null
  let offset = 0
  for (let line = 0; line < searched && offset < text.length; line++) {
    const end = /\r\n|\r|\n/.exec(text.slice(offset, offset + 65_536))
    const raw = text.slice(offset, end === null ? undefined : offset + end.index)
    for (const delimiter of options.delimiter === undefined ? [',', ';', '\t', '|'] : [options.delimiter]) {
      const cells = raw.split(delimiter).map((c) => c.replace(/^[\s"']+|[\s"']+$/g, ''))
      const score = scoreOf(cells, options.headings)
      if (score > (best?.score ?? 0)) best = { offset, line, delimiter, cells, score }
    }
    if (end === null) break
    offset += end.index + end[0].length
  }
  return best
}

function scoreOf(cells: readonly string[], wanted: readonly string[] | undefined): number {
  if (wanted !== undefined) return wanted.length > 0 && wanted.every((w) => cells.includes(w.trim())) ? cells.length : 0
  const columns = columnsOf(withoutCurrency(cells).headings)
  const hasDay = columns.has('date') || columns.has('value')
  return hasDay && amounts.some((a) => columns.has(a)) ? columns.size : 0
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

/** `Amount (EUR)` is the amount, in a currency that every such heading names. */
function withoutCurrency(headings: readonly string[]): { headings: readonly string[]; code: string | null } {
  const unit = (h: string) => /[(（] ?([A-Z]{3}|\p{Sc}|元|人民币)[)）]$/u.exec(h)?.[1] ?? ''
  const codes = new Set(headings.flatMap((h) => currencyOfSign[unit(h)] ?? unit(h)).filter(isCurrency))
  const [code] = codes
  const bare = headings.map((h) => (code !== undefined && isUnit(unit(h), code) ? bareHeading(h) : h))
  if (code === undefined || codes.size > 1 || new Set(bare).size < bare.length) return { headings, code: null }
  return { headings: bare, code: columnsOf(bare).has('currency') ? null : code }
}

/** The column of each field that a heading names, the first of several. */
function columnsOf(headings: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  for (const [i, h] of headings.entries()) {
    const field = fieldOf(h)
    if (field !== undefined && !columns.has(field)) columns.set(field, i)
  }
  return columns
}

function cellOf(row: SheetRow, columns: ReadonlyMap<string, number>, field: string): string {
  return (row.cells[columns.get(field) ?? -1] ?? '').trim()
}

/** Rows at the end that stand under no day: sums, remarks. A row with an amount but an empty day is no such row. */
function withoutFoot(rows: readonly SheetRow[], columns: ReadonlyMap<string, number>) {
  const field = columns.has('date') ? 'date' : 'value'
  if (!columns.has(field)) return { rows, foot: 0 }
  let end = rows.length
  for (; end > 0; end--) {
    const row = rows[end - 1]
    if (row === undefined) break
    const day = cellOf(row, columns, field)
    if (dayLike.test(day) || (day === '' && (hasAmount(row, columns) || cellOf(row, columns, 'text') !== ''))) break
  }
  return { rows: rows.slice(0, end), foot: rows.length - end }
}

function hasAmount(row: SheetRow, columns: ReadonlyMap<string, number>): boolean {
  return amounts.some((a) => /\d/.test(cellOf(row, columns, a)))
}

/** A row with nothing but a text goes on with the text of the row above. */
function joined(rows: readonly SheetRow[], columns: ReadonlyMap<string, number>): SheetRow[] {
  const at = columns.get('text')
  const done: SheetRow[] = []
  for (const row of rows) {
    const above = done.at(-1)
    const only = at !== undefined && row.cells.every((c, i) => i === at || c.trim() === '')
    if (at === undefined || !only || above === undefined) {
      done.push(row)
      continue
    }
    const cells = above.cells.map((c, i) => (i === at ? `${c} ${row.cells[at] ?? ''}` : c))
    done[done.length - 1] = { ...above, cells, raw: `${above.raw}\n${row.raw}` }
  }
  return done
}

/** Payments that failed or are not booked yet are left out, and counted. */
function byState(rows: readonly SheetRow[], headings: readonly string[], file: string) {
  const at = headings.findIndex((h) => statusKeys.has(headingKey(h)))
  const stateOf = (r: SheetRow) => (at < 0 ? '' : (r.cells[at] ?? '').trim())
  const states = rows.map(stateOf).filter((s) => failed.test(s))
  const open = rows.filter((r) => pending.test(stateOf(r))).length
  const problems: Problem[] = []
  if (states.length > 0)
    problems.push(note('lines-failed', { count: states.length, states: [...new Set(states)].sort() }, { file }))
  if (open > 0) problems.push(note('lines-pending', { count: open }, { file }))
  return { kept: rows.filter((r) => !failed.test(stateOf(r)) && !pending.test(stateOf(r))), problems }
}

/** A balance that is no number: it is only for checking, so the row is taken without it. */
function isMasked(balance: string): boolean {
  return /[\p{L}*]/u.test(balance.replace(/^(?:[A-Z]{3}|元)|(?:[A-Z]{3}|元)$/g, ''))
}

/** `-` in a column of amounts says that there is none. */
function cleanCells(
  cells: readonly string[],
  columns: ReadonlyMap<string, number>,
  width: number,
  code: string | null,
): readonly string[] {
  const empty = new Set([...amounts, 'balance'].map((f) => columns.get(f)))
  const balance = columns.get('balance')
  const isNone = (c: string, i: number) =>
    (empty.has(i) && /^\s*[-–/]+\s*$/.test(c)) || (i === balance && isMasked(c.trim()))
  const clean = cells.map((c, i) => (isNone(c, i) ? '' : c))
  if (code === null || clean.length < width) return clean
  return [...clean.slice(0, width), code, ...clean.slice(width)]
}
