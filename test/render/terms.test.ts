// Terms on paper: every kind is said in both languages, whatever language it was agreed in.
import { describe, expect, test } from 'vitest'
import { termsInWords as english } from '../../src/text/en/terms.ts'
import { termsInWords as chinese } from '../../src/text/zh/terms.ts'

const cases = [
  ['net 30', 'payable within 30 days', '账单日起 30 天内付清'],
  ['票后30天', 'payable within 30 days', '账单日起 30 天内付清'],
  ['现结', 'payable on receipt', '见票即付'],
  ['net 2 months', 'payable within 2 months', '账单日起 2 个月内付清'],
  ['net 30 to eom', 'payable by the end of the month reached after 30 days', '账单日起 30 天，延至该月月末付清'],
  ['cod', 'payable on delivery', '货到付款'],
  ['net 1 from delivery', 'payable within 1 day of delivery', '交货后 1 天内付清'],
  ['net 15 from 25th', 'payable within 15 days of the statement of the 25th', '每月 25 日对账后 15 天内付清'],
  ['eom', 'payable by the end of the month', '账单当月月末前付清'],
  ['eom+1 month+5', 'payable within 1 month and 5 days of the end of the month', '账单当月月末后 1 个月零 5 天内付清'],
  ['次月10日', 'payable by the 10th of next month', '次月 10 日前付清'],
  ['22nd of month+3', 'payable by the 22nd of the 3rd month after', '账单月后第 3 个月 22 日前付清'],
  [
    '2/10 net 30',
    '2% discount if paid within 10 days, otherwise payable within 30 days',
    '10 天内付款优惠 2%，否则账单日起 30 天内付清',
  ],
  ['30% net 0, rest net 60', 'payable 30% on receipt, 70% within 60 days', '30% 见票即付，70% 账单日起 60 天内付清'],
  ['as agreed with Ms Li', 'as agreed with Ms Li', 'as agreed with Ms Li'],
] as const

describe('terms in words', () => {
  test.each(cases)('%s', (terms, en, zh) => {
    expect([english(terms), chinese(terms)]).toEqual([en, zh])
  })
})
