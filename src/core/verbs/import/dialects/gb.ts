// Banks of the United Kingdom. They write the day before the month.
import { currency } from '../../../base/currency.ts'
import { type Dialect, dayFirst } from './dialect.ts'

const british = { country: 'GB', currency: currency('GBP'), usual: { ...dayFirst, decimal: '.' } } as const

export const unitedKingdom: readonly Dialect[] = [
  {
    ...british,
    name: 'barclays',
    bank: 'Barclays',
    headings: ['Number,Date,Account,Amount,Subcategory,Memo'],
    rules: { columns: { ownAccount: 'Account', text: 'Memo', note: 'Subcategory' } },
  },
  {
    ...british,
    name: 'lloyds',
    bank: 'Lloyds, Halifax, Bank of Scotland',
    headings: [
      'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance',
    ],
  },
  {
    ...british,
    name: 'natwest',
    bank: 'NatWest, Royal Bank of Scotland, Ulster Bank',
    headings: ['Date,Type,Description,Value,Balance,Account Name,Account Number'],
  },
  {
    ...british,
    name: 'nationwide',
    bank: 'Nationwide',
    headings: ['Date,Transaction type,Description,Paid out,Paid in,Balance'],
  },
  {
    ...british,
    name: 'hsbc-uk',
    bank: 'HSBC UK',
    headings: ['Date,Type,Description,Paid Out,Paid In,Balance'],
  },
  {
    ...british,
    // The file that the bank gives for one account: day, text, amount.
    name: 'hsbc-uk-bare',
    bank: 'HSBC UK, without headings',
    headings: [],
    rules: { headings: 'none', columns: { date: '1', text: '2', amount: '3' } },
  },
  {
    ...british,
    name: 'first-direct',
    bank: 'first direct',
    // Any bank may have `Date,Description,Amount,Balance`, so it is taken only where it is named.
    headings: [],
  },
  {
    ...british,
    name: 'monzo',
    bank: 'Monzo',
    headings: [
      'Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In',
      'Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In,Balance,Balance currency',
    ],
  },
  {
    ...british,
    name: 'starling',
    bank: 'Starling',
    headings: [
      'Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes',
      'Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)',
    ],
    rules: { columns: { payer: 'Counter Party', text: 'Reference', amount: 'Amount (GBP)', balance: 'Balance (GBP)' } },
  },
  {
    ...british,
    name: 'amex-uk',
    bank: 'American Express UK',
    headings: [
      'Date,Description,Card Member,Account #,Amount,Extended Details,Appears On Your Statement As,Address,Town/City,Postcode,Country,Reference,Category',
    ],
    rules: { sign: 'reversed' },
  },
]
