// Customers of whom a command may need one: his file is read when he is asked for by id, all of them when somebody is looked for.
import type { Currency } from '../core/base/currency.ts'
import { UserError } from '../core/base/problem.ts'
import { type Customer, type CustomerId, isCustomerId } from '../core/book/customer.ts'
import type { Customers } from '../core/book/customers.ts'
import type { Reading } from './disk.ts'
import { readCustomer } from './read-customer.ts'
import { readCustomers } from './read-customers.ts'

/** Throws a UserError with everything that is wrong where a file that is read now cannot be read. */
export function customersOnDemand(reading: Reading, currency: Currency): Customers {
  const single = new Map<CustomerId, Customer | undefined>()
  let all: Customers | null = null
  const sound = <T>(read: () => T): T => {
    const before = reading.problems.length
    const value = read()
    if (reading.problems.slice(before).some((p) => p.severity === 'error')) throw new UserError(reading.problems)
    return value
  }
  const whole = (): Customers => {
    all ??= sound(() => readCustomers(reading, currency))
    return all
  }
  const get = (id: CustomerId): Customer | undefined => {
    if (all !== null) return all.get(id)
    if (!single.has(id))
      single.set(id, isCustomerId(id) ? (sound(() => readCustomer(reading, id, currency)) ?? undefined) : undefined)
    return single.get(id)
  }
  return {
    get size() {
      return whole().size
    },
    get,
    has: (id) => get(id) !== undefined,
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    [Symbol.iterator]: () => whole().entries(),
    forEach: (each) => whole().forEach(each),
    nameOf: (id) => (all?.nameOf === undefined ? get(id)?.name : all.nameOf(id)),
    eachKey: (each) => whole().eachKey?.(each),
    merged: () => whole().merged?.() ?? [],
  }
}
