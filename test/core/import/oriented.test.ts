// A mapping may name its columns from either side.
import { expect, test } from 'vitest'
import { oriented } from '../../../src/core/verbs/import/mapping.ts'

const columns = { customer: 'CustomerID', date: 'InvoiceDate', quantity: 'Quantity' }

test('field: heading is the documented way and stays', () => {
  expect(oriented({ columns, constants: {} }, 'sales').columns).toEqual(columns)
})

test('heading: field is turned round', () => {
  const turned = { CustomerID: 'customer', InvoiceDate: 'date', Quantity: 'quantity' }
  expect(oriented({ columns: turned, constants: {} }, 'sales').columns).toEqual(columns)
})

test('where both sides are names of fields the documented way wins', () => {
  const both = { customer: 'name', date: 'due' }
  expect(oriented({ columns: both, constants: {} }, 'bills').columns).toEqual(both)
})
