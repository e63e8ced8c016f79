// A bill and letters that the tests of several renderers share.
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Letter } from '../../src/core/book/letter.ts'

export const sampleBill: Bill = {
  number: 'INV-2026-0001',
  kind: 'bill',
  date: day('2026-10-31'),
  customer: 'yunfan',
  language: 'en',
  seller: { name: 'Harbour Trading', address: '1 Quay Street', taxId: 'T-1', email: 'accounts@harbour.example' },
  buyer: { name: 'Cloudsail Fictions', address: '2 Sample Road' },
  currency: currency('CNY'),
  mode: 'net',
  rounding: 'group',
  terms: 'net 30',
  instalments: [{ due: day('2026-11-30'), amount: 1_695_100 }],
  lines: [
    {
      item: 'cable',
      description: 'Cable, two metres',
      date: day('2026-10-03'),
      quantity: '1200',
      unit: 'pcs',
      price: '12.5',
      amount: 1_500_000,
      tax: '13',
      category: 'S',
      sales: [],
    },
    { description: 'Postage', quantity: '1', price: '1', amount: 100, tax: '0', category: 'Z', sales: [] },
  ],
  taxes: [
    { tax: '13', category: 'S', net: 1_500_000, amount: 195_000 },
    { tax: '0', category: 'Z', net: 100, amount: 0 },
  ],
  net: 1_500_100,
  tax: 195_000,
  total: 1_695_100,
}

export const sampleLetter: Letter = {
  step: 'friendly',
  level: 1,
  channel: 'email',
  date: day('2026-11-22'),
  sender: sampleBill.seller,
  receiver: sampleBill.buyer,
  contact: 'Ms Li',
  currency: currency('CNY'),
  items: [
    { document: 'INV-2026-0001', date: day('2026-08-31'), due: day('2026-09-30'), open: 1_230_000, daysLate: 53 },
    { document: 'INV-2026-0007', date: day('2026-09-30'), due: day('2026-10-30'), open: 50_000, daysLate: 23 },
  ],
  onAccount: 20_000,
  total: 1_260_000,
}
