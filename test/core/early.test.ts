// The early-payment discount: when it is taken, and how much it is.
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import { earlyDiscount, taxInDiscount } from '../../src/core/ledger/early.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { journal, row } from '../support/book.ts'

const bill = (number: string, terms: string, total: number): Bill => ({
  number,
  kind: 'bill',
  date: day('2026-11-01'),
  customer: 'bay',
  language: 'en',
  seller: { name: 'Harbour Trading' },
  buyer: { name: 'bay' },
  currency: currency('CNY'),
  mode: 'net',
  rounding: 'group',
  terms,
  instalments: [{ due: day('2026-12-01'), amount: total }],
  lines: [],
  taxes: [],
  net: total,
  tax: 0,
  total,
})
const rows = (...bills: readonly Bill[]) =>
  bills.map((b) => row(b.date, 'bill', 'bay', b.total, { document: b.number, due: day('2026-12-01') }))

function taken(bills: readonly Bill[], amount: number, date: string, more = rows()) {
  const { documents } = openLedger(journal([...rows(...bills), ...more]), day('2026-12-31'))
  const found = earlyDiscount(documents, new Map(bills.map((b) => [b.number, b])), { amount, date: day(date) })
  return found === null ? null : [found.document.number, found.discount, found.until]
}

test('money that leaves just the discount takes it, up to its last day', () => {
  const bills = [bill('A', '2/10 net 30', 136_730)]
  expect(taken(bills, 133_995, '2026-11-11')).toEqual(['A', 2735, '2026-11-11'])
  expect(taken(bills, 133_995, '2026-11-12')).toBeNull()
  expect(taken(bills, 133_996, '2026-11-11')).toBeNull()
})

test('terms without a discount give none', () => {
  expect(taken([bill('A', 'net 30', 10_000)], 9800, '2026-11-05')).toBeNull()
})

test('a document that the money settles exactly goes before, and of two that fit none is picked', () => {
  const discounted = bill('A', '2/10 net 30', 10_000)
  expect(taken([discounted, bill('B', 'net 30', 9800)], 9800, '2026-11-05')).toBeNull()
  expect(taken([discounted, bill('B', '2/10 net 30', 10_000)], 9800, '2026-11-05')).toBeNull()
})

test('a bill that is partly paid has no discount left', () => {
  const a = bill('A', '2/10 net 30', 10_000)
  const payment = row('2026-11-02', 'payment', 'bay', 100)
  const apply = row('2026-11-02', 'apply', 'bay', 100, { document: 'A', of: payment.id })
  expect(taken([a], 9700, '2026-11-05', [payment, apply])).toBeNull()
})

test('where the discount lowers the tax, its tax is the share of the bill: 1,000 + 200 less 10 % is 900 + 180', () => {
  // The example of British accountants for Revenue and Customs Brief 49 (2014): claytonandbrewill.com/vat-on-prompt-payment-discounts
  const british = { ...bill('A', '10/14 net 30', 120_000), net: 100_000, tax: 20_000, discountLowersTax: true }
  expect(taxInDiscount(british, 12_000)).toBe(2000)
  expect(taxInDiscount({ ...british, discountLowersTax: false }, 12_000)).toBeNull()
})
