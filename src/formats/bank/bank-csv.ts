// The CSV of a bank: its headings stand below sentences, its lines may run on in rows of their own, sums and remarks follow them.
import { note, type Problem, problem, warning } from '../../core/base/problem.ts'
import type { SheetRow } from '../../core/book/sheet.ts'
import {
  cutRow,
  delimiterOf,
  parseRecords,
  type SheetReading,
  withoutFirstLines,
  withoutHeadings,
} from '../sheets/csv.ts'
import {
  amountFields,
  type BankCsvOptions,
  columnsOf,
  type FieldColumns,
  findHead,
  type Head,
  withoutCurrency,
} from './bank-csv-head.ts'
import { ibansIn, joinedSections, sectionsOf } from './bank-csv-sections.ts'
import { linesOnly } from './bank-csv-states.ts'
import { sumsIn } from './bank-csv-sums.ts'
import { billMonth, withYears } from './yearless.ts'

const dayLike = /\d{1,4}[-/.年 ]\s*(?:\d|\p{L}{3})|^\d{6,8}$|^(?:offen|pending)$/iu

/** What is longer is a sentence, in which there may be a day. */
const longestDay = 30

/** Null where no row has headings of a day and of an amount. */
export function parseBankCsv(text: string, name: string, options: BankCsvOptions = {}): SheetReading | null {
  const start = withoutFirstLines(text, options.skip)
  if (options.headings === 'none') return parseBare(start.text, name, { ...options, skip: start.skipped })
  const head = findHead(start.text, { ...options, delimiter: options.delimiter ?? start.said })
  if (head === null) return null
  const sections = sectionsOf(start.text, head, Object.keys(options.columns ?? {}).length > 0)
  const readings = sections.map((s) => {
    const mine = sections.length === 1 ? head : findHead(s.text, { ...options, delimiter: head.delimiter })
    return parseSection(s.text, start.skipped + s.line, mine ?? head, name, options)
  })
  const [only] = readings
  if (only === undefined || readings.length > 1)
    return joinedSections(
      readings,
      sections.map((s) => s.title),
    )
  return withOwnAccount(only, start.text.slice(0, head.offset))
}

/** A column without a heading that says of every row whether it is a debit or a credit, as S and H. */
function nameSides(headings: string[], rows: readonly SheetRow[]): void {
  const isSide = (at: number) => {
    const said = rows.flatMap((r) => (r.cells[at] ?? '').trim() || [])
    return said.length > 0 && said.every((c) => /^(?:[SHCD]|CR|DR)$/i.test(c))
  }
  for (const [at, heading] of headings.entries()) if (heading === '' && isSide(at)) headings[at] = 'Soll/Haben'
}

/** The account whose IBAN stands above the headings, where no column says one. */
function withOwnAccount(reading: SheetReading, above: string): SheetReading {
  const [iban, ...others] = ibansIn(above)
  const { sheet } = reading
  if (sheet === null || iban === undefined || others.length > 0 || columnsOf(sheet.headings).has('ownAccount'))
    return reading
  return joinedSections([reading], [iban])
}

function parseSection(text: string, skipped: number, head: Head, name: string, options: BankCsvOptions): SheetReading {
  const rest = text.slice(head.offset)
  const records = parseRecords(rest, head.delimiter, head.line + skipped)
  const [first, ...others] = records ?? []
  if (records === null || first === undefined) return refused(problem('import-cut', {}, { file: name }))
  const bare = first.cells.map((c) => c.trim())
  nameSides(bare, others)
  while (bare.at(-1) === '') bare.pop()
  const said = options.columns ?? {}
  const isSaid = Object.keys(said).length > 0
  const { headings, code } = isSaid ? { headings: bare, code: null } : withoutCurrency(bare)
  const table = { headings, columns: columnsOf(headings, said), code, name }
  const days = ['date', 'value'].flatMap((f) => table.columns.get(f) ?? [])
  const dated = withYears(
    filled(others).filter((r) => r.raw !== first.raw),
    days,
    billMonth(text.slice(0, head.offset)),
  )
  const { rows, foot } = withoutFoot(dated, table.columns)
  const cut = foot > 0 ? null : cutRow(rows, headings.length, rest)
  if (cut !== null) return refused(problem('import-cut', {}, { file: name, line: cut.line, excerpt: [cut.raw] }))
  const { kept, balances, problems } = cleaned(rows, foot, table)
  const above = parseRecords(text.slice(0, head.offset), head.delimiter) ?? []
  const sums = sumsIn([...above, ...dated.slice(rows.length)].map((r) => r.cells).concat(balances))
  const all = code === null ? headings : [...headings, 'currency']
  return { sheet: { name, format: 'csv', headings: all, head: first.raw, rows: kept, sums }, problems }
}

/** A file without headings, whose columns a mapping names by their numbers. */
function parseBare(text: string, name: string, options: BankCsvOptions): SheetReading {
  const delimiter =
    options.delimiter ??
    delimiterOf(
      text
        .slice(0, 65_536)
        .split(/\r\n|\r|\n/)
        .find((l) => l.trim() !== '') ?? '',
    )
  const records = parseRecords(text, delimiter, options.skip)
  if (records === null) return refused(problem('import-cut', {}, { file: name }))
  const reading = withoutHeadings(filled(records), name)
  if (reading.sheet === null) return reading
  const { headings } = reading.sheet
  const table = { headings, columns: columnsOf(headings, options.columns), code: null, name }
  const { rows, foot } = withoutFoot(reading.sheet.rows, table.columns)
  const { kept, problems } = cleaned(rows, foot, table)
  return { sheet: { ...reading.sheet, rows: kept }, problems }
}

function filled(rows: readonly SheetRow[]): SheetRow[] {
  return rows.filter((r) => r.cells.some((c) => c.trim() !== ''))
}

function refused(p: Problem): SheetReading {
  return { sheet: null, problems: [p] }
}

interface Table {
  readonly headings: readonly string[]
  readonly columns: FieldColumns
  /** A currency that the headings name, for a column of its own at the end. */
  readonly code: string | null
  readonly name: string
}

/** Rows whose money moved, texts that run on joined, cells that say "none" emptied; and what was left out on the way. */
function cleaned(rows: readonly SheetRow[], foot: number, { headings, columns, code, name }: Table) {
  const { rows: kept, balances, problems: left } = linesOnly(joined(rows, columns), headings, columns, name)
  const problems = [...left]
  if (foot > 0) problems.push(note('rows-below', { count: foot }, { file: name }))
  const clean = cellCleaner(columns, headings.length, code)
  const cells = kept.map((r) => {
    const mine = clean(r.cells)
    return mine === r.cells ? r : { line: r.line, cells: mine, raw: r.raw }
  })
  const masked = kept.filter((r) => isMasked(cellOf(r, columns, 'balance'))).length
  if (masked > 0) problems.push(warning('balances-unread', { count: masked }, { file: name }))
  return { kept: cells, balances, problems }
}

function cellOf(row: SheetRow, columns: FieldColumns, field: string): string {
  return (row.cells[columns.get(field) ?? -1] ?? '').trim()
}

/** Rows at the end that stand under no day: sums, remarks. A row with an amount but an empty day is no such row. */
function withoutFoot(rows: readonly SheetRow[], columns: FieldColumns) {
  const field = columns.has('date') ? 'date' : 'value'
  if (!columns.has(field)) return { rows, foot: 0 }
  let end = rows.length
  for (; end > 0; end--) {
    const row = rows[end - 1]
    if (row === undefined) break
    const day = cellOf(row, columns, field)
    if (
      (dayLike.test(day) && day.length <= longestDay) ||
      (day === '' && (hasAmount(row, columns) || cellOf(row, columns, 'text') !== ''))
    )
      break
  }
  // Where no row has a day, the column was not understood: every row is then rejected rather than left out.
  return end === 0 ? { rows, foot: 0 } : { rows: rows.slice(0, end), foot: rows.length - end }
}

function hasAmount(row: SheetRow, columns: FieldColumns): boolean {
  return amountFields.some((a) => /\d/.test(cellOf(row, columns, a)))
}

/** A row with nothing but a text goes on with the text of the row above. */
function joined(rows: readonly SheetRow[], columns: FieldColumns): SheetRow[] {
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

/** A balance that is no number: it is only for checking, so the row is taken without it. */
function isMasked(balance: string): boolean {
  return /[\p{L}*]/u.test(balance.replace(/(?<=\d) ?(?:CR|DR)$/i, '').replace(/^(?:[A-Z]{3}|元)|(?:[A-Z]{3}|元)$/g, ''))
}

/** `-` in a column of amounts, and `--` in any, says that there is none. Gives the very cells where nothing is to be done. */
function cellCleaner(columns: FieldColumns, width: number, code: string | null) {
  const empty = new Set([...amountFields, 'balance'].map((f) => columns.get(f)))
  const balance = columns.get('balance')
  const isNone = (c: string, i: number) =>
    (none.test(c) && (empty.has(i) || /^\s*[-–—]{2,}\s*$/.test(c))) || (i === balance && isMasked(c.trim()))
  return (cells: readonly string[]): readonly string[] => {
    const clean = cells.some(isNone) ? cells.map((c, i) => (isNone(c, i) ? '' : c)) : cells
    if (code === null || clean.length < width) return clean
    return [...clean.slice(0, width), code, ...clean.slice(width)]
  }
}

const none = /^\s*(?:[-–/]+|[-–—]{2,})\s*$/
