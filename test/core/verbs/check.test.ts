// Each law broken in the smallest way is found by its check, and by no other; a sound book is silent.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import type { Bill } from '../../../src/core/book/bill.ts'
import { runChecks } from '../../../src/core/verbs/check/plan.ts'
import { checks } from '../../../src/core/verbs/check/registry.ts'
import { type BookParts, bankLine, book, context, customer, row } from '../../support/book.ts'

const ada = customer('ada')
const sale = row('2026-01-05', 'sale', 'ada', 10000, { item: 'HUB', quantity: '1', price: '100.00' })

const bill = (number: string, more: Partial<Bill> = {}): Bill => ({
  number,
  kind: 'bill',
  date: day('2026-01-10'),
  customer: 'ada',
  language: 'en',
  seller: { name: 'Harbour Trading' },
  buyer: { name: 'ada' },
  currency: currency('CNY'),
  mode: 'net',
  rounding: 'group',
  terms: 'net 30',
  instalments: [{ due: day('2026-02-09'), amount: 11300 }],
  lines: [
    {
      description: 'Hub',
      quantity: '1',
      price: '100.00',
      amount: 10000,
      tax: '13',
      category: 'S',
      sales: [sale.id],
    },
  ],
  taxes: [{ tax: '13', category: 'S', net: 10000, amount: 1300 }],
  net: 10000,
  tax: 1300,
  total: 11300,
  ...more,
})
const billRow = (number: string, amount = 11300) =>
  row('2026-01-10', 'bill', 'ada', amount, { document: number, due: day('2026-02-09') })
const one = 'INV-2026-0001'
const two = 'INV-2026-0002'
const paid = row('2026-01-20', 'payment', 'ada', 11300)
const applied = row('2026-01-20', 'apply', 'ada', 11300, { of: paid.id, document: one })
const sound = [sale, billRow(one), paid, applied]
const unsold = { lines: bill(one).lines.map((l) => ({ ...l, sales: [] })) }

const findings = (parts: BookParts) =>
  runChecks(book({ customers: [ada], ...parts }), { chosen: checks, found: [] }, context('2026-03-31'))

describe('a sound book', () => {
  it('is silent, with exit 0', () => {
    expect(findings({ rows: sound, bills: [bill(one)] })).toEqual({ output: { tables: [] }, problems: [] })
  })

  it('may hold imported bills without files, outside the series', () => {
    const imported = row('2026-01-10', 'bill', 'ada', 500, { document: 'INV-2026-0009', source: 'import:old' })
    expect(findings({ rows: [...sound, imported], bills: [bill(one)] }).problems).toEqual([])
  })
})

const cases: readonly [fault: string, parts: BookParts, codes: string[]][] = [
  ['a row of an unknown customer', { rows: [row('2026-01-01', 'payment', 'bob', 1)] }, ['rows-of-nobody']],
  [
    'a row that acts upon nothing known',
    { rows: [row('2026-01-01', 'refund', 'ada', 100, { of: 'zzzzzzzzzzzz' })] },
    ['row-target-unknown'],
  ],
  [
    'a payment used twice',
    {
      rows: [...sound, billRow(two), row('2026-01-21', 'apply', 'ada', 1, { of: paid.id, document: two })],
      bills: [bill(one), bill(two, unsold)],
    },
    ['over-used'],
  ],
  [
    'a total that is not the sum of its lines',
    {
      rows: [sale, billRow(one, 11301)],
      bills: [bill(one, { total: 11301, instalments: [{ due: day('2026-02-09'), amount: 11301 }] })],
    },
    ['lines-differ'],
  ],
  ['rows that are not the total', { rows: [sale, billRow(one, 11200)], bills: [bill(one)] }, ['rows-differ']],
  ['a file without rows', { rows: [sale], bills: [bill(one)] }, ['document-without-rows']],
  ['rows without a file', { rows: [billRow(one)] }, ['document-without-file']],
  [
    'a file of another customer than its row',
    { customers: [ada, customer('bob')], rows: [sale, billRow(one)], bills: [bill(one, { customer: 'bob' })] },
    ['row-and-file-differ'],
  ],
  [
    'one number for two customers',
    {
      customers: [ada, customer('bob')],
      rows: [
        row('2026-01-10', 'bill', 'ada', 1, { document: 'X', source: 'import:a' }),
        row('2026-01-10', 'bill', 'bob', 1, { document: 'X', source: 'import:b' }),
      ],
    },
    ['number-twice'],
  ],
  [
    'a credit note under the number of a bill',
    {
      rows: [
        row('2026-01-10', 'bill', 'ada', 5, { document: 'X', source: 'import:a' }),
        row('2026-01-11', 'credit', 'ada', 1, { document: 'X', source: 'import:a' }),
      ],
    },
    ['number-twice'],
  ],
  ['a gap in a series', { rows: [billRow(two)], bills: [bill(two, unsold)] }, ['number-missing']],
  [
    'a sale on two live bills',
    { rows: [sale, billRow(one), billRow(two)], bills: [bill(one), bill(two)] },
    ['sale-billed-twice'],
  ],
  ['a billed sale that is not there', { rows: [billRow(one)], bills: [bill(one)] }, ['billed-sale-missing']],
  [
    'a billed sale that was reversed',
    { rows: [...sound, row('2026-01-21', 'reverse', 'ada', 10000, { of: sale.id })], bills: [bill(one)] },
    ['billed-sale-reversed'],
  ],
  [
    'a move without its other half',
    { rows: [paid, row('2026-01-25', 'out', 'ada', 100, { of: paid.id })] },
    ['move-unpaired'],
  ],
]

const line = bankLine('aaaaaaaaaaaa', '2026-01-20', 500)
const booked = (amount: number, nth: number) =>
  row('2026-01-20', 'payment', 'ada', amount, { source: `bank:${line.id}`, nth })

const bankCases: readonly [fault: string, parts: BookParts, codes: string[]][] = [
  ['nothing where a line is booked once', { rows: [booked(500, 1)], bank: [line] }, []],
  [
    'nothing where it was booked, taken back and booked again',
    {
      rows: [booked(500, 1), row('2026-01-20', 'reverse', 'ada', 500, { of: booked(500, 1).id }), booked(500, 2)],
      bank: [line],
    },
    [],
  ],
  ['a line that is not there', { rows: [booked(500, 1)] }, ['line-missing']],
  ['a line booked twice', { rows: [booked(500, 1), booked(500, 2)], bank: [line] }, ['line-overbooked']],
  ['a line booked with more than it brought', { rows: [booked(501, 1)], bank: [line] }, ['line-overbooked']],
  [
    'a line ignored and booked',
    { rows: [booked(500, 1)], bank: [line], ignored: [{ account: 'icbc', line: line.id, reason: 'x' }] },
    ['line-ignored-and-booked'],
  ],
]

describe('finds in the bank', () => {
  it.each(bankCases)('%s', (_, parts, codes) => {
    expect(findings(parts).problems.map((p) => p.code)).toEqual(codes)
  })
})

describe('finds', () => {
  it.each(cases)('%s', (_, parts, codes) => {
    const report = findings(parts)
    expect(report.problems.map((p) => p.code).filter((c) => c !== 'balance-differs')).toEqual(codes)
    expect(report.exit).toBe(1)
  })
})
