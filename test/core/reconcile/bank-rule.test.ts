// Rules for lines that come again: what of a line's text they are made of, and which lines they take.
import { expect, test } from 'vitest'
import { ruleFrom, ruleTakes, ruleWords } from '../../../src/core/book/bank-rule.ts'
import { line } from '../../support/matching.ts'

test.each([
  ['Strom Oktober', 'STROM'],
  ['Rent NOV 2026', 'RENT'],
  ['loyer février', 'LOYER'],
  ['2026年10月工资', '工资'],
  ['十月份房租', '房租'],
  ['第3季度电费', '第 电费'],
  ['fee 202610', 'FEE'],
  ['10月', ''],
])('%s is known again by %s', (text, words) => {
  expect(ruleWords(text).join(' ')).toBe(words)
})

test('a rule made of one month takes the line of the next', () => {
  const rule = ruleFrom(line(-21000, { payer: 'Stadtwerke', text: 'Strom Oktober' }), 'power')
  expect(rule).toMatchObject({ payer: 'Stadtwerke', text: 'STROM', direction: 'out' })
  const takes = (amount: number, text: string) =>
    rule !== null && ruleTakes(rule, line(amount, { payer: 'Stadtwerke', text }))
  expect([takes(-21500, 'Strom November'), takes(-21500, 'Wasser November'), takes(21500, 'Strom November')]).toEqual([
    true,
    false,
    false,
  ])
})

test('a line that says nothing but its month makes no rule', () => {
  expect(ruleFrom(line(-1500, { text: '10月' }), 'fees')).toBeNull()
})
