// The activity rows of each customer up to the day, with the cases and holds among them.
import { addMonths, type Day } from '../base/day.ts'
import { once } from '../base/once.ts'
import { type ActivityKind, type ActivityRow, activityKinds } from '../book/activity.ts'
import { type Case, casesOf } from '../cases/cases.ts'
import { type Hold, holdsOf } from '../cases/holds.ts'
import { inOrder } from '../cases/order.ts'
import type { CustomerIndex } from './customer-index.ts'
import { groupsOf, membersOf } from './groups.ts'

/** Several kinds of rows: a bit for each, by its place among `activityKinds`, of which there are fewer than 32. */
export type KindSet = number

export function kindSet(...kinds: readonly ActivityKind[]): KindSet {
  return kinds.reduce((set, kind) => set | (1 << activityKinds.indexOf(kind)), 0)
}

export interface ActivitySource {
  /** All of them, in the order of effect. */
  readonly ordered: readonly ActivityRow[]
  /** Those of a customer, in the order of effect. */
  rows(index: number): readonly ActivityRow[]
  /** Rows of some kinds, within the last 12 months when `recent`. */
  of(index: number, kinds: KindSet, recent: boolean): readonly ActivityRow[]
  count(index: number, kinds: KindSet, recent: boolean): number
  last(index: number, kinds: KindSet): ActivityRow | undefined
  cases(index: number): readonly Case[]
  holds(index: number): readonly Hold[]
  /** Place of a row in the book's activity, for evidence. */
  place(row: ActivityRow): number
}

export function readActivity(activity: readonly ActivityRow[], index: CustomerIndex, asOf: Day): ActivitySource {
  const ordered = inOrder(activity, asOf)
  const owners = Int32Array.from(ordered, (row) => index.of(row.customer))
  const groups = groupsOf(index.customers.length, ordered.length, (k) => owners[k] ?? -1)
  const kinds = Int32Array.from(ordered, (row) => kindSet(row.kind))
  const yearAgo = addMonths(asOf, -12)
  /** Rows are in order of day, so those of the last 12 months begin somewhere. */
  const firstRecent = ordered.length - ordered.filter((row) => row.date > yearAgo).length
  const byCustomer = <T extends { readonly customer: string }>(list: readonly T[]): readonly (readonly T[])[] => {
    const lists: T[][] = []
    for (const one of list) {
      const i = index.of(one.customer)
      if (i < 0) continue
      const found = lists[i]
      if (found === undefined) lists[i] = [one]
      else found.push(one)
    }
    return lists
  }
  const cases = once(() => byCustomer(casesOf(ordered)))
  const holds = once(() => byCustomer(holdsOf(ordered, asOf)))
  const places = once(() => new Map(activity.map((row, i) => [row, i])))
  const rowsAt = (places: Iterable<number>) => Array.from(places, (k) => ordered[k]).filter((row) => row !== undefined)
  const wanted = (k: number, set: KindSet, recent: boolean) =>
    ((kinds[k] ?? 0) & set) !== 0 && (!recent || k >= firstRecent)
  return {
    ordered,
    rows: (i) => rowsAt(membersOf(groups, i)),
    of: (i, set, recent) => rowsAt(membersOf(groups, i).filter((k) => wanted(k, set, recent))),
    count(i, set, recent) {
      let found = 0
      for (let m = groups.starts[i] ?? 0; m < (groups.starts[i + 1] ?? 0); m++)
        if (wanted(groups.members[m] ?? 0, set, recent)) found++
      return found
    },
    last(i, set) {
      for (let m = (groups.starts[i + 1] ?? 0) - 1; m >= (groups.starts[i] ?? 0); m--) {
        const k = groups.members[m] ?? 0
        if (wanted(k, set, false)) return ordered[k]
      }
      return undefined
    },
    cases: (i) => cases()[i] ?? [],
    holds: (i) => holds()[i] ?? [],
    place: (row) => places().get(row) ?? -1,
  }
}
