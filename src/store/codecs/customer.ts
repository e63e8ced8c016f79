// customers/<id>.yaml: one customer.
import * as z from 'zod'
import type { Currency } from '../../core/base/currency.ts'
import { formatAmount } from '../../core/base/money.ts'
import { once } from '../../core/base/once.ts'
import { allocationPolicies } from '../../core/book/allocation.ts'
import type { Customer } from '../../core/book/customer.ts'
import { customerBytes } from '../../core/book/file-limits.ts'
import * as field from '../fields.ts'
import { amountAt, type YamlCodec } from '../yaml/codec.ts'
import { type OutMap, outOf, plain, writeMap } from '../yaml/write.ts'
import { billingSchema, billingTree } from './billing.ts'
import { contractSchema, contractTree } from './contract.ts'
import { modeline } from './modeline.ts'
import { customerPriceSchema, priceTree } from './price.ts'

const contact = once(() =>
  z.strictObject({
    name: field.filled,
    title: field.text.exactOptional(),
    email: field.line.exactOptional(),
    phone: field.line.exactOptional(),
    birthday: field.line.exactOptional(),
    notes: field.text.exactOptional(),
  }),
)

const payer = once(() => z.strictObject({ name: field.line.exactOptional(), account: field.line.exactOptional() }))

/** In the order in which the keys are written. */
export const customerSchema = once(() =>
  z
    .strictObject({
      id: field.customerIdField,
      name: field.filled,
      kind: z.enum(['company', 'person']).exactOptional(),
      aliases: z.array(field.line).exactOptional(),
      taxId: field.line.exactOptional(),
      industry: field.line.exactOptional(),
      region: field.line.exactOptional(),
      size: field.line.exactOptional(),
      owner: field.line.exactOptional(),
      stage: field.line.exactOptional(),
      since: field.dayField.exactOptional(),
      email: field.line.exactOptional(),
      phone: field.line.exactOptional(),
      address: field.text.exactOptional(),
      language: z.enum(['en', 'zh']).exactOptional(),
      tags: z.array(field.line).exactOptional(),
      needs: field.text.exactOptional(),
      contacts: z.array(contact()).exactOptional(),
      currency: field.currencyField.exactOptional(),
      terms: field.line.exactOptional(),
      billing: billingSchema().exactOptional(),
      branch: field.name.exactOptional(),
      tax: field.name.exactOptional(),
      allocation: z.enum(allocationPolicies).exactOptional(),
      creditLimit: field.amount.exactOptional(),
      payers: z.array(payer()).exactOptional(),
      contracts: z.array(contractSchema()).exactOptional(),
      prices: z.array(customerPriceSchema()).exactOptional(),
      notes: field.text.exactOptional(),
      mergedInto: field.customerIdField.exactOptional(),
      custom: z.record(z.string(), z.unknown()).exactOptional(),
    })
    .meta({ title: 'customers/<id>.yaml' }),
)

type Shape = z.output<ReturnType<typeof customerSchema>>

export interface CustomerContext {
  readonly currency: Currency
  /** The file's name without `.yaml`. */
  readonly id: string
}

export const customerCodec: YamlCodec<Shape, Customer, CustomerContext> = {
  kind: 'customer',
  get schema() {
    return customerSchema()
  },
  limit: customerBytes,
  value(shape, context, complain) {
    if (shape.id !== context.id) complain(['id'], 'id-differs-from-file', { id: shape.id, name: context.id })
    const { creditLimit, ...rest } = shape
    const limit =
      creditLimit === undefined
        ? {}
        : { creditLimit: amountAt(complain, ['creditLimit'], creditLimit, shape.currency ?? context.currency) }
    return {
      ...rest,
      ...limit,
      kind: shape.kind ?? 'company',
      aliases: shape.aliases ?? [],
      tags: shape.tags ?? [],
      contacts: shape.contacts ?? [],
      payers: shape.payers ?? [],
      custom: shape.custom ?? {},
    }
  },
}

/** The text of a new customer's file. */
export function writeCustomer(customer: Customer, bookCurrency: Currency): string {
  return modeline('customer', 1) + writeMap(customerTree(customer, bookCurrency))
}

/** Keys in canonical order, amounts as decimal text. */
export function customerTree(customer: Customer, bookCurrency: Currency): OutMap {
  const { since, creditLimit, custom, contacts, payers, billing, contracts, prices, kind, id, name, ...rest } = customer
  const tree: OutMap = {
    ...rest,
    id,
    name,
    kind,
    ...(since === undefined ? {} : { since: plain(since) }),
    ...(creditLimit === undefined
      ? {}
      : { creditLimit: plain(formatAmount(creditLimit, customer.currency ?? bookCurrency)) }),
    contacts: contacts.map((c) => ({ ...c })),
    payers: payers.map((p) => ({ ...p })),
    billing: billingTree(billing),
    contracts: contracts?.map(contractTree),
    prices: prices?.map((p) => ({ item: p.item, ...priceTree(p) })),
    custom: outOf(custom),
  }
  return Object.fromEntries(Object.keys(customerSchema().shape).map((key) => [key, tree[key]]))
}
