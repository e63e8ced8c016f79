// The file of one customer.
import type { Currency } from '../core/base/currency.ts'
import type { Customer } from '../core/book/customer.ts'
import { customerCodec } from './codecs/customer.ts'
import { type Content, type Reading, readContent } from './disk.ts'
import { decodeSource } from './source.ts'
import { readYaml } from './yaml/codec.ts'

/** Null where there is no such file, and null with a problem where it is no customer. */
export function readCustomer(reading: Reading, id: string, currency: Currency): Customer | null {
  return readCustomerFile(reading, id, currency)?.customer ?? null
}

export function readCustomerFile(
  reading: Reading,
  id: string,
  currency: Currency,
): { readonly customer: Customer; readonly content: Content } | null {
  const path = `customers/${id}.yaml`
  const content = readContent(reading, path, customerCodec.limit)
  if (content === null) return null
  const source = decodeSource(path, content.bytes, customerCodec.limit, reading.problems)
  const customer = source === null ? null : readYaml(customerCodec, source, { id, currency }, reading.problems)
  return customer === null ? null : { customer, content }
}
