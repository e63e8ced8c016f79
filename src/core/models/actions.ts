// What is done for the customers of a class: as crm.yaml says, and for grades the visit plan.
import type { Row, Table } from '../base/table.ts'
import type { Settings } from '../book/settings.ts'

/** One row for each of some classes about which anything is said. */
export function actionsTable(
  settings: Settings,
  of: readonly { readonly dimension: string; readonly class: string; readonly customers: number }[],
): Table {
  return {
    name: 'actions',
    columns: [
      { key: 'dimension', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'customers', type: 'number' },
      { key: 'effort', type: 'word' },
      { key: 'benefits', type: 'text' },
      { key: 'discount', type: 'percent' },
      { key: 'visits', type: 'text' },
      { key: 'everyMonths', type: 'number' },
      { key: 'channel', type: 'word' },
      { key: 'chaseBy', type: 'text' },
    ],
    rows: of.flatMap((one) => {
      const row = actionsOf(settings, one.dimension, one.class)
      return row === null ? [] : [{ dimension: one.dimension, class: one.class, customers: one.customers, ...row }]
    }),
  }
}

function actionsOf({ classes, visits }: Settings, dimension: string, name: string): Row | null {
  const action = classes.actions.find((a) => a.dimension === dimension && a.class === name)
  const rule = dimension === 'grade' ? visits.find((v) => v.grade === name) : undefined
  const planned = action?.visits === undefined ? rule : undefined
  if (action === undefined && planned === undefined) return null
  return {
    effort: action?.effort ?? null,
    benefits: action?.benefits ?? null,
    discount: action?.discount === undefined ? null : Number(action.discount) / 100,
    visits: action?.visits ?? null,
    everyMonths: planned?.everyMonths ?? null,
    channel: planned?.channel ?? null,
    chaseBy: action?.chase ?? null,
  }
}
