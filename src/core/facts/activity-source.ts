// The activity rows of each customer up to the day, with the cases and holds among them.
import { addMonths, type Day } from '../base/day.ts'
import type { ActivityKind, ActivityRow } from '../book/activity.ts'
import { type Case, casesAsOf } from '../cases/cases.ts'
import { type Hold, holdsAsOf } from '../cases/holds.ts'
import { inOrder } from '../cases/order.ts'
import type { CustomerIndex } from './customer-index.ts'

/** Kinds by which we and the customer speak: not reminders and letters, and no mere bookkeeping of ours. */
export const contactKinds: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'contact',
  'visit',
  'enquiry',
  'complaint',
  'dispute',
  'suggestion',
  'praise',
  'survey',
  'promise',
  'confirm',
  'referral',
])

export interface ActivitySource {
  /** In the order of effect. */
  rows(index: number): readonly ActivityRow[]
  /** Rows of some kinds, within the last 12 months when `recent`. */
  of(index: number, kinds: ReadonlySet<ActivityKind>, recent: boolean): readonly ActivityRow[]
  cases(index: number): readonly Case[]
  holds(index: number): readonly Hold[]
  /** Place of a row in the book's activity, for evidence. */
  place(row: ActivityRow): number
}

export function readActivity(activity: readonly ActivityRow[], index: CustomerIndex, asOf: Day): ActivitySource {
  const byCustomer = <T extends { readonly customer: string }>(list: readonly T[]): readonly (readonly T[])[] => {
    const groups: T[][] = index.customers.map(() => [])
    for (const one of list) groups[index.of(one.customer)]?.push(one)
    return groups
  }
  const rows = byCustomer(inOrder(activity, asOf))
  const cases = byCustomer(casesAsOf(activity, asOf))
  const holds = byCustomer(holdsAsOf(activity, asOf))
  const places = new Map(activity.map((row, i) => [row, i]))
  const yearAgo = addMonths(asOf, -12)
  return {
    rows: (i) => rows[i] ?? [],
    of: (i, kinds, recent) => (rows[i] ?? []).filter((r) => kinds.has(r.kind) && (!recent || r.date > yearAgo)),
    cases: (i) => cases[i] ?? [],
    holds: (i) => holds[i] ?? [],
    place: (row) => places.get(row) ?? -1,
  }
}
