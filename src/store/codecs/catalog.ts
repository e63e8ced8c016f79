// catalog.yaml: products and services by id.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { Item } from '../../core/book/catalog.ts'
import * as field from '../fields.ts'
import type { YamlCodec } from '../yaml/codec.ts'
import { type OutMap, plain, writeMap } from '../yaml/write.ts'
import { modeline } from './modeline.ts'
import { priceSchema, priceTree } from './price.ts'

const itemSchema = once(() =>
  z.strictObject({
    name: field.filled,
    unit: field.line.exactOptional(),
    unitCode: field.name.exactOptional(),
    price: field.decimal.exactOptional(),
    prices: z.array(priceSchema()).exactOptional(),
    cost: field.decimal.exactOptional(),
    currency: field.currencyField.exactOptional(),
    tax: field.name.exactOptional(),
    category: field.line.exactOptional(),
    codes: z.record(field.name, field.line).exactOptional(),
    custom: field.custom,
  }),
)

export const catalogSchema = once(() =>
  z
    .strictObject({
      items: z.record(field.name, itemSchema()).exactOptional(),
      custom: field.custom,
    })
    .meta({ title: 'catalog.yaml' }),
)

export const catalogCodec: YamlCodec<z.output<ReturnType<typeof catalogSchema>>, Item[], undefined> = {
  kind: 'catalog',
  get schema() {
    return catalogSchema()
  },
  limit: 4 * 1024 * 1024,
  value: (shape) =>
    Object.entries(shape.items ?? {}).map(([id, { codes, custom: _own, ...item }]) => ({
      ...item,
      id,
      codes: codes ?? {},
    })),
}

export function writeCatalog(items: readonly Item[]): string {
  const body = writeMap({ items: Object.fromEntries(items.map((item) => [item.id, itemTree(item)])) })
  return modeline('catalog', 0) + body
}

/** One item without its id, which is its key. */
export function itemTree(item: Item): OutMap {
  const { name, unit, unitCode, price, prices, cost, currency, tax, category, codes } = item
  return {
    name,
    unit,
    unitCode,
    price: price === undefined ? undefined : plain(price),
    prices: prices?.map(priceTree),
    cost: cost === undefined ? undefined : plain(cost),
    currency,
    tax,
    category,
    codes: { ...codes },
  }
}
