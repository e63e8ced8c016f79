import { describe, expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Language } from '../../src/core/book/customer.ts'
import type { Letter } from '../../src/core/book/letter.ts'
import { paperText } from '../../src/render/paper.ts'
import { displayWidth } from '../../src/render/width.ts'
import { sampleBill, sampleLetter } from './papers.ts'

function billText(language: Language, more: Partial<Bill> = {}): string {
  return paperText({ paper: 'bill', name: 'bill', language, bill: { ...sampleBill, ...more } })
}

function letterText(language: Language, more: Partial<Letter> = {}): string {
  return paperText({ paper: 'letter', name: 'letter', language, letter: { ...sampleLetter, ...more } })
}

describe('bills', () => {
  test('a bill says who, what, when, how much and by when, within 80 columns', () => {
    expect(billText('en')).toBe(`\
                                     BILL

Harbour Trading                                          Number: INV-2026-0001
1 Quay Street                                            Date: 2026-10-31
Tax ID: T-1                                              Due: 2026-11-30
accounts@harbour.example

To:
Cloudsail Fictions
2 Sample Road

Description                              Quantity  Unit  Price  Tax     Amount
──────────────────────────────────────────────────────────────────────────────
Cable, two metres (2026-10-03)              1,200  pcs   12.50  13%  15,000.00
Postage                                         1         1.00   0%       1.00
──────────────────────────────────────────────────────────────────────────────
                                                                Net  15,001.00
                                               Tax 13% on 15,000.00   1,950.00
                                         Tax 0% on 1.00, zero-rated       0.00
                                                          Total CNY  16,951.00

Terms: payable within 30 days
Please pay CNY 16,951.00 by 30 November 2026.
Please quote INV-2026-0001 with your payment.
`)
  })

  test('a Chinese bill in yuan gives the total in capital characters too', () => {
    expect(billText('zh')).toContain('大写：人民币壹万陆仟玖佰伍拾壹元整\n')
    expect(billText('zh', { currency: currency('USD') })).not.toContain('大写')
  })

  test('instalments are listed with their days', () => {
    const instalments = [
      { due: day('2026-11-30'), amount: 700_000 },
      { due: day('2026-12-31'), amount: 995_100 },
    ]
    const text = billText('en', { instalments })
    expect(text).toContain('  CNY 7,000.00 by 30 November 2026\n  CNY 9,951.00 by 31 December 2026\n')
  })

  test('a credit note asks for nothing', () => {
    const text = billText('en', { kind: 'credit', of: 'INV-2026-0000', instalments: [], terms: '', reason: 'return' })
    expect(text).toContain('CREDIT NOTE')
    expect(text).toContain('For bill: INV-2026-0000')
    expect(text).toContain('Reason: goods returned\nWe have credited CNY 16,951.00 to your account.\n')
    expect(text).not.toContain('Please pay')
  })

  test('a currency without decimals has none on the page', () => {
    expect(billText('en', { currency: currency('JPY') })).toContain('Total JPY  1,695,100\n')
  })
})

describe('reminders', () => {
  test.each([
    ['friendly', 1, 'en', 'A friendly reminder: 2 bills, CNY 12,600.00'],
    ['firm', 2, 'en', 'Please transfer CNY 12,600.00 by 29 November 2026'],
    ['final', 3, 'en', 'Unless CNY 12,600.00 has reached us by 2 December 2026'],
    ['friendly', 1, 'zh', '付款提醒函'],
    ['firm', 2, 'zh', '请贵方于2026年11月29日前付清上述款项'],
    ['final', 3, 'zh', '最后催款函'],
    ['a step of our own', 2, 'en', 'Overdue: 2 bills, CNY 12,600.00'],
    ['the fifth of the ladder', 5, 'en', 'This is our final reminder.'],
  ] as const)('the step "%s", level %i, in %s has its tone', (step, level, language, sentence) => {
    expect(letterText(language, { step, level })).toContain(sentence)
  })

  test('every bill stands with its days, days late and open amount, and what is on account is taken off', () => {
    expect(letterText('en')).toContain(`\
Bill                                    Date         Due  Days late   Open CNY
──────────────────────────────────────────────────────────────────────────────
INV-2026-0001                     2026-08-31  2026-09-30         53  12,300.00
INV-2026-0007                     2026-09-30  2026-10-30         23     500.00
──────────────────────────────────────────────────────────────────────────────
                                                                Sum  12,800.00
                               Received, not yet set against a bill    -200.00
                                                             To pay  12,600.00
`)
  })

  test('one bill is spoken of as one', () => {
    const [item] = sampleLetter.items
    const text = letterText('en', { items: item === undefined ? [] : [item], onAccount: 0, total: 1_230_000 })
    expect(text).toContain('one bill, CNY 12,300.00')
    expect(text).toContain('the bill below has passed its due day')
    expect(text).not.toContain('Sum')
  })

  test('a letter to nobody by name is polite too', () => {
    const { contact: _, ...unnamed } = sampleLetter
    const paper = (language: Language) => paperText({ paper: 'letter', name: 'x', language, letter: unnamed })
    expect(paper('en')).toContain('Dear Sir or Madam,')
    expect(paper('zh')).toContain('尊敬的客户：')
  })
})

test('no page is wider than 80 columns, however long names and numbers are', () => {
  const name = 'A name 很长的名称 '.repeat(20)
  const seller = { name, address: name, taxId: 'x'.repeat(100), email: `${'y'.repeat(90)}@harbour.example` }
  for (const language of ['en', 'zh'] as const) {
    const pages = [
      billText(language, { seller, buyer: seller, number: 'N'.repeat(70), terms: name }),
      letterText(language, { sender: seller, receiver: seller, contact: name }),
    ]
    for (const line of pages.join('').split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  }
})
