// What stands on pages that customers get, in English: bills, reminders and statements.
import { type Day, parts } from '../../core/base/day.ts'
import type { ContractBound } from '../../core/book/contract.ts'
import { termsInWords } from './terms.ts'
import { money } from './words/money.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function dayInWords(d: Day): string {
  const { year, month, date } = parts(d)
  return `${date} ${months[month - 1]} ${year}`
}

const reasons: Readonly<Record<string, string>> = {
  void: 'cancelled',
  correction: 'correction',
  return: 'goods returned',
  goodwill: 'goodwill',
  loyalty: 'loyalty reward',
  chargeback: 'chargeback',
}

const categories: Readonly<Record<string, string>> = {
  Z: 'zero-rated',
  E: 'exempt from tax',
  G: 'export, free of tax',
  AE: 'reverse charge: tax to be accounted for by the recipient',
  O: 'outside the scope of tax',
}

const bill = {
  label: (name: string, value: string) => `${name}: ${value}`,
  title: {
    bill: 'BILL',
    credit: 'CREDIT NOTE',
    fee: 'LATE FEE NOTE',
    quote: 'QUOTE',
    proforma: 'PRO-FORMA BILL',
    deposit: 'DEPOSIT BILL',
  },
  number: 'Number',
  date: 'Date',
  due: 'Due',
  of: 'For bill',
  quoteNumber: 'Quote',
  validUntil: 'Valid until',
  contract: 'Contract',
  project: 'Project',
  taxId: 'Tax ID',
  to: 'To',
  description: 'Description',
  quantity: 'Quantity',
  unit: 'Unit',
  price: 'Price',
  tax: 'Tax',
  amount: 'Amount',
  net: 'Net',
  taxLine: (rate: string, net: string, category: string) =>
    [`Tax ${rate}% on ${net}`, categories[category]].filter((text) => text !== undefined).join(', '),
  /** `amount` is signed: negative where the line is lowered. */
  allowance: (name: string, percent: string | undefined, amount: string) =>
    `${amount.startsWith('-') ? 'Discount' : 'Surcharge'}${name === 'agreed' ? '' : ` ${name}`}${percent === undefined ? '' : ` ${percent.replace('-', '')}%`}: ${amount}`,
  discountTaxed: (amount: string, tax: string) =>
    `With the discount for early payment you pay ${amount}, of which ${tax} is tax. No credit note will be issued: after such a payment, recover only the tax that you paid.`,
  /** `what` is the item, the quote or the project that it is for, if any. */
  deposit: (what: string) => (what === '' ? 'Deposit' : `Deposit: ${what}`),
  /** `what` is the contract's first item with the days of the cycle. */
  bound: (bound: ContractBound, what: string) =>
    `${bound === 'minimum' ? 'Up to the agreed minimum' : 'Less, to the agreed maximum'}: ${what}`,
  lessDeposit: (number: string) => `Less deposit ${number}`,
  depositTaken: (number: string, net: string, tax: string, total: string) =>
    `Deposit ${number} taken off: net ${net}, tax ${tax}, total ${total}.`,
  covered: 'Covered by deposits: nothing is left to pay.',
  quoteOnly: 'This is a quote. It becomes a bill once you accept it.',
  proformaOnly: 'This is no bill: it claims nothing and is no document for deducting tax.',
  exemption: (rate: string, reason: string) => `Tax ${rate}%: ${reason}`,
  gross: 'Prices include tax.',
  total: 'Total',
  /** Customary only in Chinese: the total in characters that cannot be altered. */
  inCharacters: '',
  terms: (terms: string) => `Terms: ${termsInWords(terms)}`,
  reason: (code: string) => `Reason: ${reasons[code] ?? code}`,
  pay: (amount: string, due: Day) => `Please pay ${amount} by ${dayInWords(due)}.`,
  instalments: 'Please pay in instalments:',
  instalment: (amount: string, due: Day) => `${amount} by ${dayInWords(due)}`,
  bank: (account: string) => `Our account: ${account}`,
  quote: (number: string) => `Please quote ${number} with your payment.`,
  credited: (amount: string) => `We have credited ${amount} to your account.`,
}

/** What a letter speaks of; amounts are finished texts with their currency. */
export interface LetterFacts {
  readonly count: number
  readonly total: string
  readonly date: Day
  readonly deadline: Day
}

const these = (count: number) => (count === 1 ? 'the bill below' : 'the bills below')

const letter = {
  subject: {
    friendly: ({ count, total }: LetterFacts) =>
      `A friendly reminder: ${count === 1 ? 'one bill' : `${count} bills`}, ${total}`,
    firm: ({ count, total }: LetterFacts) => `Overdue: ${count === 1 ? 'one bill' : `${count} bills`}, ${total}`,
    final: ({ total }: LetterFacts) => `Final reminder: ${total}`,
  },
  to: '',
  greeting: (contact: string | undefined) => `Dear ${contact ?? 'Sir or Madam'},`,
  opening: {
    friendly: ({ count, date }: LetterFacts) => [
      `Thank you for your business. It may have escaped your notice that, as of ${dayInWords(date)}, ${these(count)} ${count === 1 ? 'has passed its' : 'have passed their'} due day. May we ask you to look into it?`,
    ],
    firm: ({ count, date }: LetterFacts) => [
      `As of ${dayInWords(date)}, we find no payment in our books for ${these(count)}, now well past the due day.`,
    ],
    final: ({ count, date }: LetterFacts) => [
      `This is our final reminder. As of ${dayInWords(date)}, ${these(count)} ${count === 1 ? 'is' : 'are'} still unpaid, long after the due day.`,
    ],
  },
  closing: {
    friendly: ({ count }: LetterFacts) => [
      'If your payment is already on its way, please accept our thanks and disregard this letter.',
      `Should anything about ${count === 1 ? 'the bill' : 'the bills'} be unclear or not as agreed, just tell us and we will gladly put it right.`,
    ],
    firm: ({ total, deadline }: LetterFacts) => [
      `Please transfer ${total} by ${dayInWords(deadline)}, or let us know by then when we may expect it.`,
      'If you do not agree with a bill, please tell us which one and why, so that we can settle the matter.',
    ],
    final: ({ total, deadline }: LetterFacts) => [
      `Unless ${total} has reached us by ${dayInWords(deadline)}, we shall have to stop deliveries on credit, and we reserve the right to claim interest and to pursue the debt by legal means.`,
      'We would much rather settle this with you directly: please call or write to us before that day.',
    ],
  },
  bill: 'Bill',
  date: 'Date',
  due: 'Due',
  open: 'Open',
  daysLate: 'Days late',
  sum: 'Sum',
  onAccount: 'Received, not yet set against a bill',
  total: 'To pay',
  farewell: 'Yours faithfully,',
  signature: 'Accounts department',
}

/** What the last sentence of a statement speaks of; the amount is a finished text with its currency. */
export interface BalanceFacts {
  /** By the customer, not to him. */
  readonly owed: boolean
  readonly amount: string
  readonly until: Day
}

/** Names of movements and documents. */
const kinds: Readonly<Record<string, string>> = money

const statement = {
  title: {
    activity: 'STATEMENT OF ACCOUNT',
    'open-item': 'STATEMENT OF OPEN ITEMS',
    'balance-forward': 'STATEMENT OF ACCOUNT, BALANCE BROUGHT FORWARD',
  },
  period: (from: Day, until: Day) => `From ${dayInWords(from)} to ${dayInWords(until)}`,
  asOf: (until: Day) => `As of ${dayInWords(until)}`,
  inCurrency: (currency: string) => `All amounts in ${currency}`,
  kinds,
  kind: 'Entry',
  date: 'Date',
  due: 'Due',
  increase: 'Charges',
  decrease: 'Credits',
  running: 'Balance',
  total: 'Amount',
  open: 'Open',
  closing: 'Balance',
  balance: ({ owed, amount, until }: BalanceFacts) =>
    owed
      ? `By our books you owe us ${amount} as of ${dayInWords(until)}.`
      : `By our books we owe you ${amount} as of ${dayInWords(until)}.`,
  answer: 'Please compare this statement with your own books and tell us of any difference.',
}

const confirmation = {
  title: 'CONFIRMATION OF BALANCE',
  to: (name: string) => `To: ${name}`,
  opening: (sender: string, until: Day) =>
    `To compare our accounts, ${sender} lists below the balances between us as of ${dayInWords(until)} by our books. If they agree with yours, please sign the first box; if not, please state in the second what differs, and send this page back to:`,
  address: (text: string) => `Address: ${text}`,
  email: (text: string) => `Email: ${text}`,
  phone: (text: string) => `Phone: ${text}`,
  contact: (text: string) => `Contact: ${text}`,
  accounts: '1. Balances between us',
  until: 'As of',
  owedToUs: 'You owe us',
  owedByUs: 'We owe you',
  remark: 'Remark',
  madeOf: (open: string, onAccount: string) => `${open} less ${onAccount}`,
  others: '2. Other matters: none',
  purpose:
    'This letter only serves to compare accounts and is no demand for payment. If you have paid since the day above, please reply nevertheless.',
  seal: (sender: string) => `${sender} (seal)`,
  agreed: '1. The information is correct.',
  differs: '2. The information is not correct. What differs:',
  sign: ['Seal: ____________________   Date: ______________   Signed by: ______________'],
}

/** In the middle of a sentence: an amount with its currency. */
function moneyInWords(amount: string, currency: string): string {
  return `${currency} ${amount}`
}

const bankSheet = {
  title: 'Bank reconciliation statement',
  head: (company: string, account: string) => `${company} · account ${account}`,
  until: (day: string, currency: string) => `As of ${day}, in ${currency}`,
  bookBalance: 'Balance per book',
  bookPlus: 'Add: received, not in the book',
  bookLess: 'Less: paid, not in the book',
  bankBalance: 'Balance per bank statement',
  bankPlus: 'Add: received, not at the bank',
  bankLess: 'Less: paid, not at the bank',
  adjusted: 'Adjusted balance',
  unknown: 'not known',
  sign: 'Prepared by: ______________   Checked by: ______________   Date: ____________',
}

export const papers = { dayInWords, moneyInWords, bill, letter, statement, confirmation, bankSheet }

/** The same keys in every language. */
export type PaperWords = typeof papers
