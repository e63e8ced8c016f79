// Customers by what people call them.
import { likely } from '../base/likely.ts'
import { fail, ok, type Result } from '../base/problem.ts'
import type { Customer } from './customer.ts'
import { type Customers, customerName, eachSearchKey } from './customers.ts'
import { nameKey } from './name-key.ts'

/**
 * By id, else by whole name or alias, else by unique prefix of an id or name, else by pinyin initials (北京云帆 → bjyf).
 * The first of these that names anybody decides; two customers there are ambiguous. Merged customers lead to the one they became.
 */
export function findCustomer(
  customers: Customers,
  name: string,
  romanise: (text: string) => readonly string[],
): Result<Customer> {
  const byId = customers.get(name)
  if (byId !== undefined) return ok(survivor(customers, byId))
  const key = nameKey(name)
  const whole: string[] = []
  const begun: string[] = []
  eachSearchKey(customers, (id, keys) => {
    if (keys.includes(key)) whole.push(id)
    if (key !== '' && (id.startsWith(key) || keys[0]?.startsWith(key) === true)) begun.push(id)
  })
  for (const ids of [() => whole, () => begun, () => withInitials(customers, key, romanise)]) {
    const found = new Set(ids().flatMap((id) => survivor(customers, customers.get(id))?.id ?? []))
    const [only] = found
    const one = only === undefined ? undefined : customers.get(only)
    if (one !== undefined && found.size === 1) return ok(one)
    if (found.size > 1) return fail('ambiguous-customer', { name, candidates: [...found].sort() })
  }
  return fail('unknown-customer', { name, like: likely(name, customers.keys()) })
}

function withInitials(customers: Customers, key: string, romanise: (text: string) => readonly string[]): string[] {
  if (!/^[a-z0-9]{2,}$/.test(key)) return []
  return [...customers.keys()].filter((id) => initials(customerName(customers, id) ?? '', romanise).startsWith(key))
}

/** The customer that one was merged into, and so on to the last; itself where it was not. */
export function survivor<C extends Customer | undefined>(customers: Customers, c: C): C | Customer {
  let current: C | Customer = c
  for (let hops = 0; current?.mergedInto !== undefined && hops < 100; hops++)
    current = customers.get(current.mergedInto) ?? current
  return current
}

/** First letters of the syllables of Chinese names; the name's own letters otherwise. */
export function initials(name: string, romanise: (text: string) => readonly string[]): string {
  if (!/\p{Script=Han}/u.test(name)) return ''
  return romanise(name)
    .map((s) => s.charAt(0).toLowerCase())
    .join('')
}
