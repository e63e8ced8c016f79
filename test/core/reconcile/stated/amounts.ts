// More, less, discounts, fees, rounding, currencies. Cases as other systems state them, restated with fixtures of our own.
import { customer } from '../../../support/book.ts'
import type { Stated } from './case.ts'

const pine = { payer: 'Pine & Sons Ltd' }
const one = (amount: number) => [{ number: 'SL-2026-0001', amount }]
const named = { text: 'SL-2026-0001', ...pine }

/** A payment of `amount` for one bill of `open`, with a tolerance. */
function paid(
  says: string,
  open: number,
  amount: number,
  tolerance: number,
  expected: string,
  differs?: string,
): Stated {
  return {
    says,
    bills: one(open),
    lines: [{ amount, ...named }],
    tolerance,
    expect: [expected],
    ...(differs === undefined ? {} : { differs }),
  }
}

const terms = (text: string) => [customer('ash', { name: 'Ash Paper Ltd', terms: text })]
const ash = { payer: 'Ash Paper Ltd' }
const ofAsh = (amount: number) => [{ number: 'SL-2026-0001', amount, of: 'ash' }]

const shortStays =
  'there a tolerance is a percentage and short payments beyond it match nothing; here a named bill is paid in part'

/** Sources: OCA test_reconciliation_match (payment tolerance), rounding rules 12.0, Odoo bank statement and early payment tests. */
export const amounts: readonly Stated[] = [
  paid('exact, no tolerance', 1000, 1000, 0, 'SL-2026-0001 1000.00'),
  paid('short, no tolerance: a part is paid', 1000, 990, 0, 'SL-2026-0001 990.00', shortStays),
  paid('more: the rest goes on account', 1000, 1010, 0, 'SL-2026-0001 1000.00 + account 10.00'),
  paid('short by more than the tolerance', 1000, 990, 5, 'SL-2026-0001 990.00', shortStays),
  paid('more than a tolerance', 1000, 1010, 5, 'SL-2026-0001 1000.00 + account 10.00'),
  paid('short within the tolerance', 1000, 990, 10, 'SL-2026-0001 990.00 less 10.00 bank-fee'),
  paid('short by exactly the tolerance', 100, 95, 5, 'SL-2026-0001 95.00 less 5.00 bank-fee'),
  paid('short by a cent more than the tolerance', 100, 94.99, 5, 'SL-2026-0001 94.99', shortStays),
  paid('a few cents within the tolerance are rounding', 100, 99.98, 5, 'SL-2026-0001 99.98 less 0.02 rounding'),
  paid('a bill of less than the line', 990, 1000, 0, 'SL-2026-0001 990.00 + account 10.00'),
  paid('five more, reference matches', 100, 105, 10, 'SL-2026-0001 100.00 + account 5.00'),
  paid('far less, reference matches', 100, 40, 0, 'SL-2026-0001 40.00'),
  paid('half', 500, 250, 0, 'SL-2026-0001 250.00'),
  paid('more than twice', 100, 250, 0, 'SL-2026-0001 100.00 + account 150.00'),
  paid(
    'a tenth short is not tolerated by itself',
    150,
    135,
    0,
    'SL-2026-0001 135.00',
    'there a strict amount match at 90 % takes it as paid',
  ),
  paid('a tenth short within the tolerance', 150, 135, 15, 'SL-2026-0001 135.00 less 15.00 bank-fee'),
  ...(
    [
      [-0.5, 'rounding'],
      [-1, 'bank-fee'],
      [-1.01, 'bank-fee'],
      [-2, 'bank-fee'],
    ] as const
  ).map(([difference, reason]) =>
    paid(
      `a difference of ${difference} within a tolerance of 2`,
      100,
      100 + difference,
      2,
      `SL-2026-0001 ${(100 + difference).toFixed(2)} less ${(-difference).toFixed(2)} ${reason}`,
    ),
  ),
  paid('a difference of -3 with a tolerance of 2', 100, 97, 2, 'SL-2026-0001 97.00'),
  ...[1.5, 2, 3].map((difference) =>
    paid(
      `a difference of +${difference} with a tolerance of 2`,
      100,
      100 + difference,
      2,
      `SL-2026-0001 100.00 + account ${difference.toFixed(2)}`,
      'there up to 2 more is written off as a gain; here what is over belongs to the customer',
    ),
  ),
  {
    says: 'short in another currency than the book’s: the tolerance does not count',
    bills: [{ number: 'SL-2026-0001', amount: 100, in: 'EUR' }],
    lines: [{ amount: 99.5, in: 'EUR', ...named }],
    tolerance: 2,
    expect: ['SL-2026-0001 99.50'],
  },
  {
    says: 'a reference without a payer, short within the tolerance',
    bills: [{ number: 'SL-1', amount: 100, memo: 'order-355512' }],
    lines: [{ amount: 95, text: 'order-355512' }],
    tolerance: 10,
    expect: ['SL-1 95.00 less 5.00 bank-fee'],
  },
  {
    says: 'a known payer without a number, short within the tolerance',
    bills: one(1000),
    lines: [{ amount: 990, payerAccount: 'A1' }],
    tolerance: 10,
    expect: ['SL-2026-0001 990.00 less 10.00 bank-fee'],
  },
  {
    says: 'a known payer without a number, short without a tolerance',
    bills: one(1000),
    lines: [{ amount: 990, ...pine }],
    expect: ['suggested amountFitsNothing: SL-2026-0001'],
  },
  {
    says: 'what the bank says that it kept is its fee, without any tolerance',
    bills: one(1000),
    lines: [{ amount: 992.5, fee: 7.5, ...named }],
    expect: ['SL-2026-0001 992.50 less 7.50 bank-fee'],
  },
  {
    says: 'another difference than what the bank says that it kept',
    bills: one(1000),
    lines: [{ amount: 992, fee: 7.5, ...named }],
    expect: ['SL-2026-0001 992.00'],
  },
  {
    says: 'tax kept back by a rate of the book',
    bills: one(1000),
    lines: [{ amount: 900, ...named }],
    withholding: ['10'],
    expect: ['SL-2026-0001 900.00 less 100.00 withholding'],
  },
  {
    says: 'tax kept back of several bills',
    bills: [...one(1000), { number: 'SL-2026-0002', amount: 333.33 }],
    lines: [{ amount: 1200, text: 'SL-2026-0001 SL-2026-0002' }],
    withholding: ['10'],
    // A tenth of 333.33 is 33.33 to the cent.
    expect: ['SL-2026-0001 900.00 less 100.00 withholding + SL-2026-0002 300.00 less 33.33 withholding'],
  },
  {
    says: 'a difference that no rate of the book explains',
    bills: one(1000),
    lines: [{ amount: 901, ...named }],
    withholding: ['10'],
    expect: ['SL-2026-0001 901.00'],
  },
  {
    says: 'an early-payment discount in time',
    bills: ofAsh(100),
    customers: terms('10/10 net 20'),
    lines: [{ amount: 90, text: 'SL-2026-0001', date: '2026-10-07', ...ash }],
    expect: ['SL-2026-0001 90.00 less 10.00 early-payment'],
  },
  {
    says: 'an early-payment discount in time, without a number',
    bills: ofAsh(100),
    customers: terms('10/10 net 20'),
    lines: [{ amount: 90, date: '2026-10-11', ...ash }],
    expect: ['SL-2026-0001 90.00 less 10.00 early-payment'],
  },
  {
    says: 'an early-payment discount a month late',
    bills: ofAsh(100),
    customers: terms('10/10 net 20'),
    lines: [{ amount: 90, text: 'SL-2026-0001', date: '2026-11-10', ...ash }],
    expect: ['SL-2026-0001 90.00'],
  },
  {
    says: 'more than a bill whose discount could be taken',
    bills: ofAsh(90),
    customers: terms('10/10 net 20'),
    lines: [{ amount: 100, text: 'SL-2026-0001', date: '2026-10-01', ...ash }],
    expect: ['SL-2026-0001 90.00 + account 10.00'],
    differs: 'there the discount is taken too and 19 are left; here who pays all has taken none',
  },
  {
    says: 'discounts of two bills together',
    bills: [...ofAsh(100), { number: 'SL-2026-0002', amount: 50, of: 'ash' }],
    customers: terms('10/10 net 20'),
    lines: [{ amount: 135, text: 'SL-2026-0001 SL-2026-0002', date: '2026-10-07', ...ash }],
    expect: ['SL-2026-0001 90.00 less 10.00 early-payment + SL-2026-0002 45.00 less 5.00 early-payment'],
  },
  {
    says: 'another currency than the bill’s',
    bills: [{ number: 'SL-2026-0001', amount: 100, in: 'EUR' }],
    lines: [{ amount: 100, ...named }],
    expect: ['suggested otherCurrencyThan: SL-2026-0001'],
    differs:
      'there it matches where no rule asks for the same currency; here amounts of two currencies are never compared',
  },
  {
    says: 'the same currency, not the book’s',
    bills: [{ number: 'SL-2026-0001', amount: 100, in: 'EUR' }],
    lines: [{ amount: 100, in: 'EUR', ...named }],
    expect: ['SL-2026-0001 100.00'],
  },
  {
    says: 'two bills, one in another currency: only the one is settled, the rest waits',
    bills: [...one(100), { number: 'SL-2026-0002', amount: 100, in: 'EUR' }],
    lines: [{ amount: 200, text: 'SL-2026-0001 SL-2026-0002', ...pine }],
    expect: ['SL-2026-0001 100.00 + account 100.00'],
    differs: 'there both are reconciled with an exchange difference; here money crosses currencies by crm move only',
  },
  {
    says: 'three bills of one payer are together his payment',
    bills: [
      { number: 'SL-1', amount: 100 },
      { number: 'SL-2', amount: 200 },
      { number: 'SL-3', amount: 300 },
    ],
    lines: [{ amount: 600, text: 'xxxxx', ...pine }],
    expect: ['SL-1 100.00 + SL-2 200.00 + SL-3 300.00'],
  },
  {
    says: 'one exact bill goes before a sum of two',
    bills: [
      { number: 'SL-1', amount: 100 },
      { number: 'SL-2', amount: 200 },
      { number: 'SL-3', amount: 300 },
    ],
    lines: [{ amount: 300, ...pine }],
    expect: ['SL-3 300.00'],
  },
  {
    says: 'an amount that no choice of bills is',
    bills: [
      { number: 'SL-1', amount: 100 },
      { number: 'SL-2', amount: 200 },
      { number: 'SL-3', amount: 300 },
    ],
    lines: [{ amount: 250, ...pine }],
    expect: ['suggested amountFitsNothing: SL-3 | SL-1 | SL-2'],
    differs: 'there the oldest are filled (100 + 200, the last in part); here nothing that is not certain is booked',
  },
  {
    says: 'two payments that together are one bill, both naming it',
    bills: [{ number: 'SL-2026-0001', amount: 100 }],
    lines: [
      { amount: 70, ...named },
      { amount: 30, ...named, date: '2026-10-21' },
    ],
    expect: ['SL-2026-0001 70.00', 'SL-2026-0001 30.00'],
  },
  {
    says: 'more than the bills of both numbers',
    bills: [...one(100), { number: 'SL-2026-0002', amount: 50 }],
    lines: [{ amount: 170, text: 'SL-2026-0001 SL-2026-0002', ...pine }],
    expect: ['SL-2026-0001 100.00 + SL-2026-0002 50.00 + account 20.00'],
  },
]
