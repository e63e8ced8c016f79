// Customers in order of id, and which of them a row of the journal or of the activity file belongs to.
import type { Customer, CustomerId } from '../book/customer.ts'
import type { Dictionary } from '../book/journal.ts'

export interface CustomerIndex {
  /** In order of id; merged ones stand under the customer they were merged into. */
  readonly customers: readonly Customer[]
  /** Place in `customers`, through merges; -1 for an id without a file. */
  of(id: CustomerId): number
  /** The same for every code of a journal's dictionary. */
  codes(dictionary: Dictionary): Int32Array
}

export function customerIndex(all: ReadonlyMap<CustomerId, Customer>): CustomerIndex {
  const customers = [...all.values()]
    .filter((c) => c.mergedInto === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const places = new Map(customers.map((c, i) => [c.id, i]))
  for (const { id, mergedInto } of all.values())
    if (mergedInto !== undefined) places.set(id, places.get(lastOf(all, id)) ?? -1)
  const of = (id: CustomerId) => places.get(id) ?? -1
  return {
    customers,
    of,
    codes: (dictionary) => Int32Array.from(dictionary.texts, (id) => of(id)),
  }
}

/** The customer at the end of a chain of merges; itself where the chain is a circle. */
function lastOf(all: ReadonlyMap<CustomerId, Customer>, id: CustomerId): CustomerId {
  let current = id
  for (let hops = 0; hops <= all.size; hops++) {
    const next = all.get(current)?.mergedInto
    if (next === undefined) return current
    current = next
  }
  return id
}
