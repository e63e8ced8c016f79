// Customers in order of id, and which of them a row of the journal or of the activity file belongs to.
import type { Customer, CustomerId } from '../book/customer.ts'
import { type Customers, mergedCustomers } from '../book/customers.ts'
import type { Dictionary } from '../book/journal.ts'
import { lazyList } from './lazy-list.ts'

export interface CustomerIndex {
  /** In order of id, each made when he is asked for; merged ones stand under the customer they were merged into. */
  readonly customers: readonly Customer[]
  /** Place in `customers`, through merges; -1 for an id without a file. */
  of(id: CustomerId): number
  /** The same for every code of a journal's dictionary. */
  codes(dictionary: Dictionary): Int32Array
}

export function customerIndex(all: Customers): CustomerIndex {
  const merged = mergedCustomers(all)
  const gone = new Set(merged)
  const ids = [...all.keys()].filter((id) => !gone.has(id)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const customers = lazyList(ids.length, (i) => customerNamed(all, ids[i] ?? ''))
  const places = new Map(ids.map((id, i) => [id, i]))
  for (const id of merged) places.set(id, places.get(lastOf(all, id)) ?? -1)
  const of = (id: CustomerId) => places.get(id) ?? -1
  return {
    customers,
    of,
    codes: (dictionary) => Int32Array.from(dictionary.texts, (id) => of(id)),
  }
}

function customerNamed(all: Customers, id: CustomerId): Customer {
  const customer = all.get(id)
  if (customer === undefined) throw new RangeError(`no customer ${id}`)
  return customer
}

/** The customer at the end of a chain of merges; itself where the chain is a circle. */
function lastOf(all: Customers, id: CustomerId): CustomerId {
  let current = id
  for (let hops = 0; hops <= all.size; hops++) {
    const next = all.get(current)?.mergedInto
    if (next === undefined) return current
    current = next
  }
  return id
}
