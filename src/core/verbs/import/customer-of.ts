// Whose row it is.
import type { Currency } from '../../base/currency.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { Cells } from './reader.ts'
import { bareCustomer, type People, rejectUnfit } from './who.ts'

export interface Owner {
  /** The currency of the customer's bills, where the customer is there and says so. */
  readonly currency: Currency | undefined
  /** Null for a customer who is still to be made. */
  readonly known: CustomerId | null
  /** The id; makes the customer where that is wanted, so a row that is wrong in itself must not ask. */
  id(): CustomerId
}

/** How the source names the customer: its own code where it has one. Ids of rows are made of this, so merging customers changes none. */
export function customerText(cells: Cells): string {
  const code = cells.text('customer')
  return code === '' ? cells.text('customerName') : code
}

/** Throws a RowFault where nobody or more than one is meant, unless new customers are wanted. */
export function ownerOf(cells: Cells, folk: People, create: boolean): Owner {
  const code = cells.text('customer')
  const name = cells.text('customerName')
  const said = code === '' ? name : code
  const field = code === '' && cells.has('customerName') ? 'customerName' : 'customer'
  if (said === '') return cells.reject('missingCustomer', field, '')
  const found = folk.find(said)
  if (typeof found !== 'string') return { currency: found.currency, known: found.id, id: () => found.id }
  if (found === 'ambiguousCustomer' || !create) return cells.reject(found, field, said)
  return {
    currency: undefined,
    known: null,
    id() {
      const customer = bareCustomer(folk.newId(said, 'company'), code, name)
      rejectUnfit(customer, cells, field)
      folk.add(customer)
      return customer.id
    },
  }
}
