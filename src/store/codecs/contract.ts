// Contracts as they stand in a customer's file.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import type { FieldValue } from '../../core/book/change.ts'
import { type Contract, type ContractLine, lineKinds, prorations } from '../../core/book/contract.ts'
import { type Tier, tierModes } from '../../core/book/tiers.ts'
import * as field from '../fields.ts'
import type { YamlCodec } from '../yaml/codec.ts'
import { type Out, type OutMap, plain } from '../yaml/write.ts'

const tier = once(() =>
  z.strictObject({
    upTo: field.decimal.exactOptional(),
    price: field.decimal,
    fee: field.decimal.exactOptional(),
  }),
)

const step = once(() =>
  z.strictObject({
    from: field.dayField,
    price: field.decimal.exactOptional(),
    quantity: field.decimal.exactOptional(),
    tiers: z.array(tier()).exactOptional(),
    tierMode: z.enum(tierModes).exactOptional(),
    included: field.decimal.exactOptional(),
    package: field.decimal.exactOptional(),
  }),
)

const bound = once(() =>
  z.strictObject({
    from: field.dayField,
    minimum: field.decimal.exactOptional(),
    maximum: field.decimal.exactOptional(),
  }),
)

const discount = once(() =>
  z.strictObject({
    percent: field.percent,
    from: field.dayField.exactOptional(),
    until: field.dayField.exactOptional(),
  }),
)

const indexation = once(() =>
  z.strictObject({
    from: field.dayField,
    percent: field.decimal,
    every: field.span.exactOptional(),
    until: field.dayField.exactOptional(),
  }),
)

const line = once(() =>
  z.strictObject({
    id: field.customerIdField,
    item: field.name,
    kind: z.enum(lineKinds),
    quantity: field.decimal.exactOptional(),
    price: field.decimal.exactOptional(),
    steps: z.array(step()).exactOptional(),
    from: field.dayField.exactOptional(),
    until: field.dayField.exactOptional(),
    tiers: z.array(tier()).exactOptional(),
    tierMode: z.enum(tierModes).exactOptional(),
    included: field.decimal.exactOptional(),
    package: field.decimal.exactOptional(),
  }),
)

/** What costs nothing says so; a forgotten price is a fault of the file. */
const pricedLine = once(() =>
  line().superRefine(({ kind, price, tiers, steps }, context) => {
    const isPriced = (s: { readonly price?: string | undefined; readonly tiers?: unknown }) =>
      s.price !== undefined || (kind === 'usage' && s.tiers !== undefined)
    if (isPriced({ price, tiers }) || steps?.some(isPriced) === true) return
    context.addIssue({ code: 'custom', path: ['price'], message: 'decimal' })
  }),
)

export const contractSchema = once(() =>
  z.strictObject({
    id: field.customerIdField,
    name: field.line.exactOptional(),
    currency: field.currencyField.exactOptional(),
    project: field.line.exactOptional(),
    start: field.dayField,
    end: field.dayField.exactOptional(),
    every: field.span.exactOptional(),
    anchor: field.dayField.exactOptional(),
    timing: z.enum(['advance', 'arrears']).exactOptional(),
    proration: z.enum(prorations).exactOptional(),
    renewal: z.enum(['auto', 'manual', 'none']).exactOptional(),
    term: field.span.exactOptional(),
    notice: field.span.exactOptional(),
    trial: field.span.exactOptional(),
    discount: field.percent.exactOptional(),
    discounts: z.array(discount()).exactOptional(),
    indexation: z.array(indexation()).exactOptional(),
    minimum: field.decimal.exactOptional(),
    maximum: field.decimal.exactOptional(),
    bounds: z.array(bound()).exactOptional(),
    lines: z.array(pricedLine()).min(1),
  }),
)

/** Keys in the order of the schema; numbers, days and choices are written without quotes. */
export function contractTree(contract: Contract): OutMap {
  return inOrder(Object.keys(contractSchema().shape), contract, {
    discounts: contract.discounts?.map((d) => inOrder(Object.keys(discount().shape), d, {})),
    indexation: contract.indexation?.map((i) => inOrder(Object.keys(indexation().shape), i, {})),
    bounds: contract.bounds?.map((b) => inOrder(Object.keys(bound().shape), b, {})),
    lines: contract.lines.map(lineTree),
  })
}

function lineTree(of: ContractLine): OutMap {
  return inOrder(Object.keys(line().shape), of, {
    steps: of.steps?.map((s) => inOrder(Object.keys(step().shape), s, { tiers: tiersTree(s.tiers) })),
    tiers: tiersTree(of.tiers),
  })
}

function tiersTree(tiers: readonly Tier[] | undefined): Out {
  return tiers?.map((t) => inOrder(Object.keys(tier().shape), t, {}))
}

const texts = new Set(['id', 'name', 'item', 'project'])

function inOrder(keys: readonly string[], from: object, lists: OutMap): OutMap {
  const values = new Map<string, unknown>(Object.entries(from))
  const written = (key: string): Out => {
    const value = values.get(key)
    if (typeof value !== 'string') return lists[key]
    return texts.has(key) ? value : plain(value)
  }
  return Object.fromEntries(keys.map((key) => [key, written(key)]))
}

/** Keys of a contract, and of what lies below the named list of it, in canonical order. */
export function contractKeys(below: string | undefined, further: string | undefined): readonly string[] {
  if (below === undefined) return Object.keys(contractSchema().shape)
  if (below === 'discounts') return Object.keys(discount().shape)
  if (below === 'indexation') return Object.keys(indexation().shape)
  if (below === 'bounds') return Object.keys(bound().shape)
  return Object.keys(further === 'steps' ? step().shape : further === 'tiers' ? tier().shape : line().shape)
}

/** A value at a key of a contract, as the file writes it: only names are texts. */
export function contractValue(key: string, value: FieldValue): Out {
  if (Array.isArray(value)) return value.map((v) => contractValue(key, v))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, contractValue(k, v)]))
  if (value === null) return undefined
  return texts.has(key) ? String(value) : plain(value)
}

/** A contract in a file of its own, as somebody gives it to `crm contract add`; in a book it stands in the customer's file. */
export const contractCodec: YamlCodec<z.output<ReturnType<typeof contractSchema>>, Contract, undefined> = {
  kind: 'contract',
  get schema() {
    return contractSchema()
  },
  limit: 64 * 1024,
  value: (shape) => shape,
}
