// What a report is made of: tables of typed cells. Renderers know widths, colours and formats; reports do not.
import type { Word } from './words.ts'

/**
 * `id`: customer, document, row · `text`: as the user wrote it · `word`: a Word, shown in the reader's language ·
 * `day`: ISO · `period`: `2026-10` · `money`: whole minor units, the row's currency stands in the column named by `currency` ·
 * `number`: integer or exact decimal text · `percent`: a fraction, 0.125 is 12.5 % · `flag`: true or false
 */
export type ColumnType = 'id' | 'text' | 'word' | 'day' | 'period' | 'money' | 'number' | 'percent' | 'flag'

export type ColumnKey = Word | `class.${string}`

export interface Column {
  /** Its name in JSON and CSV, and the Word that heads it for people; of a dimension of the book's own its name, which heads it too. */
  readonly key: ColumnKey
  readonly type: ColumnType
  /** Money columns: the key of the column that holds the currency; `currency` unless said. */
  readonly currency?: Word
  /** A heading that is data, as the name of a bucket or a month, instead of the Word's text. */
  readonly heading?: string
}

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

export interface Table {
  readonly name: Word
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Sums, one per currency; cells of columns without a sum are null. */
  readonly totals?: readonly Row[]
}

/**
 * Items seen as rows, for tables of so many cells that an object of its own for each row would cost more than what is in it:
 * a cell is made when it is asked for.
 */
export function rowsOf<T>(items: readonly T[], cells: ReadonlyMap<string, (item: T) => Cell>): readonly Row[] {
  const shape: PropertyDescriptorMap = {}
  for (const [key, cell] of cells)
    shape[key] = {
      enumerable: true,
      get(this: { readonly [seen]: T }) {
        return cell(this[seen])
      },
    }
  const prototype = Object.defineProperties({}, shape)
  const rows = items.map((item) => {
    const row = Object.create(prototype) as Row & { [seen]: T }
    row[seen] = item
    return row
  })
  sources.set(rows, (key) => {
    const cell = cells.get(key)
    return cell === undefined ? () => null : (nth) => cell(items[nth] as T)
  })
  return rows
}

const seen = Symbol('seen')
const sources = new WeakMap<readonly Row[], (key: string) => (nth: number) => Cell>()

/** The cells of one column by the number of their row; of many rows and columns in a fraction of the time that asking each row takes. */
export function cellsBelow(rows: readonly Row[], key: string): (nth: number) => Cell {
  return sources.get(rows)?.(key) ?? ((nth) => rows[nth]?.[key] ?? null)
}

/** Columns of equal length seen as rows. The first column says how many rows there are. */
export function rowsOfColumns(columns: ReadonlyMap<string, readonly Cell[]>): readonly Row[] {
  const [first] = columns.values()
  const cells = new Map([...columns].map(([key, column]) => [key, (nth: number) => column[nth] ?? null] as const))
  return rowsOf(Array.from((first ?? []).keys()), cells)
}
