// Who pays, what was entered before, what goes out. Cases as other systems state them, restated with fixtures of our own.
import { customer, row } from '../../../support/book.ts'
import { minor, type Stated } from './case.ts'

const pine = { payer: 'Pine & Sons Ltd' }
const bills = [
  { number: 'SL-1', amount: 100 },
  { number: 'SL-2', amount: 777, of: 'oak' },
]

/** A name on a line, a customer's name, and whether his one bill of that amount is booked, only shown, or neither. */
function named(says: string, name: string, there: object, expected: string, differs?: string): Stated {
  return {
    says,
    bills: [{ number: 'SL-9', amount: 431.17, of: 'ash' }],
    customers: [customer('ash', { name })],
    lines: [{ amount: 431.17, ...there }],
    expect: [expected],
    ...(differs === undefined ? {} : { differs }),
  }
}

const booked = 'SL-9 431.17'
const byAmount = 'suggested onlyAmountFits: SL-9'

const entered = (amount: number, more: Parameters<typeof row>[4] = {}, date = '2026-10-18') =>
  row(date, 'payment', 'pine', minor(amount), { method: 'cheque', ...more })

/** Sources: OCA test_reconciliation_match (partner in label), base import 12.0 (name in label), mass reconcile 17.0, Odoo. */
export const payers: readonly Stated[] = [
  {
    says: 'a payer who is known by his account, exact amount',
    bills,
    lines: [{ amount: 100, payerAccount: 'a1' }],
    expect: ['SL-1 100.00'],
  },
  {
    says: 'one customer with two accounts: both are learnt, each from a line that names its bill',
    bills: [
      { number: 'SL-2026-0001', amount: 10 },
      { number: 'SL-2026-0002', amount: 20 },
      { number: 'SL-2026-0003', amount: 33.3 },
      { number: 'SL-2026-0004', amount: 44.4 },
    ],
    lines: [
      { amount: 10, text: 'SL-2026-0001', payerAccount: '123456789' },
      { amount: 20, text: 'SL-2026-0002', payerAccount: '123456780' },
      { amount: 33.3, payerAccount: '123456789' },
      { amount: 44.4, payerAccount: '123456780' },
    ],
    expect: ['SL-2026-0001 10.00', 'SL-2026-0002 20.00', 'SL-2026-0003 33.30', 'SL-2026-0004 44.40'],
  },
  named('the whole name in the text, no payer', 'Bernard Gagnon', { text: 'Bernard Gagnon' }, booked),
  named('the words of a name in another order', 'Archibald Haddon', { text: '1234//HADDON-Archibald' }, booked),
  named('signs in a name', 'Archibald + Haddon', { text: '1234//HADDON+Archibald' }, booked),
  named('a name within a text', 'Axsone', { text: 'Line for Axsone SA' }, booked),
  named('a name at the beginning of a text', 'Axsone', { text: 'Axsone for line' }, booked),
  named('a name in other letters', 'axsone', { text: 'AXSONE for line' }, booked),
  named('a name with its legal form within a text', 'Axsone SA', { text: 'Line for Axsone SA test' }, booked),
  named('points in a name are no wildcards', 'Ax..ne', { text: 'Axsone for line' }, byAmount),
  named('points in a text are no wildcards', 'Axsone', { text: 'A..one for line' }, byAmount),
  named(
    'signs that mean something in patterns',
    'Axsone ([^a-z -]) SA',
    { text: 'Line for Axsone ([^a-z -]) SA test' },
    booked,
  ),
  named(
    'signs besides the name',
    'Axsone SA',
    { text: 'Line for Axsone ([^xq -]) SA test' },
    booked,
    'there signs have to be the same; here a name is its words',
  ),
  named('letters with marks', 'Axšone SA', { text: 'Line for Axšone SA test' }, booked),
  named('letters whose marks the bank has lost', 'Axšone SA', { text: 'Line for AXSONE SA' }, booked),
  named('a payer named without the legal form', 'Ashby Paper GmbH', { payer: 'ASHBY PAPER' }, booked),
  named('a payer whose name is cut', 'Ashby Paper Manufacturing GmbH', { payer: 'ASHBY PAPER MANUFACT' }, booked),
  named('a payer with another name', 'Ashby Paper GmbH', { payer: 'Kestrel Tools Ltd' }, byAmount),
  named('a Chinese name without its legal form', '北京云砚电子有限公司', { payer: '北京云砚电子' }, booked),
  named(
    'a name alike, another amount',
    'Ashby Paper GmbH',
    { payer: 'ASHBY PAPER', amount: 400 },
    'suggested amountFitsNothing: SL-9',
  ),
  {
    says: 'a name that two customers have',
    bills: [
      { number: 'SL-8', amount: 50, of: 'ash' },
      { number: 'SL-9', amount: 60, of: 'fir' },
    ],
    customers: [customer('ash', { name: 'Ashby Ltd' }), customer('fir', { name: 'Ashby GmbH' })],
    lines: [{ amount: 50, payer: 'Ashby' }],
    expect: ['suggested payerUnclear: SL-8 | fir'],
  },
  {
    says: 'only money in is matched with bills; money out is left',
    bills,
    lines: [
      { amount: 100, ...pine },
      { amount: -1000, text: 'yyyyy' },
    ],
    expect: ['SL-1 100.00', 'unmatched moneyOut'],
    differs: 'there vendor bills are matched too; crm holds customers only',
  },
  {
    says: 'only lines of one account',
    bills: [...bills, { number: 'SL-3', amount: 50 }],
    lines: [
      { amount: 100, ...pine },
      { amount: 50, ...pine, account: 'cash' },
    ],
    account: 'cash',
    expect: ['not looked at', 'SL-3 50.00'],
  },
  {
    says: 'an amount of any size, a text of any words: no rule leaves a line out',
    bills: [
      { number: 'SL-1', amount: 150 },
      { number: 'SL-2', amount: 600 },
    ],
    lines: [
      { amount: 150, text: 'xxxxx', ...pine },
      { amount: 600, text: 'yyyyy', ...pine },
    ],
    expect: ['SL-1 150.00', 'SL-2 600.00'],
    differs:
      'there rules may take only lines below, above or between amounts, with or without words; here every line is judged',
  },
  {
    says: 'a payment entered before its line, with a memo of its own',
    bills: [],
    rows: [entered(100, { memo: 'pay_AretqwwX7731' })],
    lines: [{ amount: 100, text: 'pay_AretqwwX7731' }],
    expect: ['tied 1'],
  },
  {
    says: 'a payment entered before, and a line of the same memo going out, which calls itself nothing',
    bills: [],
    rows: [entered(100, { memo: 'pay_AretqwwX7731' })],
    lines: [{ amount: -100, text: 'pay_AretqwwX7731' }],
    expect: ['undoes 1'],
  },
  {
    says: 'two payments of one memo, one line of their sum, another payment beside them',
    bills: [],
    rows: [
      entered(500, { memo: 'slip a1b2c3', nth: 1 }),
      entered(500, { memo: 'slip a1b2c3', nth: 2 }),
      entered(500, { memo: 'slip d1e2f3', nth: 3 }, '2026-09-18'),
    ],
    lines: [{ amount: 1000, text: 'a1b2c3' }],
    expect: ['tied 2'],
  },
  {
    says: 'two equal payments, one line: neither the newest nor the oldest',
    bills: [],
    rows: [entered(50, { nth: 1 }, '2026-10-17'), entered(50, { nth: 2 }, '2026-10-18')],
    lines: [{ amount: 50, ...pine }],
    expect: ['suggested tie: entry | entry'],
    differs: 'there a rule says newest or oldest; here a tie is a tie',
  },
  {
    says: 'a payment of another customer is not tied to the line of a payer who is known',
    bills: [],
    rows: [row('2026-10-18', 'payment', 'oak', minor(50), { method: 'cheque' })],
    lines: [{ amount: 50, payerAccount: 'A1' }],
    expect: ['suggested amountFitsNothing: pine'],
  },
  {
    says: 'a payment that was reversed is not tied, and its bill is open',
    bills: [{ number: 'SL-1', amount: 10 }],
    rows: ((payment) => [
      payment,
      row('2026-10-18', 'reverse', 'pine', minor(10), { of: payment.id, reason: 'wrong' }),
    ])(entered(10)),
    lines: [{ amount: 10, ...pine }],
    expect: ['SL-1 10.00'],
  },
  {
    says: 'a bill of a later day is not what a payer paid before',
    bills: [{ number: 'SL-1', amount: 100, date: '2026-10-25' }],
    lines: [{ amount: 100, ...pine }],
    expect: ['suggested amountFitsNothing: pine'],
  },
  {
    says: 'the same payment twice: the second is pointed out',
    bills: [{ number: 'SL-1', amount: 100 }],
    lines: [
      { amount: 100, ...pine },
      { amount: 100, ...pine, date: '2026-10-21' },
    ],
    expect: ['SL-1 100.00', 'suggested alreadyPaid: pine'],
  },
]
