// One row of a statement as a bank line: which cell is what, in which direction the money went.
import { type Currency, isCurrency } from '../../base/currency.ts'
import type { Minor } from '../../base/money.ts'
import { type BankLine, laterBankColumns } from '../../book/bank.ts'
import type { AccountOf } from './accounts.ts'
import type { Cells } from './reader.ts'
import { signedAmount, signedBalance } from './signs.ts'
import type { Job } from './taken.ts'

export type ReadLine = Omit<BankLine, 'id'>

/** What a bank says in other words is not a kind of ours. */
const kinds = new Set(['transfer', 'return', 'reversal', 'fee', 'interest', 'batch'])

export function readLine(cells: Cells, job: Job, accountOf: AccountOf): ReadLine {
  const account = accountOf(cells.text('ownAccount'))
  const { accounts, currency: usual } = job.book.settings
  const currency = cells.currency(accounts.find((a) => a.name === account)?.currency ?? job.currency ?? usual)
  const value = cells.day('value')
  const date = cells.day('date') ?? (cells.has('date') ? null : value) ?? cells.reject('missingValue', 'date', '')
  const amount = signedAmount(cells, currency, job.signs)
  if (amount === 0) cells.reject('zeroAmount', cells.has('amount') ? 'amount' : 'in')
  const balance = signedBalance(cells, currency, job.signs)
  const fee = feeOf(cells, currency, job)
  const kind = cells.text('kind')
  const line: { -readonly [K in keyof ReadLine]: ReadLine[K] } = {
    account,
    date,
    amount,
    currency,
    kind: kinds.has(kind) ? kind : '',
    payer: partyOf(cells, amount),
    payerAccount: cells.text('payerAccount'),
    reference: cells.text('reference'),
    structured: cells.text('structured'),
    text: textOf(cells),
    source: job.sheet.format,
  }
  // One by one, because each copy of each of very many lines tells.
  if (value !== null) line.value = value
  if (fee !== 0) line.fee = fee
  if (balance !== null) line.balance = balance
  setOriginal(line, cells)
  for (const column of laterBankColumns) {
    const text = column === 'endToEnd' || column === 'mandate' ? reference(cells, column) : cells.text(column)
    if (text !== '') line[column] = text
  }
  return line
}

/** Banks fill an empty reference with a word that says so. */
function reference(cells: Cells, field: string): string {
  const text = cells.text(field)
  return /^(?:NOTPROVIDED|NONREF|NOREF|-)$/i.test(text) ? '' : text
}

/** Where payer and payee have columns of their own, the other side of money that went out is the payee. */
function partyOf(cells: Cells, amount: Minor): string {
  const [payer, payee] = [cells.text('payer'), cells.text('payee')]
  return amount < 0 ? payee || payer : payer || payee
}

function textOf(cells: Cells): string {
  return [...new Set([cells.text('text'), cells.text('note')].filter((t) => t !== ''))].join(' ')
}

/** A format says itself whether a fee was kept or given back; in tables it is written with any sign, and a return gives it back. */
function feeOf(cells: Cells, currency: Currency, job: Job): Minor {
  const fee = cells.amount('fee', currency) ?? 0
  if (job.sheet.isDefined === true) return fee
  return cells.text('kind') === 'return' ? -Math.abs(fee) : Math.abs(fee)
}

function setOriginal(line: Pick<ReadLine, 'amount' | 'currency'> & Partial<Foreign>, cells: Cells): void {
  if (cells.text('original') === '') return
  const { amount, currency } = line
  const code = cells.text('originalCurrency').toUpperCase() || currency
  if (!isCurrency(code)) return
  const original = cells.amount('original', code)
  if (original === null || original === 0 || (code === currency && Math.abs(original) === Math.abs(amount))) return
  line.original = amount < 0 ? -Math.abs(original) : original
  line.originalCurrency = code
}

interface Foreign {
  original: Minor
  originalCurrency: Currency
}
