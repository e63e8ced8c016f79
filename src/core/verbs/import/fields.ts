// What each kind of import understands, and the headings by which it recognises a column without a mapping.
import type { ImportKind } from '../../book/mapping.ts'
import { bank } from './fields/bank/bank.ts'
import { bills } from './fields/bills.ts'
import { customers } from './fields/customers.ts'
import type { Field } from './fields/field.ts'
import { payments } from './fields/payments.ts'
import { sales } from './fields/sales.ts'

export const importFields: Readonly<Record<ImportKind, readonly Field[]>> = { customers, sales, payments, bills, bank }

/** Each group needs at least one of its fields, or the file cannot be what the user says it is. */
export const neededFields: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  customers: [['name', 'id']],
  sales: [['customer', 'customerName'], ['date'], ['amount', 'price']],
  payments: [['customer', 'customerName', 'document'], ['date'], ['amount']],
  bills: [['document'], ['customer', 'customerName'], ['date'], ['amount']],
  bank: [
    ['date', 'value'],
    ['amount', 'in', 'out'],
  ],
}
