// What entering a sale decides: price, amount, and the bill and payment at once.
import { describe, expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import type { Item } from '../../../src/core/book/catalog.ts'
import { planSale, type SellInput } from '../../../src/core/verbs/sell/plan.ts'
import { book, context, customer } from '../../support/book.ts'

const items = new Map<string, Item>([
  ['cable', { id: 'cable', name: 'Cable, 2 m', price: '10.005', codes: {} }],
  ['cable-long', { id: 'cable-long', name: 'Cable, 5 m', codes: {} }],
  ['course', { id: 'course', name: 'Course', price: '900', currency: currency('EUR'), codes: {} }],
])
const of = book({ items, customers: [customer('bay'), customer('ash', { currency: currency('EUR') })] })

function sell(more: Partial<SellInput>) {
  const input: SellInput = {
    customer: 'bay',
    item: 'cable',
    quantity: '1',
    memo: '',
    project: '',
    bill: false,
    paid: false,
    method: '',
    ...more,
  }
  const plan = planSale(of, input, context('2026-11-22'))
  const rows = plan.changes.flatMap((c) => (c.change === 'addRow' ? [c.row] : []))
  return { plan, rows, codes: plan.problems.map((p) => p.code) }
}

test('an amount is quantity × price, rounded once', () => {
  expect(sell({ quantity: '3' }).rows).toMatchObject([
    { kind: 'sale', customer: 'bay', item: 'cable', quantity: '3', price: '10.005', amount: 3002, date: '2026-11-22' },
  ])
  expect(sell({ quantity: '-3' }).rows[0]?.amount).toBe(-3002)
})

test('a price given goes before the catalogue, and an item outside the catalogue needs one', () => {
  expect(sell({ price: '9.99' }).rows[0]).toMatchObject({ price: '9.99', amount: 999 })
  expect(sell({ item: 'repair', price: '50' }).rows[0]).toMatchObject({ item: 'repair', amount: 5000 })
  expect(sell({ item: 'repair' }).codes).toEqual(['unknown-item'])
})

test('a customer is sold to in the customer’s currency, at a price in that currency', () => {
  expect(sell({ customer: 'ash', item: 'course' }).rows[0]).toMatchObject({ currency: 'EUR', amount: 90_000 })
  expect(sell({ item: 'course' }).codes).toEqual(['no-price'])
  expect(sell({ item: 'cable-long' }).codes).toEqual(['no-price'])
  expect(sell({ item: 'course', currency: currency('EUR') }).rows[0]).toMatchObject({ currency: 'EUR' })
})

test('an item may be named by its name or a prefix that only it has', () => {
  expect(sell({ item: 'cou', price: '1' }).rows[0]?.item).toBe('course')
  expect(sell({ item: 'cable, 5 M', price: '1' }).rows[0]?.item).toBe('cable-long')
  expect(sell({ item: 'cab' }).codes).toEqual(['ambiguous-item'])
})

describe('a sale may be billed and paid at once', () => {
  test('the bill holds only this sale', () => {
    const { plan, rows } = sell({ quantity: '2', bill: true })
    expect(rows.map((r) => [r.kind, r.document, r.amount])).toEqual([
      ['sale', '', 2001],
      ['bill', 'INV-2026-0001', 2261],
    ])
    expect(plan.changes[0]).toMatchObject({ change: 'issueBill', bill: { lines: [{ sales: [rows[0]?.id] }] } })
  })

  test('a payment of the whole bill is applied to it', () => {
    const { rows } = sell({ paid: true, method: 'cash' })
    const payment = rows.find((r) => r.kind === 'payment')
    expect(payment).toMatchObject({ amount: 1131, method: 'cash', document: '' })
    expect(rows.find((r) => r.kind === 'apply')).toMatchObject({
      amount: 1131,
      document: 'INV-2026-0001',
      of: payment?.id,
    })
  })

  test('a return cannot be billed alone', () => {
    expect(sell({ quantity: '-1', bill: true })).toMatchObject({ codes: ['bill-not-positive'], rows: [] })
  })
})
