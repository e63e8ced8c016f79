// Cells of a foreign row as typed values; the first fault of a row is why it is rejected.
import { type Currency, decimalsOf, isCurrency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import type { Exact } from '../../base/decimal.ts'
import type { Minor } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { RejectReason } from '../../base/words/exchange.ts'
import type { ImportMapping } from '../../book/mapping.ts'
import type { Sheet, SheetRow } from '../../book/sheet.ts'
import { dayOrder, dayPattern, parseForeignDay } from './days.ts'
import type { Column } from './headings.ts'
import { decimalMark, type NumberCell, parseForeignAmount, parseForeignNumber } from './numbers.ts'
import { contradicts } from './symbols.ts'

export interface Fault {
  readonly reason: RejectReason
  /** The file's heading, or the field where the file has no such column. */
  readonly column: string
  readonly found: string
}

export class RowFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.reason)
  }
}

/** Each reader throws a RowFault for what it cannot take; empty cells are the empty text or null. */
export interface Cells {
  readonly row: SheetRow
  has(field: string): boolean
  text(field: string): string
  day(field: string): Day | null
  number(field: string): Exact | null
  amount(field: string, currency: Currency): Minor | null
  /** What the row says, else `fallback`. */
  currency(fallback: Currency): Currency
  reject(reason: RejectReason, field: string, found?: string): never
}

export interface Reader {
  read(row: SheetRow): Cells
}

const currencyNames: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  '¥': 'CNY',
  '€': 'EUR',
  '£': 'GBP',
  美元: 'USD',
  欧元: 'EUR',
  英镑: 'GBP',
  港币: 'HKD',
  日元: 'JPY',
}

/** Amounts that are possible with either mark decide nothing; `decimals` have those of rows that name no currency. */
export interface StrictMarks {
  readonly decimals: number
}

/** Decides by the whole file how days and numbers are written, unless the mapping says it. */
export function rowReader(
  sheet: Sheet,
  columns: ReadonlyMap<string, Column>,
  mapping: ImportMapping | null,
  strict: StrictMarks | null = null,
): { readonly reader: Reader; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const where = { file: sheet.name }
  const list = [...columns.values()].filter((c) => c.index >= 0)
  const pattern = mapping?.date === undefined ? undefined : dayPattern(mapping.date)
  if (pattern === null) problems.push(problem('bad-day-pattern', { pattern: mapping?.date ?? '' }, where))
  let parseDay = (text: string) => parseForeignDay(text, null)
  if (pattern !== undefined && pattern !== null) parseDay = pattern
  else if (pattern === undefined && sheet.isDefined !== true) {
    const evidence = dayOrder(
      cellsOf(
        sheet,
        list.filter((c) => c.field.type === 'day'),
      ),
    )
    if ('order' in evidence) parseDay = (text) => parseForeignDay(text, evidence.order)
    else
      problems.push(
        problem(
          evidence.fault === 'ambiguous' ? 'days-ambiguous' : 'days-contradictory',
          { example: evidence.example },
          where,
        ),
      )
  }
  const said = mapping?.decimal ?? (sheet.isDefined === true ? '.' : undefined)
  const marks =
    said === undefined ? decimalMark(numbersOf(sheet, columns, strict?.decimals ?? 2), strict !== null) : { mark: said }
  if ('fault' in marks)
    problems.push(
      problem(
        marks.fault === 'ambiguous' ? 'marks-ambiguous' : 'marks-contradictory',
        { example: marks.example },
        where,
      ),
    )
  const mark = 'mark' in marks ? marks.mark : '.'
  const known = new Map<string, Day | null>()
  const day = (text: string) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const parsed = parseDay(text)
    known.set(text, parsed)
    return parsed
  }
  return { reader: { read: (row) => cellsOfRow(row, columns, day, mark) }, problems }
}

function* cellsOf(sheet: Sheet, columns: readonly Column[]): Iterable<string> {
  for (const row of sheet.rows) for (const c of columns) yield row.cells[c.index] ?? ''
}

/** `usual` decimals have the amounts of rows that name no currency. */
function* numbersOf(sheet: Sheet, columns: ReadonlyMap<string, Column>, usual: number): Iterable<NumberCell> {
  const list = [...columns.values()].filter(
    (c) => c.index >= 0 && (c.field.type === 'amount' || c.field.type === 'number'),
  )
  const currency = columns.get('currency')
  for (const row of sheet.rows) {
    const code =
      currency === undefined ? '' : currency.index < 0 ? currency.constant : (row.cells[currency.index] ?? '')
    const decimals = isCurrency(code) ? decimalsOf(code) : usual
    for (const c of list)
      yield { text: row.cells[c.index] ?? '', decimals: c.field.type === 'amount' ? decimals : null }
  }
}

function cellsOfRow(
  row: SheetRow,
  columns: ReadonlyMap<string, Column>,
  parseDay: (text: string) => Day | null,
  mark: '.' | ',',
): Cells {
  const reject = (reason: RejectReason, field: string, found = cell(field)): never => {
    throw new RowFault({ reason, column: columns.get(field)?.heading || field, found })
  }
  const cell = (field: string): string => {
    const column = columns.get(field)
    if (column === undefined) return ''
    const said = column.index < 0 ? '' : clean(row.cells[column.index] ?? '')
    const text = said === '' ? column.constant : said
    return column.field.type === 'code' ? text.replace(/^(\d+)\.0+$/, '$1') : text
  }
  return {
    row,
    has: (field) => columns.has(field),
    text: cell,
    day(field) {
      const text = cell(field)
      return text === '' ? null : (parseDay(text) ?? reject('notADay', field))
    },
    number(field) {
      const text = cell(field)
      return text === '' ? null : (parseForeignNumber(text, mark) ?? reject('notANumber', field))
    },
    amount(field, currency) {
      const text = cell(field)
      if (text === '') return null
      const amount = parseForeignAmount(text, currency, mark)
      if (typeof amount === 'number') return contradicts(text, currency) ? reject('symbolDiffers', field) : amount
      return reject(
        amount === 'not-a-number' ? 'notAnAmount' : amount === 'too-large' ? 'tooLarge' : 'tooManyDecimals',
        field,
      )
    },
    currency(fallback) {
      const text = cell('currency')
      if (text === '') return fallback
      const code = currencyNames[text] ?? text.toUpperCase()
      const known = currencyNames[code] ?? code
      return isCurrency(known) ? known : reject('unknownCurrency', 'currency')
    },
    reject,
  }
}

/** One line, no blanks around, no control characters. */
export function clean(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
}
