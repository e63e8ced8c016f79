// What the goods of a sale cost by the catalogue; worked out once for each item and quantity, since most repeat.
import type { Currency } from '../base/currency.ts'
import { exact } from '../base/decimal.ts'
import { lineAmount, type Money } from '../base/money.ts'
import type { Item } from '../book/catalog.ts'
import type { Journal } from '../book/journal.ts'

/** Quantity × cost of a row, rounded once, in the item's currency; null where the item or its cost is unknown. A row without a quantity is about one. */
export function itemCosts(
  journal: Journal,
  items: ReadonlyMap<string, Item>,
  currency: Currency,
): (row: number) => Money | null {
  const known = new Map<number, Money | null>()
  return (row) => {
    const item = journal.item[row] ?? 0
    const quantity = journal.quantity[row] ?? 0
    const key = item * journal.texts.size + quantity
    const found = known.get(key)
    if (found !== undefined) return found
    const cost = costOf(items.get(journal.items.text(item)), journal.texts.text(quantity), currency)
    known.set(key, cost)
    return cost
  }
}

function costOf(item: Item | undefined, quantity: string, bookCurrency: Currency): Money | null {
  if (item?.cost === undefined) return null
  const currency = item.currency ?? bookCurrency
  return { amount: lineAmount(exact(quantity === '' ? '1' : quantity), exact(item.cost), currency), currency }
}
