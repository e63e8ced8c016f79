// crm list: the customers who meet a predicate, with the facts that were asked for.

import type { Day } from '../../core/base/day.ts'
import { note, type Problem, UserError, warning } from '../../core/base/problem.ts'
import { type Cell, rowsOfColumns } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import type { Report } from '../../core/book/plan.ts'
import { factReader } from '../../core/facts/condition.ts'
import { formatPredicate, meets } from '../../core/facts/predicate.ts'
import { parsePredicate } from '../../core/facts/predicate-words.ts'
import { type FactName, findMeasure } from '../../core/facts/registry.ts'
import { openSources, type Sources } from '../../core/facts/sources.ts'
import { cellOf, factColumns, type ListColumn } from './columns.ts'
import { orderBy, type SortKey } from './sort.ts'
import { readView } from './view.ts'

export const usualColumns: readonly FactName[] = [
  'id',
  'name',
  'grade',
  'tier',
  'region',
  'owner',
  'sales12m',
  'balance',
  'overdue',
]

export interface ListWish {
  /** Words of the predicate; none means everybody. */
  readonly predicate: readonly string[]
  /** A view of crm.yaml, whose condition holds as well and whose columns and order count where none are given. */
  readonly view: string | null
  readonly columns: readonly ListColumn[] | null
  /** By id where it is null. */
  readonly sort: SortKey | null
  readonly top: number | null
  readonly asOf: Day
}

/** Unknown values stand last either way; equal ones in order of id. */
export function listReport(book: Book, wish: ListWish): Report {
  const sources = openSources(book, wish.asOf)
  const { currency } = book.settings
  const typed = parsePredicate(wish.predicate, { currency, today: wish.asOf })
  const view = readView(sources, wish.view)
  const problems = [...typed.problems, ...view.problems]
  if (problems.length > 0) throw new UserError(problems)
  const predicate = [...view.predicate, ...typed.predicate]
  const shown = wish.columns ?? view.columns ?? usualColumns
  const sort = wish.sort ?? view.sort
  const value = (index: number) => factReader(sources, index)
  const chosen = Array.from(sources.customers.keys()).filter((i) => meets(predicate, value(i)))
  if (sort !== null) orderBy(chosen, (i) => value(i)(sort.fact), sort.descending)
  const columns = factColumns(shown)
  const listed = wish.top === null ? chosen : chosen.slice(0, wish.top)
  const last = columns.length > shown.length ? columns.at(-1) : undefined
  const cells = new Map<string, readonly Cell[]>([
    ...shown.map((name) => [name, cellsOf(sources, name, listed)] as const),
    ...(last === undefined ? [] : [[last.key, listed.map(() => currency)] as const]),
  ])
  return {
    output: { tables: [{ name: 'customers', columns, rows: rowsOfColumns(cells) }] },
    problems: [
      ...missingRates(sources),
      ...(chosen.length === 0 ? [note('nobody-matches', { predicate: formatPredicate(predicate, currency) })] : []),
    ],
  }
}

function cellsOf(sources: Sources, name: ListColumn, indexes: readonly number[]): readonly Cell[] {
  const fact = findMeasure(name)
  return fact === undefined ? [] : indexes.map((i) => cellOf(fact.value(sources, i)))
}

export function missingRates(sources: Sources): readonly Problem[] {
  const from = sources.missingRates()
  const { currency } = sources.book.settings
  return from.length === 0 ? [] : [warning('fact-rate-missing', { from, currency, day: sources.asOf })]
}
