// What the cells of a column are, seen without a heading.
import { isCurrency } from '../../../base/currency.ts'
import { parseForeignDay } from '../days.ts'
import { type Mark, parseForeignNumber } from '../numbers.ts'

/** Nothing but days, in one order of day and month or the other; eight digits are days where they can be. */
export function areDays(cells: readonly string[]): boolean {
  return (['dM', 'Md'] as const).some((order) => cells.every((c) => parseForeignDay(c, order) !== null))
}

/** Nothing but numbers, and at least one of them with decimals: whole numbers alone may be numbers of anything. */
export function areAmounts(cells: readonly string[]): boolean {
  return cells.every(isNumber) && cells.some((c) => /[.,]\d{1,3}\D*$/.test(c))
}

export function isNumber(cell: string): boolean {
  return numberIn(cell, '.') !== null || numberIn(cell, ',') !== null
}

export function numberIn(cell: string, mark: Mark) {
  return parseForeignNumber(cell, mark)
}

export function areCurrencies(cells: readonly string[]): boolean {
  return cells.every((c) => isCurrency(c))
}

/** Two letters, two digits, then the national number, in groups or not. */
export function areIbans(cells: readonly string[]): boolean {
  return cells.every((c) => /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(c.replace(/ /g, '')))
}

/** Has letters, so it is something to read. */
export function areTexts(cells: readonly string[]): boolean {
  return cells.some((c) => /\p{L}/u.test(c))
}
