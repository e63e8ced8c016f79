// What an item costs a customer on a day.
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import type { Item } from '../../src/core/book/catalog.ts'
import type { Customer } from '../../src/core/book/customer.ts'
import { priceOf } from '../../src/core/book/price.ts'
import { customer, settings } from '../support/book.ts'

const item: Item = {
  id: 'cable',
  name: 'Cable',
  price: '25.00',
  prices: [
    { price: '24', atLeast: '10' },
    { price: '22', atLeast: '100' },
    { price: '27', from: day('2027-01-01') },
    { price: '23', from: day('2027-01-01'), atLeast: '100' },
    { price: '4', currency: currency('USD') },
  ],
  codes: {},
}

function price(quantity: string, date = '2026-11-22', more: Partial<Customer> = {}, c = 'CNY'): string | null {
  return priceOf(settings, { customer: customer('bay', more), item, currency: currency(c), date: day(date), quantity })
}

test('the highest quantity reached decides', () => {
  expect(['1', '9.99', '10', '99', '100', '-100'].map((q) => price(q))).toEqual([
    '25.00',
    '25.00',
    '24',
    '24',
    '22',
    '22',
  ])
})

test('from its day on a newer list counts alone', () => {
  expect(['1', '10', '100'].map((q) => price(q, '2027-01-01'))).toEqual(['27', '27', '23'])
})

test('a price holds in its currency only', () => {
  expect([price('500', '2026-11-22', {}, 'USD'), price('1', '2026-11-22', {}, 'EUR')]).toEqual(['4', null])
})

test('the customer’s own price goes before the catalogue, when it has begun and its quantity is reached', () => {
  const prices = [
    { item: 'cable', price: '20', from: day('2026-06-01') },
    { item: 'hub', price: '1' },
  ]
  expect(price('1', '2026-11-22', { prices })).toBe('20')
  expect(price('1', '2026-05-31', { prices })).toBe('25.00')
  expect(price('1', '2026-11-22', { prices: [{ item: 'cable', price: '21', atLeast: '50' }] })).toBe('25.00')
})
