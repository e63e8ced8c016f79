// Numbers with a slip, cut or joined, numbers that a text goes on to, names that may be one firm's, and which advice belongs to a line.
import { describe, expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { rowId } from '../../../src/core/base/id.ts'
import { manyMap } from '../../../src/core/base/many-map.ts'
import { likeness, nameShape } from '../../../src/core/book/likeness.ts'
import type { Remittance } from '../../../src/core/book/remittance.ts'
import { adviceOf } from '../../../src/core/verbs/reconcile/advice.ts'
import { furtherNumbers, isWithin } from '../../../src/core/verbs/reconcile/further.ts'
import { nearIndex, nearNumbers, nearness } from '../../../src/core/verbs/reconcile/near.ts'
import { sha256 } from '../../support/book.ts'
import { line } from '../../support/matching.ts'

describe('how a number of a text speaks of the number 4500123456', () => {
  const whole = (key: string) => key === '4500123457'
  test.each([
    ['4500123456', 'joined'],
    ['45001 23456', 'joined'],
    ['450123456', 'slip'],
    ['4500132456', 'slip'],
    ['45001234566', 'slip'],
    ['4500123', 'cut'],
    ['0123456', 'cut'],
    ['4500123457', 'ofOther'],
    ['4500', null],
    ['4511123456', null],
  ] as const)('%s: %s', (text, how) => {
    const said = nearNumbers([text], whole).map((n) => nearness(n, ['4500123456']))
    expect(how === null ? said.every((s) => s === null) : said).toEqual(
      how === null ? true : expect.arrayContaining([how]),
    )
  })
})

test('numbers one slip away are found; where a thousand begin alike it is said that there are many', () => {
  const few = nearIndex(['INV20260001', 'INV20269999'], (n) => [n])
  expect(few.find('INV20260007')).toEqual(['INV20260001'])
  expect(few.find('INV20260001')).toEqual(['INV20260001'])
  expect(few.find('INV20255555')).toEqual([])
  const series = nearIndex(
    Array.from({ length: 1_500 }, (_, i) => `INV2026${String(i).padStart(4, '0')}`),
    (n) => [n],
  )
  expect(series.find('INV20269')).not.toEqual(['INV20260009'])
})

describe('numbers that a text goes on to', () => {
  const known = new Set(['INV20260101', 'INV20260102', 'INV20260105', '4500123456', '4500987654'])
  test.each([
    ['INV-2026-0101, 0102', ['INV20260102']],
    ['INV-2026-0101/02/05', ['INV20260102', 'INV20260105']],
    ['INV-2026-0101 0103', []],
    ['INV-2026-0101 to 0105', ['INV20260105 from INV20260101']],
    ['INV-2026-0101 - INV-2026-0105', ['INV20260105 from INV20260101']],
    ['INV-2026-0101至0105', ['INV20260105 from INV20260101']],
    ['4500123456 - 4500987654', []],
    ['0102', []],
    ['INV-2026-0101 5', []],
  ])('%s: %s', (text, expected) => {
    const found = furtherNumbers(text, (key) => known.has(key))
    expect(found.map((f) => (f.from === undefined ? f.key : `${f.key} from ${f.from}`))).toEqual(expected)
  })

  test('a range holds the numbers between its ends, written alike', () => {
    expect(
      ['INV20260100', 'INV20260101', 'INV20260103', 'INV20260105', 'INV20260106', 'INV2026104', 'CN202600103'].map(
        (key) => isWithin(key, 'INV20260101', 'INV20260105'),
      ),
    ).toEqual([false, true, true, true, false, false, false])
  })
})

describe('names that may be of the same firm', () => {
  const romanise = (text: string) => (text === '北京云砚' ? ['bei', 'jing', 'yun', 'yan'] : [])
  test.each([
    ['ASHBY PAPER', 'Ashby Paper GmbH', false, 'likely'],
    ['Ashby Paper Manuf', 'Ashby Paper Manufacturing Ltd', false, 'likely'],
    ['Ashbi Paper', 'Ashby Paper Ltd', false, 'likely'],
    ['Ashby Papr', 'Ashby Paper Ltd', false, null],
    ['ASHBY PPR MFG', 'Ashby Paper Manufacturing Ltd', false, 'likely'],
    ['APM', 'Ashby Paper Manufacturing Ltd', false, 'initials'],
    ['BEIJING YUNYAN', '北京云砚有限公司', false, 'likely'],
    ['payment of Ashby Paper for october', 'Ashby Paper GmbH', true, 'likely'],
    ['payment for paper', 'Ashby Paper GmbH', true, null],
    ['Kestrel Tools', 'Ashby Paper GmbH', false, null],
    ['AB', 'AB Ltd', false, null],
  ] as const)('%s and %s', (there, known, isText, how) => {
    expect(likeness(nameShape(there, romanise), nameShape(known, romanise), isText)).toBe(how)
  })
})

describe('which advice belongs to a line', () => {
  const advice = (document: string, amount: number, more: Partial<Remittance> = {}): Remittance => ({
    id: rowId(sha256, [document, JSON.stringify(more)]),
    reference: '',
    payer: '',
    document,
    amount,
    currency: currency('CNY'),
    memo: '',
    ...more,
  })
  const find = adviceOf([
    advice('INV-1', 100, { reference: 'ACH-5521' }),
    advice('INV-2', 50, { reference: 'ach 5521' }),
    advice('INV-3', 70, { payer: 'Blue Pier' }),
    advice('INV-4', 5, { payer: 'Blue Pier' }),
    advice('INV-5', 9, { reference: 'ACH-7000', currency: currency('EUR') }),
  ])
  test.each([
    ['by the bank’s reference, whatever the amount', line(999, { reference: 'ACH-5521' }), ['INV-1', 'INV-2']],
    ['by a word of the text', line(150, { text: 'transfer ACH5521 thanks' }), ['INV-1', 'INV-2']],
    ['by the collective booking it belongs to', line(150, { batch: 'ACH-5521' }), ['INV-1', 'INV-2']],
    ['by the payer, and exactly the sum', line(75, { payer: 'BLUE PIER' }), ['INV-3', 'INV-4']],
    ['not by the payer and another sum', line(74, { payer: 'Blue Pier' }), null],
    ['not in another currency', line(9, { reference: 'ACH-7000' }), null],
    ['not without a trace', line(75), null],
  ])('%s', (_, one, documents) => {
    expect(find(one)?.lines.map((l) => l.document) ?? null).toEqual(documents)
  })
})

test('a map of many keys keeps the values of one key in order, also after it has grown', () => {
  const map = manyMap<number>()
  for (let i = 0; i < 5_000; i++) map.add(`k${i % 2_500}`, i)
  expect(map.get('k7')).toEqual([7, 2507])
  expect(map.get('k2500')).toEqual([])
  expect([map.has('k0'), map.has('k2500')]).toEqual([true, false])
})
