// crm classify --compare: another set of rules on the same history: who would sit elsewhere, how stable, what revenue the classes kept.
import { addMonths, type Day } from '../../base/day.ts'
import { type Minor, safe } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Column, Row, Table } from '../../base/table.ts'
import type { Book } from '../../book/book.ts'
import type { ClassSettings } from '../../book/class-settings.ts'
import type { Report } from '../../book/plan.ts'
import { dimensions } from '../../models/classification.ts'
import { orderOfClasses } from '../../models/distribution.ts'
import { type Moment, replay, stability } from '../../models/replay.ts'
import { notesTables } from './note.ts'

/** A year in months is looked at. */
const steps = 12

/** The two sets of rules, as the column `rules` calls them. */
const sides = ['present', 'compared'] as const
type Sides = Readonly<Record<(typeof sides)[number], readonly Moment[]>>

export function compareReport(book: Book, rules: ClassSettings, asOf: Day): Report {
  const days = Array.from({ length: steps + 1 }, (_, i) => addMonths(asOf, i - steps))
  const both: Sides = { present: replay(book, book.settings.classes, days), compared: replay(book, rules, days) }
  const problems = distinct(sides.flatMap((side) => both[side].flatMap((m) => m.classification.problems)))
  if (problems.length > 0) return { output: { tables: [] }, problems }
  const names = [
    ...new Set([
      ...dimensions,
      ...book.settings.classes.dimensions.map((d) => d.name),
      ...rules.dimensions.map((d) => d.name),
    ]),
  ]
  const moved = elsewhereTable(book, both, names)
  return {
    output: { tables: [moved, stabilityTable(both, names), keptTable(book, both, names), ...notesTables(book, asOf)] },
    problems: [note('classes-compared', { count: moved.rows.length, from: days[0] ?? asOf, to: asOf })],
  }
}

/** The same fault of a rule is found at every moment. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((p) => [JSON.stringify(p), p])).values()]
}

const whoAndWhat: readonly Column[] = [
  { key: 'dimension', type: 'word' },
  { key: 'rules', type: 'word' },
]

/** Everybody whose class on the last day differs; null where one set of rules has none for him. */
function elsewhereTable(book: Book, { present, compared }: Sides, names: readonly string[]): Table {
  const before = present.at(-1)
  const after = compared.at(-1)
  const rows = (after?.sources.customers ?? []).flatMap((customer, index) =>
    names.flatMap((dimension): Row[] => {
      const was = before?.classes.get(dimension)?.get(index) ?? null
      const name = after?.classes.get(dimension)?.get(index) ?? null
      if (was === name || after === undefined) return []
      const reason = after.classification.assignments.find(
        (a) => a.index === index && a.dimension === dimension,
      )?.reason
      return [
        {
          customer: customer.id,
          name: customer.name,
          dimension,
          was,
          class: name,
          sales12m: after.sources.sales().amount('months12', index),
          currency: book.settings.currency,
          reason: reason ?? null,
        },
      ]
    }),
  )
  return {
    name: 'elsewhere',
    columns: [
      { key: 'customer', type: 'id' },
      { key: 'name', type: 'text' },
      { key: 'dimension', type: 'word' },
      { key: 'was', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'sales12m', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'reason', type: 'text' },
    ],
    rows,
  }
}

/** Of a hundred times that a month passed over a customer, how often he stayed where he was. */
function stabilityTable(both: Sides, names: readonly string[]): Table {
  const rows = names.flatMap((dimension) =>
    sides.flatMap((side): Row[] => {
      const { pairs, moves } = stability(both[side], dimension)
      return pairs === 0 ? [] : [{ dimension, rules: side, moves, stable: 1 - moves / pairs }]
    }),
  )
  return {
    name: 'stability',
    columns: [...whoAndWhat, { key: 'moves', type: 'number' }, { key: 'stable', type: 'percent' }],
    rows,
  }
}

/** Those who were in a class a year ago: what they bought in the year before, and in the year since. */
function keptTable(book: Book, both: Sides, names: readonly string[]): Table {
  const rows = names.flatMap((dimension) => sides.flatMap((side) => keptRows(book, both[side], dimension, side)))
  return {
    name: 'revenueKept',
    columns: [
      ...whoAndWhat,
      { key: 'class', type: 'word' },
      { key: 'customers', type: 'number' },
      { key: 'salesBefore12m', type: 'money' },
      { key: 'sales12m', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'retained', type: 'percent' },
    ],
    rows,
  }
}

function keptRows(book: Book, moments: readonly Moment[], dimension: string, side: (typeof sides)[number]): Row[] {
  const first = moments[0]
  const last = moments.at(-1)
  if (first === undefined || last === undefined) return []
  const groups = new Map<string, number[]>()
  for (const [index, name] of first.classes.get(dimension) ?? []) {
    const members = groups.get(name)
    if (members === undefined) groups.set(name, [index])
    else members.push(index)
  }
  const order = orderOfClasses(dimension, first.sources.book.settings.classes)
  return [...groups]
    .sort(([a], [b]) => order(a, b))
    .map(([name, members]) => {
      const before = total(members.map((i) => first.sources.sales().amount('months12', i)))
      const since = total(members.map((i) => last.sources.sales().amount('months12', i)))
      return {
        dimension,
        rules: side,
        class: name,
        customers: members.length,
        salesBefore12m: before,
        sales12m: since,
        currency: book.settings.currency,
        retained: before === null || since === null || before <= 0 ? null : since / before,
      }
    })
}

/** null once an amount cannot be converted. */
function total(amounts: readonly (Minor | null)[]): Minor | null {
  let sum = 0
  for (const amount of amounts) {
    if (amount === null) return null
    sum = safe(sum + amount)
  }
  return sum
}
