// All customers of a book. A large book answers names, and what is searched by, without making a value of every customer.
import type { Customer, CustomerId } from './customer.ts'
import { nameKey } from './name-key.ts'

/** What the store can tell about customers without reading all that their files say. */
export interface CustomerNames {
  nameOf(id: CustomerId): string | undefined
  /** `nameKey` of the name, then of each alias; in order of id. */
  eachKey(each: (id: CustomerId, keys: readonly string[]) => void): void
  /** Those whose file says `mergedInto`. */
  merged(): readonly CustomerId[]
}

/** By id, in order of id. */
export type Customers = ReadonlyMap<CustomerId, Customer> & Partial<CustomerNames>

export function customerName(customers: Customers, id: CustomerId): string | undefined {
  return customers.nameOf === undefined ? customers.get(id)?.name : customers.nameOf(id)
}

export function eachSearchKey(customers: Customers, each: (id: CustomerId, keys: readonly string[]) => void): void {
  if (customers.eachKey !== undefined) customers.eachKey(each)
  else for (const customer of customers.values()) each(customer.id, searchKeys(customer))
}

/** Those who became another customer. */
export function mergedCustomers(customers: Customers): readonly CustomerId[] {
  if (customers.merged !== undefined) return customers.merged()
  return [...customers.values()].filter((c) => c.mergedInto !== undefined).map((c) => c.id)
}

export function searchKeys({ name, aliases }: Pick<Customer, 'name' | 'aliases'>): readonly string[] {
  return [name, ...aliases].map(nameKey)
}
