// Price lists: of an item in the catalogue, and of a customer.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { PriceEntry } from '../../core/book/catalog.ts'
import * as field from '../fields.ts'
import { type OutMap, plain } from '../yaml/write.ts'

const entry = once(() => ({
  price: field.decimal,
  currency: field.currencyField.exactOptional(),
  from: field.dayField.exactOptional(),
  atLeast: field.decimal.exactOptional(),
}))

export const priceSchema = once(() => z.strictObject(entry()))
export const customerPriceSchema = once(() => z.strictObject({ item: field.name, ...entry() }))

export function priceTree({ price, currency, from, atLeast }: PriceEntry): OutMap {
  return {
    price: plain(price),
    currency,
    from: from === undefined ? undefined : plain(from),
    atLeast: atLeast === undefined ? undefined : plain(atLeast),
  }
}
