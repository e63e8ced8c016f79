// Which column is which field, how days and numbers are written, and which mapping a file is read with.
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import type { ImportMapping } from '../../../src/core/book/mapping.ts'
import { dayOrder, dayPattern, parseForeignDay } from '../../../src/core/verbs/import/days.ts'
import { decimalMark, parseForeignAmount, parseForeignNumber } from '../../../src/core/verbs/import/numbers.ts'
import { book, customer } from '../../support/book.ts'
import { applied, importing, reasons, rowsOf } from '../../support/import.ts'

const yun = customer('yun')

test.each([
  ['2026-10-03', '2026-10-03'],
  ['2026/1/3', '2026-01-03'],
  ['20261003', '2026-10-03'],
  ['2026103', null],
  ['2010-12-01 08:26:00', '2010-12-01'],
  ['2026-10-03T23:59:59Z', '2026-10-03'],
  ['2026年1月3日', '2026-01-03'],
  ['03.10.2026', '2026-10-03'],
  ['3.10.26', '2026-10-03'],
  ['03-Oct-2026', '2026-10-03'],
  ['2026-02-29', null],
  ['tomorrow', null],
  ['3/4/2026', null],
])('the day "%s" needs no order of day and month', (text, expected) => {
  expect(parseForeignDay(text, null)).toBe(expected)
})

test('which of d/M and M/d a file means is told by the whole file or not at all', () => {
  expect(dayOrder(['3/4/2026', '13/4/2026'])).toEqual({ order: 'dM' })
  expect(dayOrder(['3/4/2026', '4/13/2026'])).toEqual({ order: 'Md' })
  expect(dayOrder(['2026-01-01', ''])).toEqual({ order: null })
  expect(dayOrder(['3/4/2026'])).toMatchObject({ fault: 'ambiguous' })
  expect(dayOrder(['31/4/2026', '4/31/2026'])).toMatchObject({ fault: 'contradictory' })
})

test('an ambiguous file is refused until the mapping says which', () => {
  const file = 'customer,date,amount\nyun,3/4/2026,1\n'
  expect(importing(book({ customers: [yun] }), 'sales', file).problems).toMatchObject([
    { code: 'days-ambiguous', params: { example: '3/4/2026' } },
  ])
  const said = importing(book({ customers: [yun] }), 'sales', file, {
    map: { name: 'm', mapping: { columns: {}, constants: {}, date: 'd/M/yyyy' } },
  })
  expect(rowsOf(said.changes)).toMatchObject([{ date: '2026-04-03' }])
})

test.each([
  ['M/d/yyyy', '11/26/2012', '2012-11-26'],
  ['M/d/yyyy', '12/1/2010 08:26', '2010-12-01'],
  ['M/d/yyyy', '26/11/2012', null],
  ['dd.MM.yyyy HH:mm', '03.10.2026 07:15', '2026-10-03'],
  ['d MMM yyyy', '3 October 2026', '2026-10-03'],
  ['yyMMdd', '261003', '2026-10-03'],
])('the format %s reads "%s" as %s', (pattern, text, expected) => {
  expect(dayPattern(pattern)?.(text)).toBe(expected)
})

test('a format without year, month and day is none', () => {
  expect([dayPattern('M/d'), dayPattern('quarter'), dayPattern('yyyy-MM-dd dd')]).toEqual([null, null, null])
})

test.each([
  ['1,234.50', '.', '1234.5'],
  ['1.234,50', ',', '1234.5'],
  ['1 234,50', ',', '1234.5'],
  ["1'234.50", '.', '1234.5'],
  ['¥1,234.50', '.', '1234.5'],
  ['-¥5', '.', '-5'],
  ['(12.00)', '.', '-12'],
  ['12.00-', '.', '-12'],
  ['−3', '.', '-3'],
  ['１２.５', '.', '12.5'],
  ['1,23.50', '.', null],
  ['12,34', '.', null],
  ['1e3', '.', null],
  ['twelve', '.', null],
  ['--1', '.', null],
] as const)('the number "%s" with the mark %s is %s', (text, mark, expected) => {
  expect(parseForeignNumber(text, mark)?.toFixed() ?? null).toBe(expected)
})

test('the decimal mark is told by the whole file', () => {
  const money = (...texts: string[]) => texts.map((text) => ({ text, decimals: 2 }))
  expect(decimalMark(money('1.234,50', '3'))).toEqual({ mark: ',' })
  expect(decimalMark(money('3,5'))).toEqual({ mark: ',' })
  expect(decimalMark(money('1.200', '2.500'))).toEqual({ mark: ',' })
  expect(decimalMark(money('1,200', '2,500'))).toEqual({ mark: '.' })
  expect(decimalMark(money('0.125'))).toEqual({ mark: '.' })
  expect(decimalMark([{ text: '1.200', decimals: null }])).toEqual({ mark: '.' })
  expect(decimalMark(money('3.5', '3,5'))).toMatchObject({ fault: 'contradictory' })
})

test('zeros beyond the decimals of the currency are no fault, other digits are', () => {
  expect(parseForeignAmount('1.2300', currency('CNY'), '.')).toBe(123)
  expect(parseForeignAmount('1.234', currency('CNY'), '.')).toBe('too-many-decimals')
  expect(parseForeignAmount('99999999999999999', currency('CNY'), '.')).toBe('too-large')
})

const mapping: ImportMapping = {
  columns: { customer: 'Who', date: 'When', amount: 'How much' },
  constants: { currency: 'EUR' },
  decimal: ',',
}
const foreign = 'When,Who,How much,Country\n2026-10-03,yun,"1,5",x\n'

test('a mapping names columns and constants, is saved, and is found again by its headings', () => {
  const start = book({ customers: [yun] })
  const first = importing(start, 'sales', foreign, { map: { name: 'till', mapping } })
  expect(rowsOf(first.changes)).toMatchObject([{ amount: 150, currency: 'EUR' }])
  expect(first.changes.at(-1)).toMatchObject({ change: 'saveMapping', name: 'till', mapping: { as: 'sales' } })
  const after = applied(start, first.changes)
  const again = importing(after, 'sales', foreign)
  expect(again.changes).toEqual([])
  expect(again.problems).toMatchObject([
    { code: 'mapping-used' },
    { code: 'rows-imported', params: { added: 0, known: 1, rejected: 0 } },
  ])
})

test('what a mapping wants and the file lacks, or the kind does not have, is said', () => {
  const wrong: ImportMapping = { columns: { customer: 'Whom', colour: 'When' }, constants: {} }
  const plan = importing(book({ customers: [yun] }), 'sales', foreign, { map: { name: 'till', mapping: wrong } })
  expect(plan.problems.map((p) => p.code)).toEqual([
    'unknown-field',
    'missing-heading',
    'missing-column',
    'missing-column',
  ])
  expect(plan.changes).toEqual([])
})

test('two saved mappings that both fit are named instead of one being taken', () => {
  const start = book({
    customers: [yun],
    mappings: new Map([
      ['a', { ...mapping, as: 'sales' }],
      ['b', { ...mapping, as: 'sales' }],
    ]),
  })
  expect(importing(start, 'sales', foreign).problems).toMatchObject([
    { code: 'several-mappings', params: { names: ['a', 'b'] } },
  ])
})

test('a file without a needed column is refused and shows the headings it has', () => {
  const plan = importing(book(), 'sales', 'a,b\n1,2\n')
  expect(plan.problems.map((p) => p.code)).toEqual(['missing-column', 'missing-column', 'missing-column'])
})

test('two columns of one heading are refused where the heading matters', () => {
  const plan = importing(book({ customers: [yun] }), 'sales', 'customer,date,amount,Amount\nyun,2026-10-03,1,2\n')
  expect(plan.problems).toMatchObject([{ code: 'heading-twice' }])
})

test('a day or amount of the wrong form rejects its row only', () => {
  const plan = importing(
    book({ customers: [yun] }),
    'sales',
    'customer,date,amount\nyun,2026-10-03,abc\nyun,soon,1\nyun,,1\nyun,2026-10-03,1\n',
  )
  expect(rowsOf(plan.changes)).toHaveLength(1)
  expect(reasons(plan)).toEqual([
    [2, 'notAnAmount', 'abc'],
    [3, 'notADay', 'soon'],
    [4, 'missingValue', ''],
  ])
})

test('a heading line of nothing but separators is refused in one pass over it', () => {
  const file = `${','.repeat(100_000)}\n${','.repeat(100_000)}\n`
  expect(importing(book(), 'sales', file).problems[0]?.code).toBe('missing-column')
})
