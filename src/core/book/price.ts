// Items by what people call them, and what an item costs a customer on a day.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { exact } from '../base/decimal.ts'
import { likely } from '../base/likely.ts'
import { compareText } from '../base/order.ts'
import { fail, ok, type Result } from '../base/problem.ts'
import type { Item, PriceEntry } from './catalog.ts'
import type { Customer } from './customer.ts'
import { nameKey } from './name-key.ts'
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

/** What is sold, to whom, when and how many. */
export interface PriceQuestion {
  readonly customer: Customer
  readonly item: Item
  readonly currency: Currency
  readonly date: Day
  /** Exact decimal text; a return asks for the price of as many. */
  readonly quantity: string
}

/**
 * The price as exact decimal text; null where there is none in that currency. The customer's own prices go before the catalogue's. Within
 * either the list that began last counts, and in it the highest quantity reached.
 */
export function priceOf(settings: Settings, question: PriceQuestion): string | null {
  const { customer, item, currency } = question
  const own = (customer.prices ?? []).filter(
    (p) => p.item === item.id && (p.currency ?? settings.currency) === currency,
  )
  const plain: readonly PriceEntry[] = item.price === undefined ? [] : [{ price: item.price }]
  const listed = [...plain, ...(item.prices ?? [])].filter(
    (p) => (p.currency ?? item.currency ?? settings.currency) === currency,
  )
  return reached(own, question) ?? reached(listed, question)
}

function reached(entries: readonly PriceEntry[], { date, quantity }: PriceQuestion): string | null {
  const begun = entries.filter((p) => p.from === undefined || p.from <= date)
  const latest = begun.reduce((last, p) => (compareText(p.from ?? '', last) > 0 ? (p.from ?? '') : last), '')
  const fitting = begun
    .filter((p) => (p.from ?? '') === latest && exact(p.atLeast ?? '0').lte(exact(quantity).abs()))
    .sort((a, b) => exact(b.atLeast ?? '0').cmp(a.atLeast ?? '0'))
  return fitting[0]?.price ?? null
}
