// Items by what people call them, and what an item costs a customer.
import type { Currency } from '../base/currency.ts'
import { likely } from '../base/likely.ts'
import { fail, ok, type Result } from '../base/problem.ts'
import type { Item } from './catalog.ts'
import { nameKey } from './find.ts'
import type { Settings } from './settings.ts'

/** By id, else by whole name, else by a prefix of id or name that only one item has. */
export function findItem(items: ReadonlyMap<string, Item>, name: string): Result<Item> {
  const byId = items.get(name)
  if (byId !== undefined) return ok(byId)
  const key = nameKey(name)
  const all = [...items.values()]
  const steps: ((item: Item) => boolean)[] = [
    (item) => nameKey(item.name) === key,
    (item) => key !== '' && (nameKey(item.id).startsWith(key) || nameKey(item.name).startsWith(key)),
  ]
  for (const step of steps) {
    const found = all.filter(step)
    const [only] = found
    if (only !== undefined && found.length === 1) return ok(only)
    if (found.length > 1) return fail('ambiguous-item', { item: name, candidates: found.map((i) => i.id).sort() })
  }
  return fail('unknown-item', { item: name, like: likely(name, items.keys()) })
}

/** The catalogue's price as exact decimal text; null where the item has none in that currency. */
export function priceOf(settings: Settings, item: Item, currency: Currency): string | null {
  return (item.currency ?? settings.currency) === currency ? (item.price ?? null) : null
}
