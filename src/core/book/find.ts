// Customers by what people call them.
import { likely } from '../base/likely.ts'
import { fail, ok, type Result } from '../base/problem.ts'
import type { Customer } from './customer.ts'

/** Compares names without case, width or surrounding blanks. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/**
 * By id, else by whole name or alias, else by unique prefix of an id or name, else by pinyin initials (北京云帆 → bjyf).
 * The first of these that names anybody decides; two customers there are ambiguous. Merged customers lead to the one they became.
 */
export function findCustomer(
  customers: ReadonlyMap<string, Customer>,
  name: string,
  romanise: (text: string) => readonly string[],
): Result<Customer> {
  const byId = customers.get(name)
  if (byId !== undefined) return ok(survivor(customers, byId))
  const key = nameKey(name)
  const all = [...customers.values()]
  const steps: ((c: Customer) => boolean)[] = [
    (c) => nameKey(c.name) === key || c.aliases.some((a) => nameKey(a) === key),
    (c) => key !== '' && (c.id.startsWith(key) || nameKey(c.name).startsWith(key)),
    (c) => /^[a-z0-9]{2,}$/.test(key) && initials(c.name, romanise).startsWith(key),
  ]
  for (const step of steps) {
    const found = new Map(all.filter(step).map((c) => [survivor(customers, c).id, survivor(customers, c)]))
    const [only] = found.values()
    if (only !== undefined && found.size === 1) return ok(only)
    if (found.size > 1) return fail('ambiguous-customer', { name, candidates: [...found.keys()].sort() })
  }
  return fail('unknown-customer', { name, like: likely(name, customers.keys()) })
}

/** The customer that one was merged into, and so on to the last; itself where it was not. */
export function survivor(customers: ReadonlyMap<string, Customer>, c: Customer): Customer {
  let current = c
  for (let hops = 0; current.mergedInto !== undefined && hops < 100; hops++)
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
