// Cells of a foreign row as typed values; the first fault of a row is why it is rejected.
import { type Currency, isCurrency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import type { Exact } from '../../base/decimal.ts'
import type { Minor } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { RejectReason } from '../../base/words/exchange.ts'
import type { ImportMapping } from '../../book/mapping.ts'
import type { Sheet, SheetRow } from '../../book/sheet.ts'
import { dayOrder, dayPattern, parseForeignDay } from './days.ts'
import type { Column } from './headings.ts'
import { marksOf } from './marks.ts'
import { type Mark, parseForeignAmount, parseForeignNumber } from './numbers.ts'
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
  /** A text beside the rows, written as their amounts are; null where it is none. */
  amount(text: string, currency: Currency): Minor | null
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

export interface ReaderWish {
  /** Amounts that are possible with either mark decide nothing; `decimals` have those of rows that name no currency. */
  readonly strict?: StrictMarks | null
  /** How days and numbers are written where the cells do not tell. */
  readonly usual?: Pick<ImportMapping, 'date' | 'decimal'>
}

export interface StrictMarks {
  readonly decimals: number
}

/** Decides by the whole file how days and numbers are written, unless the mapping says it. */
export function rowReader(
  sheet: Sheet,
  columns: ReadonlyMap<string, Column>,
  mapping: ImportMapping | null,
  { strict = null, usual = {} }: ReaderWish = {},
): { readonly reader: Reader; readonly problems: readonly Problem[] } {
  const days = dayReader(sheet, columns, mapping?.date, usual.date)
  const marks = marksOf(sheet, columns, {
    said: mapping?.decimal ?? (sheet.isDefined === true ? '.' : undefined),
    usual: usual.decimal,
    strict: strict?.decimals ?? null,
  })
  const known = new Map<string, Day | null>()
  const day = (text: string) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const parsed = days.parse(text)
    known.set(text, parsed)
    return parsed
  }
  const manner: Manner = { columns, parseDay: day, markOf: marks.markOf }
  return {
    reader: {
      read: (row) => new RowCells(row, manner),
      amount(text, currency) {
        const column = ['amount', 'in', 'out', 'balance'].map((f) => columns.get(f)).find((c) => c !== undefined)
        const amount = parseForeignAmount(text, currency, column === undefined ? '.' : marks.markOf(column))
        return typeof amount === 'number' ? amount : null
      },
    },
    problems: [...days.problems, ...marks.problems],
  }
}

interface DayReader {
  readonly parse: (text: string) => Day | null
  readonly problems: readonly Problem[]
}

/** As the pattern says that a mapping has; else by the cells; else, where these do not tell, by the pattern that is usual. */
function dayReader(
  sheet: Sheet,
  columns: ReadonlyMap<string, Column>,
  said: string | undefined,
  usual: string | undefined,
): DayReader {
  const where = { file: sheet.name }
  const plain = (text: string) => parseForeignDay(text, null)
  if (said !== undefined) {
    const parse = dayPattern(said)
    if (parse !== null) return { parse, problems: [] }
    return { parse: plain, problems: [problem('bad-day-pattern', { pattern: said }, where)] }
  }
  if (sheet.isDefined === true) return { parse: plain, problems: [] }
  const list = [...columns.values()].filter((c) => c.index >= 0 && c.field.type === 'day')
  const evidence = dayOrder(cellsOf(sheet, list))
  if ('order' in evidence) return { parse: (text) => parseForeignDay(text, evidence.order), problems: [] }
  const parse = evidence.fault === 'ambiguous' && usual !== undefined ? dayPattern(usual) : null
  if (parse !== null) return { parse: (text) => plain(text) ?? parse(text), problems: [] }
  const code = evidence.fault === 'ambiguous' ? 'days-ambiguous' : 'days-contradictory'
  return { parse: plain, problems: [problem(code, { example: evidence.example }, where)] }
}

function* cellsOf(sheet: Sheet, columns: readonly Column[]): Iterable<string> {
  for (const row of sheet.rows) for (const c of columns) yield row.cells[c.index] ?? ''
}

/** What all rows of a sheet share. */
interface Manner {
  readonly columns: ReadonlyMap<string, Column>
  parseDay(text: string): Day | null
  markOf(column: Column): Mark
}

class RowCells implements Cells {
  constructor(
    readonly row: SheetRow,
    private readonly manner: Manner,
  ) {}

  has(field: string): boolean {
    return this.manner.columns.has(field)
  }

  text(field: string): string {
    const column = this.manner.columns.get(field)
    if (column === undefined) return ''
    const said = column.index < 0 ? '' : clean(this.row.cells[column.index] ?? '')
    const text = said === '' ? column.constant : said
    return column.field.type === 'code' ? text.replace(/^(\d+)\.0+$/, '$1') : text
  }

  day(field: string): Day | null {
    const text = this.text(field)
    return text === '' ? null : (this.manner.parseDay(text) ?? this.reject('notADay', field))
  }

  number(field: string): Exact | null {
    const text = this.text(field)
    return text === '' ? null : (parseForeignNumber(text, this.mark(field)) ?? this.reject('notANumber', field))
  }

  amount(field: string, currency: Currency): Minor | null {
    const text = this.text(field)
    if (text === '') return null
    const amount = parseForeignAmount(text, currency, this.mark(field))
    if (typeof amount === 'number') return contradicts(text, currency) ? this.reject('symbolDiffers', field) : amount
    return this.reject(
      amount === 'not-a-number' ? 'notAnAmount' : amount === 'too-large' ? 'tooLarge' : 'tooManyDecimals',
      field,
    )
  }

  currency(fallback: Currency): Currency {
    const text = this.text('currency')
    if (text === '') return fallback
    const code = currencyNames[text] ?? text.toUpperCase()
    const known = currencyNames[code] ?? code
    return isCurrency(known) ? known : this.reject('unknownCurrency', 'currency')
  }

  reject(reason: RejectReason, field: string, found = this.text(field)): never {
    throw new RowFault({ reason, column: this.manner.columns.get(field)?.heading || field, found })
  }

  private mark(field: string): Mark {
    const column = this.manner.columns.get(field)
    return column === undefined ? '.' : this.manner.markOf(column)
  }
}

/** One line, no blanks around, no control characters. */
export function clean(text: string): string {
  // Most cells are clean already.
  return isUnclean.test(text) ? cleaned(text) : text
}

const isUnclean = /^\s|\s$|[\u0000-\u001f\u007f\u00a0\u3000]|\s\s|[^\S ]/

function cleaned(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
}
