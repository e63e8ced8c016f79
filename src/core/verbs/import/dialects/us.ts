// Banks of the United States. They write the month before the day.
import { currency } from '../../../base/currency.ts'
import { type Dialect, monthFirst } from './dialect.ts'

const american = { country: 'US', currency: currency('USD'), usual: { ...monthFirst, decimal: '.' } } as const

export const unitedStates: readonly Dialect[] = [
  {
    ...american,
    name: 'chase',
    bank: 'Chase',
    headings: ['Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #'],
    rules: { columns: { text: 'Description', note: '' } },
  },
  {
    ...american,
    name: 'chase-card',
    bank: 'Chase, cards',
    headings: [
      'Transaction Date,Post Date,Description,Category,Type,Amount,Memo',
      'Card,Transaction Date,Post Date,Description,Category,Type,Amount,Memo',
    ],
  },
  {
    ...american,
    name: 'bank-of-america',
    bank: 'Bank of America',
    headings: ['Date,Description,Amount,Running Bal.'],
  },
  {
    ...american,
    name: 'bank-of-america-card',
    bank: 'Bank of America, cards',
    headings: ['Posted Date,Reference Number,Payee,Address,Amount'],
  },
  {
    ...american,
    // Day, amount, an asterisk, the number of a check, text.
    name: 'wells-fargo',
    bank: 'Wells Fargo, without headings',
    headings: [],
    rules: { headings: 'none', columns: { date: '1', amount: '2', reference: '4', text: '5' } },
  },
  {
    ...american,
    name: 'capital-one',
    bank: 'Capital One 360',
    headings: ['Account Number,Transaction Description,Transaction Date,Transaction Type,Transaction Amount,Balance'],
    usual: { date: 'M/d/yy', decimal: '.' },
    rules: { columns: { direction: 'Transaction Type', kind: '', ownAccount: 'Account Number' } },
  },
  {
    ...american,
    name: 'capital-one-card',
    bank: 'Capital One, cards',
    headings: ['Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit'],
  },
  {
    ...american,
    // Payments to the card are written negative in the column of credits.
    name: 'citi',
    bank: 'Citi, cards',
    headings: ['Status,Date,Description,Debit,Credit', 'Status,Date,Description,Debit,Credit,Member Name'],
    rules: { sign: 'ignored' },
  },
  {
    ...american,
    name: 'amex',
    bank: 'American Express',
    headings: [
      'Date,Description,Card Member,Account #,Amount,Extended Details,Appears On Your Statement As,Address,City/State,Zip Code,Country,Reference,Category',
      'Date,Description,Card Member,Account #,Amount,Extended Details,Appears On Your Statement As,Address,City/Town,State/Province,Zip Code,Country,Reference,Category',
    ],
    rules: { sign: 'reversed' },
  },
  {
    name: 'amex-short',
    bank: 'American Express, of any country',
    country: '',
    headings: ['Date,Description,Card Member,Account #,Amount'],
    rules: { sign: 'reversed' },
  },
  {
    ...american,
    name: 'discover',
    bank: 'Discover',
    headings: ['Trans. Date,Post Date,Description,Amount,Category'],
    rules: { sign: 'reversed' },
  },
  {
    ...american,
    name: 'schwab',
    bank: 'Charles Schwab Bank',
    headings: ['Date,Status,Type,CheckNumber,Description,Withdrawal,Deposit,RunningBalance'],
  },
]
