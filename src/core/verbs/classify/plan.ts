// crm classify: the classes of today against the accepted ones; accepting appends a dated row for each that differs.
import type { Day } from '../../base/day.ts'
import { note, type Problem, warning } from '../../base/problem.ts'
import type { Row, Table } from '../../base/table.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { openSources, type Sources } from '../../facts/sources.ts'
import { actionsTable } from '../../models/actions.ts'
import { type Classification, classifyAll } from '../../models/classification.ts'
import { clusterTables } from '../../models/cluster-tables.ts'
import { distribution } from '../../models/distribution.ts'
import { type Move, movesOf } from '../../models/moves.ts'
import { explainClasses } from './explain.ts'
import { notesTables, reviewReminders } from './note.ts'

export interface ClassifyWish {
  readonly asOf: Day
  readonly accept: boolean
  /** A customer whose classes are to be explained. */
  readonly explain: string | undefined
}

export function planClassify(book: Book, wish: ClassifyWish, context: Context): Plan {
  const sources = openSources(book, wish.asOf)
  const classification = classifyAll(sources)
  if (classification.problems.length > 0)
    return { changes: [], problems: classification.problems, output: { tables: [] } }
  if (wish.explain !== undefined) {
    const found = findCustomer(book.customers, wish.explain, context.romanise)
    if (!found.ok) return { changes: [], problems: [found.problem], output: { tables: [] } }
    const index = sources.indexOf(found.value.id)
    return {
      changes: [],
      problems: unknownAmounts(classification),
      output: explainClasses(sources, classification, index),
    }
  }
  const moves = movesOf(sources, classification)
  const actions = actionsTable(book.settings, targets(moves))
  const changes = wish.accept ? moves.map((m) => acceptance(m, wish.asOf)) : []
  return {
    changes,
    problems: [...unknownAmounts(classification), ...said(moves, wish.accept), ...reviewReminders(book, wish.asOf)],
    output: {
      tables: [
        movesTable(sources, moves),
        ...(actions.rows.length === 0 ? [] : [actions]),
        distribution(sources, classification.assignments),
        ...clusterTables(book.settings, classification.clusters),
        ...notesTables(book, wish.asOf),
      ],
    },
    confirm: changes.length > 0,
  }
}

/** The classes that somebody moves into, in order of the moves. */
function targets(moves: readonly Move[]): { dimension: string; class: string; customers: number }[] {
  const counts = new Map<string, { dimension: string; class: string; customers: number }>()
  for (const { assignment } of moves) {
    const { dimension, class: name } = assignment
    const key = JSON.stringify([dimension, name])
    const customers = (counts.get(key)?.customers ?? 0) + 1
    counts.set(key, { dimension, class: name, customers })
  }
  return [...counts.values()]
}

function acceptance({ assignment }: Move, date: Day): Change {
  const { customer, dimension, reason } = assignment
  return { change: 'addClass', row: { date, customer, dimension, class: assignment.class, reason } }
}

function unknownAmounts({ unknown }: Classification): readonly Problem[] {
  return unknown.length === 0 ? [] : [warning('class-unknown-amount', { customers: unknown })]
}

function said(moves: readonly Move[], accept: boolean): readonly Problem[] {
  if (moves.length === 0) return [note('classes-unchanged', {})]
  if (!accept) return [note('classes-not-accepted', { count: moves.length })]
  const customers = new Set(moves.map((m) => m.assignment.customer)).size
  return [note('classes-accepted', { count: moves.length, customers })]
}

/** With the sales that each mover carries, so that a reader sees what is at stake. */
function movesTable(sources: Sources, moves: readonly Move[]): Table {
  const { currency } = sources.book.settings
  const rows = moves.map(
    ({ assignment, was, direction }): Row => ({
      customer: assignment.customer,
      name: sources.customers[assignment.index]?.name ?? '',
      dimension: assignment.dimension,
      was,
      class: assignment.class,
      move: direction,
      sales12m: sources.sales().amount('months12', assignment.index),
      currency,
      reason: assignment.reason,
    }),
  )
  return {
    name: 'moves',
    columns: [
      { key: 'customer', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'dimension', type: 'word' },
      { key: 'was', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'move', type: 'word' },
      { key: 'sales12m', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'reason', type: 'text' },
    ],
    rows,
  }
}
