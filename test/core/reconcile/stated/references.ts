// What a number, an order, a reference in a line leads to. Cases as other systems state them, restated with fixtures of our own.
import type { Stated } from './case.ts'

const pine = { payer: 'Pine & Sons Ltd' }

/** Sources: OCA/account-reconcile 17.0 and 14.0 (test_reconciliation_match, strict_match_amount), Odoo bank statement tests. */
export const references: readonly Stated[] = [
  {
    says: 'a number written without its series, with the exact amount',
    bills: [
      { number: 'SL/2026/00001', amount: 100 },
      { number: 'SL/2026/00002', amount: 200 },
    ],
    lines: [{ amount: 100, text: 'invoice 2026-00001', ...pine }],
    expect: ['SL/2026/00001 100.00'],
  },
  {
    says: 'a payment reference in the label, without a payer',
    bills: [{ number: 'SL-1', amount: 100, memo: 'ORD-558102' }],
    lines: [{ amount: 100, text: 'ORD-558102' }],
    expect: ['SL-1 100.00'],
  },
  {
    says: 'a label that says nothing, without a payer',
    bills: [{ number: 'SL-1', amount: 100 }],
    lines: [{ amount: 100, text: 'nothing' }],
    expect: ['suggested onlyAmountFits: SL-1'],
    differs: 'there nothing is proposed; here the one document of that amount is shown, and not booked',
  },
  ...['text', 'reference', 'structured', 'endToEnd'].map(
    (field): Stated => ({
      says: `a number is found in the field ${field}`,
      bills: [
        { number: 'SL-2026-0041', amount: 600 },
        { number: 'SL-2026-0042', amount: 600 },
      ],
      lines: [{ amount: 600, [field]: 'SL-2026-0042' }],
      expect: ['SL-2026-0042 600.00'],
    }),
  ),
  {
    says: 'three equal amounts of one payer: the number in the text decides',
    bills: [
      { number: 'SL-1111', amount: 1000 },
      { number: 'SL-2222', amount: 1000 },
      { number: 'SL-3333', amount: 1000 },
    ],
    lines: [{ amount: 1000, text: '2222', ...pine }],
    expect: ['SL-2222 1000.00'],
  },
  {
    says: 'three equal amounts of one payer, and numbers of two of them: both are shown',
    bills: [
      { number: 'SL-1111', amount: 1000 },
      { number: 'SL-2222', amount: 1000 },
      { number: 'SL-3333', amount: 1000 },
    ],
    lines: [{ amount: 1000, text: '1111', reference: '2222', ...pine }],
    expect: ['suggested tie: SL-2222 SL-1111 | SL-1111 | SL-2222 | SL-3333'],
    differs: 'there the one with more matching tokens wins; here two numbers that fit equally are a tie',
  },
  {
    says: 'the same reference on two documents of the exact sum',
    bills: [
      { number: 'SL-1', amount: 500, memo: 'a1b2c3d4e5' },
      { number: 'SL-2', amount: 500, memo: 'a1b2c3d4e5' },
      { number: 'SL-3', amount: 500, memo: 'd1e2f3a4b5' },
    ],
    lines: [{ amount: 1000, text: 'a1b2c3d4e5', ...pine }],
    expect: ['suggested severalSums: SL-1 SL-2 | SL-1 SL-3'],
    differs: 'there both of that memo are taken; here a word that several documents bear names none of them',
  },
  {
    says: 'a deep reference is found whole',
    bills: [{ number: 'SL-1', amount: 1000, memo: 'project-deep-search-20817' }],
    lines: [{ amount: 1000, text: 'for project-deep-search-20817' }],
    expect: ['SL-1 1000.00'],
  },
  {
    says: 'a number is not found in a longer one',
    bills: [{ number: 'INV-1', amount: 100 }],
    lines: [{ amount: 77, text: 'INV-12' }],
    expect: ['unmatched noTrace'],
  },
  {
    says: 'a number is not found in one that goes on with a hyphen',
    bills: [{ number: 'INV-1', amount: 100 }],
    lines: [{ amount: 77, text: 'INV-1-2' }],
    expect: ['unmatched noTrace'],
  },
  {
    says: 'leading zeros lost, exact amount',
    bills: [{ number: '0015752855', amount: 410 }],
    lines: [{ amount: 410, text: 'inv 15752855' }],
    expect: ['0015752855 410.00'],
  },
  {
    says: 'a number in small letters with blanks',
    bills: [{ number: 'INV-2026-0012', amount: 410 }],
    lines: [{ amount: 410, text: 'inv 2026 0012' }],
    expect: ['INV-2026-0012 410.00'],
  },
  {
    says: 'a number between Chinese characters',
    bills: [{ number: 'INV-2026-0012', amount: 410 }],
    lines: [{ amount: 410, text: '付INV-2026-0012货款' }],
    expect: ['INV-2026-0012 410.00'],
  },
  {
    says: 'a number in full-width characters',
    bills: [{ number: 'INV-2026-0012', amount: 410 }],
    lines: [{ amount: 410, text: 'ＩＮＶ－２０２６－００１２' }],
    expect: ['INV-2026-0012 410.00'],
  },
  {
    says: 'a creditor reference of ISO 11649',
    bills: [{ number: '539007547034', amount: 410 }],
    lines: [{ amount: 410, structured: 'RF18539007547034' }],
    expect: ['539007547034 410.00'],
  },
  {
    says: 'a creditor reference whose check digits are wrong',
    bills: [
      { number: '539007547034', amount: 410 },
      { number: '539007547035', amount: 410 },
    ],
    lines: [{ amount: 410, structured: 'RF19539007547034' }],
    expect: ['suggested onlyAmountFits: 539007547034 | 539007547035'],
  },
  {
    says: 'two numbers, exactly their sum',
    bills: [
      { number: 'SL-2026-0001', amount: 100 },
      { number: 'SL-2026-0002', amount: 50 },
    ],
    lines: [{ amount: 150, text: 'SL-2026-0001 SL-2026-0002' }],
    expect: ['SL-2026-0001 100.00 + SL-2026-0002 50.00'],
  },
  {
    says: 'a list that goes on with the ends of numbers',
    bills: [
      { number: 'SL-2026-0101', amount: 100 },
      { number: 'SL-2026-0102', amount: 50 },
      { number: 'SL-2026-0107', amount: 25 },
    ],
    lines: [{ amount: 175, text: 'SL-2026-0101, 102 / 0107', ...pine }],
    expect: ['SL-2026-0101 100.00 + SL-2026-0102 50.00 + SL-2026-0107 25.00'],
  },
  ...['SL-2026-0101 to SL-2026-0103', 'SL-2026-0101-0103', 'SL-2026-0101 至 0103', 'SL-2026-0101…0103'].map(
    (text): Stated => ({
      says: `all of a range: ${text}`,
      bills: [
        { number: 'SL-2026-0101', amount: 100 },
        { number: 'SL-2026-0102', amount: 50 },
        { number: 'SL-2026-0103', amount: 25 },
        { number: 'SL-2026-0104', amount: 75 },
      ],
      lines: [{ amount: 175, text, ...pine }],
      expect: ['SL-2026-0101 100.00 + SL-2026-0102 50.00 + SL-2026-0103 25.00'],
    }),
  ),
  {
    says: 'a list whose amount is not that of its numbers is left to a person',
    bills: [
      { number: 'SL-2026-0101', amount: 100 },
      { number: 'SL-2026-0102', amount: 50 },
    ],
    lines: [{ amount: 140, text: 'SL-2026-0101, 0102', ...pine }],
    expect: ['suggested fitsAnother: SL-2026-0101 | SL-2026-0101 SL-2026-0102 | SL-2026-0102'],
  },
  {
    says: 'numbers of two customers in one line',
    bills: [
      { number: 'SL-2026-0001', amount: 100 },
      { number: 'SL-2026-0002', amount: 50, of: 'oak' },
    ],
    lines: [{ amount: 150, text: 'SL-2026-0001 SL-2026-0002' }],
    expect: ['suggested severalCustomers: SL-2026-0002 | SL-2026-0001'],
  },
  {
    says: 'a number of another customer than the payer who is known',
    bills: [{ number: 'SL-2026-0001', amount: 100, of: 'oak' }],
    lines: [{ amount: 100, text: 'SL-2026-0001', payerAccount: 'A1' }],
    expect: ['suggested payerOfAnother: SL-2026-0001 | pine'],
    differs: 'there the reference wins; here a payer who is known as somebody else stands against it',
  },
  {
    says: 'a slip that leads to the number of somebody else, exact amount of one’s own bill',
    bills: [
      { number: 'SL-2026-0041', amount: 613.2 },
      { number: 'SL-2026-0047', amount: 99, of: 'oak' },
    ],
    lines: [{ amount: 613.2, text: 'SL-2026-0047', ...pine }],
    expect: ['SL-2026-0041 613.20'],
  },
  {
    says: 'a digit lost, exact amount',
    bills: [{ number: 'SL-2026-0041', amount: 613.2 }],
    lines: [{ amount: 613.2, text: 'SL-2026-041' }],
    expect: ['SL-2026-0041 613.20'],
  },
  {
    says: 'a number that is paid already, paid again',
    bills: [{ number: 'SL-2026-0041', amount: 613.2 }],
    lines: [
      { amount: 613.2, text: 'SL-2026-0041', date: '2026-10-10' },
      { amount: 613.2, text: 'SL-2026-0041', date: '2026-10-20' },
    ],
    expect: ['SL-2026-0041 613.20', 'suggested alreadyPaid: SL-2026-0041'],
  },
  {
    says: 'a collective booking of one line whose details name bills of two customers, exactly their sum',
    bills: [
      { number: 'SL-2026-0001', amount: 100 },
      { number: 'SL-2026-0002', amount: 50, of: 'oak' },
    ],
    lines: [{ amount: 150, kind: 'batch', details: '100.00 CNY Pine SL-2026-0001; 50.00 CNY Oak SL-2026-0002' }],
    expect: ['SL-2026-0001 100.00 + SL-2026-0002 50.00'],
  },
  {
    says: 'a collective booking whose details are not its amount',
    bills: [
      { number: 'SL-2026-0001', amount: 100 },
      { number: 'SL-2026-0002', amount: 50, of: 'oak' },
    ],
    lines: [{ amount: 149, kind: 'batch', details: '99.00 CNY Pine SL-2026-0001; 50.00 CNY Oak SL-2026-0002' }],
    expect: ['suggested severalCustomers: SL-2026-0002 | SL-2026-0001'],
  },
]
