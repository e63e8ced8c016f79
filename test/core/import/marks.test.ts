// Whether `12.500` is twelve and a half or twelve thousand five hundred is told by the file or by a flag, never guessed.
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import type { ImportWish } from '../../../src/core/verbs/import/plan.ts'
import { contradicts } from '../../../src/core/verbs/import/symbols.ts'
import { english } from '../../../src/text/en/all.ts'
import { chinese } from '../../../src/text/zh/all.ts'
import { book } from '../../support/book.ts'
import { importing, reasons } from '../../support/import.ts'

/** Amounts in minor units of the lines of a statement with these amounts, or the code of the problem that stopped it. */
function lines(amounts: readonly string[], written?: ImportWish['written'], code = 'EUR') {
  const file = `date;amount;currency;payer\n${amounts.map((a) => `2026-10-03;${a};${code};A\n`).join('')}`
  const plan = importing(book(), 'bank', file, { account: 'main', ...(written === undefined ? {} : { written }) })
  const stopped = plan.problems.find((p) => p.severity === 'error')
  if (stopped !== undefined) return stopped.code
  return plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line.amount] : []))
}

test.each([['12.500'], ['12,500'], ['-1.000'], ['€ 12,500'], ['12.500-'], ['12.500\u00a0€']])(
  'a statement that has only "%s" is refused',
  (amount) => {
    expect(lines([amount])).toBe('marks-ambiguous')
    expect(lines([amount, '7', amount])).toBe('marks-ambiguous')
  },
)

test('each flag decides', () => {
  expect(lines(['12.500'], { decimal: '.' })).toEqual([1250])
  expect(lines(['12.500'], { decimal: ',' })).toEqual([1250000])
  expect(lines(['12,500'], { decimal: '.' })).toEqual([1250000])
  expect(lines(['12,500'], { decimal: ',' })).toEqual([1250])
})

test('one amount that can be read in one way only decides for the file', () => {
  expect(lines(['12.500', '3,50'])).toEqual([1250000, 350])
  expect(lines(['12.500', '3.50'])).toEqual([1250, 350])
  expect(lines(['12,500', '1,234.00'])).toEqual([1250000, 123400])
  expect(lines(['12,500', '0,500'])).toEqual([1250, 50])
  expect(lines(['12,500', '12,345'])).toEqual([1250000, 1234500])
  expect(lines(['12.500', '1.234.500'])).toEqual([1250000, 123450000])
})

test('how many decimals the currency has decides what is possible', () => {
  expect(lines(['12,500'], undefined, 'JPY')).toEqual([12500])
  expect(lines(['12,000'], undefined, 'JPY')).toBe('marks-ambiguous')
  expect(lines(['12.345'], undefined, 'KWD')).toBe('marks-ambiguous')
  expect(lines(['12.345'], { decimal: '.' }, 'KWD')).toEqual([12345])
})

test('a day that may be day/month is decided by --date', () => {
  const file = 'date,amount,payer\n3/4/2026,1.00,A\n'
  const days = (date: string) =>
    importing(book(), 'bank', file, { account: 'main', written: { date } }).changes.flatMap((c) =>
      c.change === 'addBankLine' ? [c.line.date] : [],
    )
  expect(days('d/M/yyyy')).toEqual(['2026-04-03'])
  expect(days('M/d/yyyy')).toEqual(['2026-03-04'])
})

test('the refusal quotes the amount and names the flag in both languages', () => {
  for (const { problems } of [english, chinese]) {
    const { message, hint } = problems['marks-ambiguous']({ example: '12.500' })
    expect(message).toContain('12.500')
    expect(hint).toContain('--decimal')
  }
})

test.each([
  ['$5', 'USD HKD MXN', 'CNY EUR GBP JPY CHF'],
  ['€5', 'EUR', 'USD CNY'],
  ['5 £', 'GBP EGP', 'EUR CNY'],
  ['￥5', 'CNY JPY', 'USD HKD'],
  ['RMB 5', 'CNY', 'USD'],
  ['5 usd', 'USD', 'CAD CNY'],
  ['5元', 'CNY HKD USD', ''],
  ['5', 'CNY USD EUR', ''],
])('"%s" may be %s and not %s', (text, fits, others) => {
  const those = (said: boolean, codes: string) =>
    codes.split(' ').filter((c) => c !== '' && contradicts(text, currency(c)) !== said)
  expect([...those(false, fits), ...those(true, others)]).toEqual([])
})

test('a line whose sign contradicts its currency is rejected, the others are taken', () => {
  const file = 'date,amount,currency,payer\n2026-10-03,$5.00,CNY,A\n2026-10-03,$6.00,USD,A\n2026-10-03,€7.00,,A\n'
  const plan = importing(book(), 'bank', file, { account: 'main' })
  expect(reasons(plan)).toEqual([
    [2, 'symbolDiffers', '$5.00'],
    [4, 'symbolDiffers', '€7.00'],
  ])
  expect(plan.changes.flatMap((c) => (c.change === 'addBankLine' ? [c.line.amount] : []))).toEqual([600])
})
