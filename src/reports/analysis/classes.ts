// crm report classes: how customers and their sales spread over the accepted classes, and who moved within a period.
import { addDays, type Day } from '../../core/base/day.ts'
import { note } from '../../core/base/problem.ts'
import type { Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { openSources, type Sources } from '../../core/facts/sources.ts'
import { distribution, type Placement } from '../../core/models/distribution.ts'
import { missingRates } from '../customers/list.ts'
import type { ReportModule } from '../report.ts'

export const classes: ReportModule = {
  needs: ['customers', 'journal', 'rates', 'classes'],
  by: [],
  report(book, { asOf, period }) {
    const sources = openSources(book, asOf)
    const now = placements(sources)
    const tables = [distribution(sources, now)]
    return {
      output: { tables: period === null ? tables : [...tables, migration(book, addDays(period.from, -1), sources)] },
      problems: [...missingRates(sources), ...(now.length === 0 ? [note('nothing-accepted', { day: asOf })] : [])],
    }
  },
}

function placements(sources: Sources): readonly Placement[] {
  const accepted = sources.classes()
  return accepted.dimensions().flatMap((dimension) =>
    sources.customers.flatMap((_, index): Placement[] => {
      const row = accepted.accepted(index, dimension)?.row
      return row === undefined ? [] : [{ index, dimension, class: row.class }]
    }),
  )
}

/** From which class to which: customers, and the sales that they carry now. Only pairs that occur, unmoved ones too. */
function migration(book: Book, before: Day, sources: Sources): Table {
  const earlier = openSources(book, before).classes()
  const pairs = new Map<string, { dimension: string; was: string | null; class: string; indexes: number[] }>()
  for (const { index, dimension, class: name } of placements(sources)) {
    const was = earlier.accepted(index, dimension)?.row.class ?? null
    const key = JSON.stringify([dimension, was, name])
    const pair = pairs.get(key) ?? { dimension, was, class: name, indexes: [] }
    pair.indexes.push(index)
    pairs.set(key, pair)
  }
  const { currency } = book.settings
  const rows = [...pairs.values()].map(({ dimension, was, class: name, indexes }): Row => {
    const amounts = indexes.map((i) => sources.sales().amount('months12', i))
    const known = amounts.every((a) => a !== null)
    return {
      dimension,
      was,
      class: name,
      customers: indexes.length,
      sales12m: known ? amounts.reduce((sum: number, a) => sum + (a ?? 0), 0) : null,
      currency,
    }
  })
  const place = new Map(
    sources
      .classes()
      .dimensions()
      .map((d, i) => [d, i]),
  )
  const text = (cell: Row[string] | undefined) => (cell === null || cell === undefined ? '' : String(cell))
  const dimensionOf = (row: Row) => place.get(text(row.dimension)) ?? 0
  rows.sort(
    (a, b) =>
      dimensionOf(a) - dimensionOf(b) || compare(text(a.was), text(b.was)) || compare(text(a.class), text(b.class)),
  )
  return {
    name: 'matrix',
    columns: [
      { key: 'dimension', type: 'word' },
      { key: 'was', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'customers', type: 'number' },
      { key: 'sales12m', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
