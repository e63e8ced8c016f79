// Holds: chasing stops for a customer or for some documents until a release, or until the day the hold names.
import { type Day, isDay } from '../base/day.ts'
import type { ActivityRow } from '../book/activity.ts'
import type { CustomerId } from '../book/customer.ts'
import { documentSet, documentsOf, inOrder } from './order.ts'

export interface Hold {
  readonly row: ActivityRow
  readonly customer: CustomerId
  /** Empty: the whole customer. */
  readonly documents: readonly string[]
  /** The last day of the hold; null: until it is released. */
  readonly until: Day | null
}

/**
 * The holds in force on a day. A release without documents ends all holds of the customer; one with documents ends the
 * holds of exactly that set.
 */
export function holdsAsOf(activity: readonly ActivityRow[], asOf: Day): readonly Hold[] {
  return holdsOf(inOrder(activity, asOf), asOf)
}

/** The same from rows up to the day that are in order already. */
export function holdsOf(ordered: readonly ActivityRow[], asOf: Day): readonly Hold[] {
  let holds: Hold[] = []
  for (const row of ordered) {
    if (row.kind === 'hold')
      holds.push({
        row,
        customer: row.customer,
        documents: documentsOf(row),
        until: isDay(row.due) ? row.due : null,
      })
    else if (row.kind === 'release') {
      const set = documentSet(documentsOf(row))
      holds = holds.filter((h) => h.customer !== row.customer || (set !== '' && documentSet(h.documents) !== set))
    }
  }
  return holds.filter((h) => h.until === null || h.until >= asOf)
}
