// crm import --as sales: what a foreign row of goods becomes.
import { expect, test } from 'vitest'
import { book, customer } from '../../support/book.ts'
import { applied, importing, reasons, rowsOf } from '../../support/import.ts'

const yun = customer('yun', { name: '云帆科技', aliases: ['C-17'] })
const head = 'customer,date,item,quantity,price,amount,currency'

test('headings are recognised in English and Chinese, whatever their case, blanks and marks', () => {
  const english = importing(
    book({ customers: [yun] }),
    'sales',
    'CUSTOMER_ID,Order-Date,SKU,Qty,Unit Price\nyun,2026-10-03,usb,3,2.50\n',
  )
  const chinese = importing(
    book({ customers: [yun] }),
    'sales',
    '客户编号,销售日期,货号,数量,单价\nyun,2026年10月3日,usb,3,2.50\n',
  )
  for (const plan of [english, chinese]) {
    expect(rowsOf(plan.changes)).toMatchObject([
      { date: '2026-10-03', customer: 'yun', item: 'usb', quantity: '3', price: '2.5', amount: 750, currency: 'CNY' },
    ])
  }
})

test('a customer is found by id, alias or name, and a float of a spreadsheet is the whole number it was', () => {
  const there = customer('17850', { name: 'Harbour Lamps' })
  const plan = importing(
    book({ customers: [yun, there] }),
    'sales',
    `${head}\nC-17,2026-10-03,a,1,1,,\n云帆科技,2026-10-03,a,1,1,,\n17850.0,2026-10-03,a,1,1,,\nharbour  LAMPS,2026-10-03,a,1,1,,\n`,
  )
  expect(rowsOf(plan.changes).map((r) => r.customer)).toEqual(['yun', 'yun', '17850', '17850'])
})

test('unknown and missing customers are rejected with their reason, unless new ones are wanted', () => {
  const file = `${head}\n6627-ELFBK,2026-10-03,a,1,1,,\n,2026-10-03,a,1,1,,\n17850,2026-10-03,a,1,1,,\n`
  const plan = importing(book(), 'sales', file)
  expect(reasons(plan)).toEqual([
    [2, 'unknownCustomer', '6627-ELFBK'],
    [3, 'missingCustomer', ''],
    [4, 'unknownCustomer', '17850'],
  ])
  expect(plan.exit).toBe(1)
  const creating = importing(book(), 'sales', file, { create: true })
  expect(creating.changes.flatMap((c) => (c.change === 'addCustomer' ? [c.customer] : []))).toMatchObject([
    { id: '6627-elfbk', name: '6627-ELFBK' },
    { id: '17850', name: '17850' },
  ])
  expect(rowsOf(creating.changes).map((r) => r.customer)).toEqual(['6627-elfbk', '17850'])
})

test('a name beside the number is the name of the new customer, and the number stays as an alias', () => {
  const plan = importing(book(), 'sales', 'customer id,customer name,date,amount\nA/7,Lantern House,2026-10-03,5\n', {
    create: true,
  })
  expect(plan.changes[0]).toMatchObject({
    change: 'addCustomer',
    customer: { id: 'a-7', name: 'Lantern House', aliases: ['A/7'] },
  })
})

test('a row that is wrong in itself brings no customer into being', () => {
  const plan = importing(book(), 'sales', `${head}\nnew-one,2026-02-30,a,1,1,,\n`, { create: true })
  expect(plan.changes).toEqual([])
  expect(reasons(plan)).toEqual([[2, 'notADay', '2026-02-30']])
})

test('a negative quantity or amount is a return', () => {
  const plan = importing(
    book({ customers: [yun] }),
    'sales',
    `${head}\nyun,2026-10-03,a,-2,1.25,,\nyun,2026-10-03,b,,,-4,\nyun,2026-10-03,c,2,1.25,-2.50,\n`,
  )
  expect(rowsOf(plan.changes).map((r) => [r.quantity, r.price, r.amount])).toEqual([
    ['-2', '1.25', -250],
    ['-1', '4', -400],
    ['-2', '1.25', -250],
  ])
  expect(plan.output.tables.at(-1)?.rows).toContainEqual({
    state: 'returns',
    reason: null,
    count: 3,
    amount: -900,
    currency: 'CNY',
  })
})

test('quantity × price is rounded once, half away from zero; an amount beside them must agree', () => {
  const plan = importing(
    book({ customers: [yun] }),
    'sales',
    `${head}\nyun,2026-10-03,a,3,0.335,,\nyun,2026-10-03,a,3,0.335,1.01,\nyun,2026-10-03,a,3,0.335,1.00,\n`,
  )
  expect(rowsOf(plan.changes).map((r) => r.amount)).toEqual([101, 101])
  expect(reasons(plan)).toEqual([[4, 'amountDiffers', '1.00']])
})

test('an amount without a price gets a price that gives the amount again', () => {
  const plan = importing(book({ customers: [yun] }), 'sales', `${head}\nyun,2026-10-03,a,3,,10.00,\n`)
  expect(rowsOf(plan.changes)).toMatchObject([{ quantity: '3', price: '3.333', amount: 1000 }])
})

test('two equal rows are two sales, and importing again or a file that overlaps adds nothing', () => {
  const twice = `${head}\nyun,2026-10-03,a,1,1,,\nyun,2026-10-03,a,1,1,,\n`
  const start = book({ customers: [yun] })
  const first = importing(start, 'sales', twice)
  expect(new Set(rowsOf(first.changes).map((r) => r.id)).size).toBe(2)
  const after = applied(start, first.changes)
  expect(importing(after, 'sales', twice).changes).toEqual([])
  const longer = `${head}\nyun,2026-10-04,a,1,1,,\nyun,2026-10-03,a,1,1,,\nyun,2026-10-03,a,1,1,,\nyun,2026-10-03,a,1,1,,\n`
  expect(rowsOf(importing(after, 'sales', longer).changes).map((r) => r.date)).toEqual(['2026-10-04', '2026-10-03'])
})

test('the source’s own row id decides, and one id with two contents is refused', () => {
  const plan = importing(
    book({ customers: [yun] }),
    'sales',
    'transaction id,customer,date,amount\nT1,yun,2026-10-03,1\nT1,yun,2026-10-03,1\nT1,yun,2026-10-03,2\n',
  )
  expect(rowsOf(plan.changes)).toHaveLength(1)
  expect(reasons(plan)).toEqual([[4, 'referenceDiffers', 'T1']])
})

test('amounts keep to the decimals of their currency', () => {
  const plan = importing(
    book({ customers: [yun] }),
    'sales',
    'customer,date,amount,currency\nyun,2026-10-03,1.5,JPY\nyun,2026-10-03,1.500,KWD\nyun,2026-10-03,2.00,JPY\nyun,2026-10-03,2,XYZ\n',
  )
  expect(rowsOf(plan.changes).map((r) => [r.amount, r.currency])).toEqual([
    [1500, 'KWD'],
    [2, 'JPY'],
  ])
  expect(reasons(plan)).toEqual([
    [2, 'tooManyDecimals', '1.5'],
    [5, 'unknownCurrency', 'XYZ'],
  ])
})

test('a row with more or fewer fields than the heading is rejected with its line', () => {
  const plan = importing(
    book({ customers: [yun] }),
    'sales',
    'customer,date,amount\nyun,2026-10-03\nyun,2026-10-03,1,2\nyun,2026-10-03,1,\n',
  )
  expect(reasons(plan)).toEqual([
    [2, 'raggedRow', '2'],
    [3, 'raggedRow', '4'],
  ])
})
