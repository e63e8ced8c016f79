// One typed cell as text: for people with digit groups and words, for machines plain.
import { isCurrency } from '../core/base/currency.ts'
import { exact, formatDecimal, roundHalfUp } from '../core/base/decimal.ts'
import { formatAmount } from '../core/base/money.ts'
import { type Cell, type Column, type ColumnType, cellsBelow, type Row } from '../core/base/table.ts'
import type { Word } from '../core/base/words.ts'

export type Words = Readonly<Record<Word, string>>

/** Columns whose cells are aligned by their last digit. */
export function isNumeric(type: ColumnType): boolean {
  return type === 'money' || type === 'number' || type === 'percent'
}

/** The word in the reader's language; a text that is no Word stays as it is. */
export function wordText(word: string, words: Words): string {
  return own(word, words) ?? profileText(word, words) ?? word
}

function own(word: string, words: Words): string | null {
  return Object.hasOwn(words, word) ? words[word as Word] : null
}

/** A cluster's name, `recency- monetary+ 2`: facts that lie below and above the mean, and a count where two are alike. */
function profileText(word: string, words: Words): string | null {
  const found = /^([A-Za-z]\w*[+-](?: [A-Za-z]\w*[+-])*)( \d+)?$/.exec(word)
  if (found === null) return null
  const parts = (found[1] ?? '')
    .split(' ')
    .map(
      (part) =>
        `${own(part.slice(0, -1), words) ?? part.slice(0, -1)} ${part.endsWith('+') ? words.above : words.below}`,
    )
  return parts.join(' · ') + (found[2] ?? '')
}

export function headingText(column: Column, words: Words): string {
  return column.heading ?? own(column.key, words) ?? column.key.replace(/^class\./, '')
}

/** `1234567.50` → `1,234,567.50`. */
export function groupDigits(plain: string): string {
  const [whole = '', ...decimals] = plain.split('.')
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...decimals].join('.')
}

/** Minor units as a decimal with exactly the currency's decimals; the row names the currency. */
function moneyText(cell: number, column: Column, row: Row): string {
  return amountText(cell, row[column.currency ?? 'currency'] ?? null, column)
}

function amountText(cell: number, code: Cell, column: Column): string {
  if (typeof code !== 'string' || !isCurrency(code))
    throw new TypeError(`the money column ${column.key} has no currency in its row`)
  return formatAmount(cell, code)
}

/** As people read it; empty for a cell that says nothing. Not yet made harmless. */
export function cellText(column: Column, row: Row, words: Words): string {
  const cell = row[column.key] ?? null
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? words.yes : words.no
  if (column.type === 'word') return wordText(String(cell), words)
  if (column.type === 'percent') return percentText(cell)
  if (column.type === 'money' && typeof cell === 'number') return groupDigits(moneyText(cell, column, row))
  if (column.type === 'number') return groupDigits(String(cell))
  return String(cell)
}

/** A fraction as percent, one decimal, rounded half away from zero. */
function percentText(fraction: string | number): string {
  return `${roundHalfUp(exact(fraction).times(100), 1).toFixed(1)}%`
}

/** The values of a column's cells for programs, by row: money as a decimal string, days in ISO, words and keys in stable English. */
export function cellValues(column: Column, rows: readonly Row[]): (nth: number) => Cell {
  const cell = cellsBelow(rows, column.key)
  if (column.type !== 'money') return cell
  const currency = cellsBelow(rows, column.currency ?? 'currency')
  return (nth) => {
    const value = cell(nth)
    return typeof value === 'number' ? amountText(value, currency(nth), column) : value
  }
}

/** The same as texts for CSV; a fraction never in exponent form. */
export function plainTexts(column: Column, rows: readonly Row[]): (nth: number) => string {
  const cell = cellValues(column, rows)
  return (nth) => {
    const value = cell(nth)
    if (value === null) return ''
    const text = String(value)
    return typeof value === 'number' && text.includes('e') ? formatDecimal(exact(value)) : text
  }
}
