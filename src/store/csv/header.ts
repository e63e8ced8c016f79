// Headers of CSV files: the known columns in their order, those of today or those of before some were added, then the user's own.
import { type Problem, problem, type Where } from '../../core/base/problem.ts'
import { shown } from '../source.ts'

export interface Columns {
  readonly columns: readonly string[]
  readonly later?: number
}

export interface Header {
  readonly cells: readonly string[]
  /** The known columns that the file has. */
  readonly known: readonly string[]
  readonly now: readonly string[]
  readonly before: readonly string[]
  /** The user's own columns. */
  readonly own: readonly string[]
}

export function headerOf(cells: readonly string[], { columns, later = 0 }: Columns): Header {
  const before = columns.slice(0, columns.length - later)
  const isBefore = before.every((column, i) => cells[i] === column) && cells[before.length] !== columns[before.length]
  const known = isBefore ? before : columns
  return { cells, known, now: columns, before, own: cells.slice(known.length) }
}

/** A header again, as a merge leaves it, of the same file before or after columns were added. */
export function isHeader(cells: readonly string[], { now, before, own }: Header): boolean {
  return [now, before].some((known) => sameCells(cells, [...known, ...own]))
}

/** The known columns that a row has by the count of its cells: a merge mixes rows of today with rows of before. Null: ragged. */
export function columnsOf(cells: readonly string[], { now, before, own }: Header): readonly string[] | null {
  return [now, before].find((known) => cells.length === known.length + own.length) ?? null
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i])
}

/** Whether the known columns are there in their order, and every name once. */
export function goodHeader({ cells, known }: Header, at: (index: number) => Where, problems: Problem[]): boolean {
  const wrong = known.findIndex((column, i) => cells[i] !== column)
  if (wrong >= 0) {
    const where = at(Math.min(wrong, cells.length - 1))
    problems.push(problem('csv-header', { found: shown(cells.join(',')), expected: known.join(',') }, where))
    return false
  }
  const twice = cells.findIndex((column, i) => cells.indexOf(column) < i)
  if (twice < 0) return true
  problems.push(problem('csv-duplicate-column', { column: shown(cells[twice] ?? '') }, at(twice)))
  return false
}
