// Which words on a bank line are a reason to pay less than a bill asks, and which only say what was bought.
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { statedReason } from '../../../src/core/verbs/reconcile/stated-reason.ts'

/** A bill of 1,000.00 of which 20.00 are missing, unless said. */
function causeOf(text: string, short = 2000, of = 100000): string {
  return statedReason(text, { short, of, currency: currency('CNY') })?.cause ?? 'none'
}

test.each([
  ['INV-1 short delivery 4 pcs', 'quantity'],
  ['INV-2026-0007 shortage', 'quantity'],
  ['INV-1, 3 cartons missing', 'quantity'],
  ['INV-1 missing 2 units', 'quantity'],
  ['INV-1 quantity difference', 'quantity'],
  ['INV-1 goods not received', 'quantity'],
  ['INV-1 less 20.00 quantity', 'quantity'],
  ['INV-1 数量不符扣20元', 'quantity'],
  ['货款INV-1，少发2箱', 'quantity'],
  ['INV-1 短缺', 'quantity'],
  ['INV-1 less damaged goods', 'quality'],
  ['INV-1 2 pallets damaged', 'quality'],
  ['INV-1 goods returned', 'quality'],
  ['INV-1 minus breakage', 'quality'],
  ['INV-1 quality claim', 'quality'],
  ['INV-1 扣破损', 'quality'],
  ['INV-1 质量扣款20.00', 'quality'],
  ['INV-1 部分退货', 'quality'],
  ['INV-1 price difference', 'price'],
  ['INV-1 wrong price, deducted', 'price'],
  ['INV-1 overcharged', 'price'],
  ['INV-1 单价有误', 'price'],
  ['INV-1 扣差价', 'price'],
  ['INV-1 less promotion allowance', 'promotion'],
  ['INV-1 less 2% volume rebate', 'promotion'],
  ['INV-1 扣返利', 'promotion'],
  ['INV-1 扣促销费20元', 'promotion'],
  ['INV-1 less WHT', 'tax'],
  ['INV-1 VAT not applicable', 'tax'],
  ['INV-1 tax deducted', 'tax'],
  ['INV-1 扣税', 'tax'],
  ['INV-1 代扣代缴所得税', 'tax'],
  ['INV-1 less freight', 'freight'],
  ['INV-1 freight not agreed', 'freight'],
  ['INV-1 deducted EUR 12 for transport', 'freight'],
  ['INV-1 freight 20.00', 'freight'],
  ['INV-1 扣运费', 'freight'],
  ['INV-1 运费20元', 'freight'],
  ['INV-1 运费自理', 'freight'],
  ['INV-1 disputed', 'unstated'],
  ['INV-1 see debit note 881', 'unstated'],
  ['INV-1 扣款20', 'unstated'],
  ['INV-1 余额有争议', 'unstated'],
])('%s: %s', (text, cause) => {
  expect(causeOf(text)).toBe(cause)
})

test.each([
  'INV-1',
  'payment INV-1, thank you',
  'freight INV-1',
  'transport services October INV-1',
  'INV-1 storm damage repair',
  'INV-1 quality inspection',
  'INV-1 price list 2026',
  'VAT INV-1',
  'part payment INV-1',
  'INV-1 first half, balance follows',
  'INV-1 instalment 2, goods damaged',
  'INV-1 undisputed',
  'INV-1 no deductions',
  'INV-1 less bank charges',
  'INV-1 bank charges 20.00 deducted',
  'INV-1 promotion campaign autumn',
  'INV-1 2% cash discount',
  'TDS Ltd INV-1',
  'Qualitas GmbH INV-1',
  '运费 INV-1',
  '货款INV-1',
  '推广费 INV-1',
  '补差价 INV-1',
  'INV-1 质保金',
  'INV-1 扣质保金',
  'INV-1 首付',
  'INV-1 部分付款',
  'INV-1 无异议',
  'INV-1 扣手续费',
  'INV-1 损坏维修',
  '银行代扣 INV-1',
])('no reason: %s', (text) => {
  expect(causeOf(text)).toBe('none')
})

test('more than half is kept back only where the text says that something is kept back', () => {
  expect(causeOf('INV-1 goods returned', 60000)).toBe('none')
  expect(causeOf('INV-1 goods returned, 600.00', 60000)).toBe('quality')
  expect(causeOf('INV-1 less goods returned', 60000)).toBe('quality')
})

test('the amount that is short beside what it is about is a reason, another amount is not', () => {
  expect(causeOf('INV-1 freight 1,234.50', 123450, 1000000)).toBe('freight')
  expect(causeOf('INV-1 freight 1234.5', 123450, 1000000)).toBe('freight')
  expect(causeOf('INV-1 freight 1234.55', 123450, 1000000)).toBe('none')
  expect(causeOf('INV-20 freight', 2000)).toBe('none')
})

test('the words are shown as they stand there', () => {
  const shortness = { short: 2000, of: 100000, currency: currency('CNY') }
  expect(statedReason('INV-1 less 20.00 freight, thanks', shortness)?.words).toBe('less 20.00 freight')
  expect(statedReason('货款INV-1，少发2箱', shortness)?.words).toBe('少发')
})
