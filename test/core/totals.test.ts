// Totals of documents: both price modes, both roundings, against published figures.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { parseAmount } from '../../src/core/base/money.ts'
import { lineNets, taxOf, totalsOf } from '../../src/core/book/totals.ts'
import { sharedData } from '../support/shared.ts'

const cny = currency('CNY')
const line = (amount: number, tax = '13', category = 'S') => ({ amount, tax, category })

describe('tax is rounded where the book declares', () => {
  const three = [line(333), line(333), line(333)]

  // field notes, standards §3: 3 × 3.33 gross at 13 % hold 3 × 0.38 = 1.14 by line, and 1.15 in the sum of 9.99.
  test('three gross lines of 3.33 hold 1.14 by line and 1.15 by group', () => {
    expect(totalsOf(three, { mode: 'gross', rounding: 'line' }, cny)).toMatchObject({ net: 885, tax: 114, total: 999 })
    expect(totalsOf(three, { mode: 'gross', rounding: 'group' }, cny)).toMatchObject({ net: 884, tax: 115, total: 999 })
  })

  test('net lines of 0.04 at 13 % carry 0.01 each and 0.02 together', () => {
    const lines = [line(4), line(4), line(4)]
    expect(totalsOf(lines, { mode: 'net', rounding: 'line' }, cny).tax).toBe(3)
    expect(totalsOf(lines, { mode: 'net', rounding: 'group' }, cny).tax).toBe(2)
  })
})

test('groups are by rate and category, highest rate first; 13 and 13.0 are one rate', () => {
  const lines = [line(100, '0', 'Z'), line(100, '13.0'), line(100, '0', 'E'), line(100, '6'), line(50, '13')]
  expect(totalsOf(lines, { mode: 'net', rounding: 'group' }, cny).taxes).toEqual([
    { tax: '13', category: 'S', net: 150, amount: 20 },
    { tax: '6', category: 'S', net: 100, amount: 6 },
    { tax: '0', category: 'E', net: 100, amount: 0 },
    { tax: '0', category: 'Z', net: 100, amount: 0 },
  ])
})

test('a return reduces its group', () => {
  expect(totalsOf([line(10_000), line(-2500)], { mode: 'net', rounding: 'group' }, cny)).toMatchObject({
    net: 7500,
    tax: 975,
    total: 8475,
  })
})

test('a yen has no decimals', () => {
  expect(totalsOf([line(105, '10')], { mode: 'net', rounding: 'group' }, currency('JPY'))).toMatchObject({
    tax: 11,
    total: 116,
  })
})

test('net amounts of gross lines sum to the net of the document; the odd cent comes off the line rounded up the furthest', () => {
  const lines = [line(333), line(333), line(333)]
  expect(lineNets(lines, { mode: 'gross', rounding: 'group' }, cny)).toEqual([294, 295, 295])
  expect(lineNets(lines, { mode: 'gross', rounding: 'line' }, cny)).toEqual([295, 295, 295])
})

const table = sharedData('standards/vat-inclusive-split.csv')
test.runIf(table !== null)('the published splits of tax-inclusive amounts hold to the cent', () => {
  const rows = readFileSync(table ?? '', 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    const [gross = '', rate = '', , tax = ''] = row.split(',')
    const amount = parseAmount(gross, cny)
    if (typeof amount === 'string') throw new Error(gross)
    expect([gross, taxOf(amount, exact(rate).times(100), 'gross', cny)]).toEqual([gross, parseAmount(tax, cny)])
  }
})
