// What each kind of import understands, and the headings by which it recognises a column without a mapping.
import type { ImportKind } from '../../book/mapping.ts'
import { bank } from './fields/bank/bank.ts'
import { bills } from './fields/bills.ts'
import { customers } from './fields/customers.ts'
import type { Field } from './fields/field.ts'
import { payments } from './fields/payments.ts'
import { remittance } from './fields/remittance.ts'
import { sales } from './fields/sales.ts'

const rates: readonly Field[] = [
  {
    name: 'date',
    type: 'day',
    headings: ['date', 'day', 'time period', 'effective date', 'valid from', '日期', '发布日期', '生效日期', 'datum'],
  },
  {
    name: 'from',
    type: 'code',
    headings: [
      'from',
      'base',
      'base currency',
      'from currency',
      'foreign currency',
      'currency',
      'currency code',
      'ccy',
      'code',
      '原币',
      '外币',
      '币种',
      '货币',
      '货币代码',
    ],
  },
  {
    name: 'to',
    type: 'code',
    headings: [
      'to',
      'quote',
      'quote currency',
      'to currency',
      'target currency',
      'counter currency',
      '本位币',
      '目标币种',
    ],
  },
  { name: 'units', type: 'number', headings: ['units', 'unit', 'amount', 'quantity', 'multiplier', '单位', '数量'] },
  {
    name: 'rate',
    type: 'number',
    headings: [
      'rate',
      'exchange rate',
      'fx rate',
      'reference rate',
      'mid rate',
      'obs value',
      'value',
      '汇率',
      '中间价',
      '折算价',
    ],
  },
]

export const importFields: Readonly<Record<ImportKind, readonly Field[]>> = {
  customers,
  sales,
  payments,
  bills,
  bank,
  rates,
  remittance,
}

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
  rates: [['date'], ['from'], ['rate']],
  remittance: [['reference', 'payer'], ['document'], ['amount']],
}
