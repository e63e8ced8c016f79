// How customers and their sales spread over the classes of each dimension.
import { type Minor, safe } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { Row, Table } from '../base/table.ts'
import type { ClassSettings } from '../book/class-settings.ts'
import type { Sources } from '../facts/sources.ts'
import { lifecycleStages } from './lifecycle.ts'
import { segments } from './rfm.ts'
import { grades } from './shares.ts'

export interface Placement {
  readonly index: number
  readonly dimension: string
  readonly class: string
}

interface Group {
  customers: number
  /** null once a customer's sales cannot be converted. */
  sales: Minor | null
}

/** One row a class: dimensions in order of first appearance in `placements`, classes from best to worst, then by name. */
export function distribution(sources: Sources, placements: readonly Placement[]): Table {
  const groups = new Map<string, Map<string, Group>>()
  for (const { index, dimension, class: name } of placements) {
    const classes = groups.get(dimension) ?? new Map<string, Group>()
    groups.set(dimension, classes)
    const group = classes.get(name) ?? { customers: 0, sales: 0 }
    classes.set(name, group)
    const amount = sources.sales().amount('months12', index)
    group.customers++
    group.sales = amount === null || group.sales === null ? null : safe(group.sales + amount)
  }
  const { currency, classes: settings } = sources.book.settings
  const rows = [...groups].flatMap(([dimension, classes]) => {
    const order = orderOfClasses(dimension, settings)
    const whole = [...classes.values()].reduce((sum, g) => sum + (g.sales ?? 0), 0)
    return [...classes]
      .sort(([a], [b]) => order(a, b))
      .map(
        ([name, { customers, sales }]): Row => ({
          dimension,
          class: name,
          customers,
          sales12m: sales,
          currency,
          share: sales === null || whole <= 0 ? null : sales / whole,
        }),
      )
  })
  return {
    name: 'distribution',
    columns: [
      { key: 'dimension', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'customers', type: 'number' },
      { key: 'sales12m', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'share', type: 'percent' },
    ],
    rows,
  }
}

/** Classes whose order is known stand in it; scores from high to low; the rest by name. */
export function orderOfClasses(dimension: string, settings: ClassSettings): (a: string, b: string) => number {
  const known = orderOf(dimension, settings)
  const direction = dimension === 'rfm' ? -1 : 1
  const place = (name: string) => (known.includes(name) ? known.indexOf(name) : known.length)
  return (a, b) => place(a) - place(b) || direction * compareText(a, b)
}

function orderOf(dimension: string, settings: ClassSettings): readonly string[] {
  switch (dimension) {
    case 'tier':
      return settings.tiers.map((t) => t.name)
    case 'grade':
      return grades
    case 'segment':
      return segments
    case 'lifecycle':
      return lifecycleStages
    default:
      return settings.dimensions.find((d) => d.name === dimension)?.rules.map((r) => r.class) ?? []
  }
}
