// Structured references of banks: valid ones lead to the document whose digits they hold, others to nothing.
import { expect, test } from 'vitest'
import { nationalReferences } from '../../../src/core/verbs/reconcile/national-reference.ts'
import { book, customer } from '../../support/book.ts'
import { bill, line, planned, sound } from '../../support/matching.ts'

test.each([
  // Swiss Implementation Guidelines QR-bill, example of a QR reference.
  ['QRR in groups', { text: '21 00000 00003 13947 14300 09017' }, '210000000003139471430009017'],
  ['QRR without blanks', { structured: '210000000003139471430009017' }, '210000000003139471430009017'],
  // Febelfin's published example 090/9337/55493.
  ['Belgian', { text: '+++090/9337/55493+++' }, '90933755493'],
  // Finance Finland's published example of a reference number, 1234 and its check digit 4.
  ['Finnish', { structured: '12344' }, '1234'],
  // 7·2→5 6 5·2→1 4 3·2→6 2 1·2→2 sum to 26, so the check digit is 4.
  ['Norwegian, modulo 10', { structured: '12345674' }, '1234567'],
])('%s', (_, fields, found) => {
  expect(nationalReferences(line(100, fields))).toContain(found)
})

test.each([
  ['a wrong check digit of a QRR', { text: '21 00000 00003 13947 14300 09018' }],
  ['a wrong remainder of a Belgian one', { text: '+++090/9337/55494+++' }],
  ['a few digits in a text, which may be anything', { text: '12344' }],
])('%s is none', (_, fields) => {
  expect(nationalReferences(line(100, fields))).toEqual([])
})

const customers = [customer('acorn', { name: 'Acorn Mill Ltd' }), customer('birch', { name: 'Birch Works' })]

// 20260012 divided by 97 leaves 10; its check digit modulo 10 is 8.
test.each([
  ['a Belgian reference that holds the digits of the number', { text: '***002/0260/01210***' }],
  ['a Norwegian reference that holds the digits of the number', { structured: '202600128' }],
])('%s settles the bill, and only that one', (_, fields) => {
  const rows = [bill('INV-2026-0012', 'acorn', 5000), bill('INV-2026-0112', 'acorn', 5000)]
  const got = planned(book({ customers, rows, bank: [line(5000, fields)] }))
  expect(got.rows).toEqual([
    ['payment', 'acorn', '', 5000],
    ['apply', 'acorn', 'INV-2026-0012', 5000],
  ])
  expect(got).toMatchObject(sound)
})

test('a bill that carries a QRR in its memo is settled by it, however it is grouped', () => {
  const rows = [bill('INV-7', 'acorn', 5000, { memo: '210000000003139471430009017' }), bill('INV-8', 'birch', 5000)]
  const got = planned(book({ customers, rows, bank: [line(5000, { text: '21 00000 00003 13947 14300 09017' })] }))
  expect(got.rows.at(-1)).toEqual(['apply', 'acorn', 'INV-7', 5000])
})

test('digits that two documents share stand for neither', () => {
  const rows = [bill('A-20260012', 'acorn', 5000), bill('B-20260012', 'birch', 7000)]
  const got = planned(book({ customers, rows, bank: [line(9000, { text: '+++002/0260/01210+++' })] }))
  expect(got.rows).toEqual([])
})
