// How one kind of CSV file is read with care: csv-parse, the header, the schema of a row, and every finding at its cell.
import { CsvError, parse } from 'csv-parse/sync'
import type * as z from 'zod'
import type { Currency } from '../../core/base/currency.ts'
import { formatAmount, type Minor, parseAmount } from '../../core/base/money.ts'
import { type Problem, type ProblemCode, problem, type Where } from '../../core/base/problem.ts'
import type { Problems } from '../../core/base/problems/all.ts'
import type { Expected } from '../../core/base/problems/store.ts'
import { withoutStacks } from '../../core/base/stackless.ts'
import { expectedOf, issuePath } from '../issues.ts'
import { lineStarts, placeOf, type Source, shown } from '../source.ts'
import { amountExpected } from '../yaml/codec.ts'
import { columnsOf, goodHeader, type Header, headerOf, isHeader } from './header.ts'

/** Says what is wrong with a cell of the row at hand. */
export type ComplainCell = <C extends ProblemCode>(column: string, code: C, params: Problems[C]) => void

export interface CsvCodec<Shape, Row, Context> {
  /** The name of its JSON Schema, which describes one row: `schemas/<kind>.json`. */
  readonly kind: string
  readonly columns: readonly string[]
  /** So many columns at the end came later: files from before are read as if these were empty. */
  readonly later?: number
  readonly schema: z.ZodType<Shape>
  readonly limit: number
  /** From what the schema admits to the row; null when something was complained about. */
  value(shape: Shape, context: Context, complain: ComplainCell): Row | null
  /** The row of canonical cells, equal to what schema and `value` make of them; null to leave it to them. */
  quick?(cells: readonly string[], context: Context): Row | null
  /** The cells of a row in the order of `columns`. */
  cells(row: Row): readonly string[]
}

export interface PlacedRow<Row> {
  readonly row: Row
  /** From 1; the header is line 1. */
  readonly line: number
}

/** Every good row in the order of the file; problems say what is wrong with the others. */
export function readCsvWithCare<S, R, C>(
  codec: CsvCodec<S, R, C>,
  source: Source,
  context: C,
  problems: Problem[],
): PlacedRow<R>[] {
  const rows: PlacedRow<R>[] = []
  const lines = lineStarts(source)
  if (source.text !== '' && !source.text.endsWith('\n')) {
    problems.push(problem('csv-cut', {}, placeOf(source, source.text.length)))
    return rows
  }
  let header: Header | null = null
  let broken = false
  forEachRecord(source, problems, (cells, line) => {
    const start = lines[line - 1] ?? 0
    const at = (index: number) => placeOf(source, cellStart(source.text, start, index))
    if (header === null) {
      header = headerOf(cells, codec)
      broken = !goodHeader(header, at, problems)
    } else if (!broken && !isHeader(cells, header)) {
      const row = readRow({ codec, cells, header, at, context, problems })
      if (row !== null) rows.push({ row, line })
    }
  })
  if (header === null && problems.length === 0)
    problems.push(
      problem('csv-header', { found: '', expected: codec.columns.join(',') }, { file: source.file, line: 1 }),
    )
  return rows
}

/** The library's errors carry content of the file; only their places go on. Blank lines are skipped. */
function forEachRecord(source: Source, problems: Problem[], each: (cells: string[], line: number) => void): void {
  try {
    withoutStacks(() =>
      parse(source.text, {
        columns: false,
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: ['\r\n', '\n'],
        info: false,
        on_record: (cells: string[], info: { lines: number }) => {
          const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
          each(cells, info.lines - breaks)
          return null
        },
      }),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    problems.push(problem('csv-quote', {}, placeOf(source, lineStarts(source)[line - 1] ?? 0)))
  }
}

interface RowInput<S, R, C> {
  readonly codec: CsvCodec<S, R, C>
  readonly cells: readonly string[]
  readonly header: Header
  readonly at: (index: number) => Where
  readonly context: C
  readonly problems: Problem[]
}

function readRow<S, R, C>({ codec, cells, header, at, context, problems }: RowInput<S, R, C>): R | null {
  const known = columnsOf(cells, header)
  if (known === null) {
    problems.push(problem('csv-ragged', { found: cells.length, expected: header.cells.length }, at(0)))
    return null
  }
  const whereOf = (column: string) => at(codec.columns.indexOf(column))
  const record = Object.fromEntries(
    codec.columns.map((column, i) => [column, i < known.length ? (cells[i] ?? '') : '']),
  )
  const parsed = codec.schema.safeParse(record)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const column = String(issuePath(issue)[0])
      const found = shown(record[column] ?? '')
      problems.push(problem('bad-cell', { column, found, ...expectedOf(issue) }, whereOf(column)))
    }
    return null
  }
  const before = problems.length
  const row = codec.value(parsed.data, context, (column, code, params) => {
    problems.push(problem(code, params, whereOf(column)))
  })
  return problems.length > before ? null : row
}

/** Offset of the n-th cell of the row that begins at `start`; quotes are minded. */
function cellStart(text: string, start: number, index: number): number {
  let at = start
  for (let n = 0; n < index; n++) {
    if (text.charAt(at) === '"') {
      at++
      while (at < text.length && !(text.charAt(at) === '"' && text.charAt(at + 1) !== '"'))
        at += text.charAt(at) === '"' ? 2 : 1
      at++
    } else while (at < text.length && text.charAt(at) !== ',' && text.charAt(at) !== '\n') at++
    if (text.charAt(at) !== ',') return at
    at++
  }
  return at
}

/** An amount with exactly the currency's decimals; `complain` hears of any other writing, and NaN stands for it. */
export function exactAmount(complain: ComplainCell, column: string, text: string, currency: Currency): Minor {
  const amount = parseAmount(text, currency)
  if (typeof amount === 'number' && formatAmount(amount, currency) === text) return amount
  complain(column, 'bad-cell', badCell(column, text, amountExpected('amount', currency)))
  return Number.NaN
}

/** The parameters of `bad-cell`. */
export function badCell(column: string, found: string, expected: Expected) {
  return { column, found: shown(found), ...expected }
}
