// One row of a statement as a bank line: which cell is what, in which direction the money went.
import { type Currency, isCurrency } from '../../base/currency.ts'
import { type Minor, safe } from '../../base/money.ts'
import { type BankLine, laterTexts } from '../../book/bank.ts'
import type { AccountOf } from './accounts.ts'
import type { Cells } from './reader.ts'
import type { Job } from './taken.ts'

export type ReadLine = Omit<BankLine, 'id'>

/** What a bank says in other words is not a kind of ours. */
const kinds = new Set(['transfer', 'return', 'reversal', 'fee', 'interest', 'batch'])

export function readLine(cells: Cells, job: Job, accountOf: AccountOf): ReadLine {
  const account = accountOf(cells.text('ownAccount'))
  const { accounts, currency: usual } = job.book.settings
  const currency = cells.currency(accounts.find((a) => a.name === account)?.currency ?? usual)
  const value = cells.day('value')
  const date = cells.day('date') ?? (cells.has('date') ? null : value) ?? cells.reject('missingValue', 'date', '')
  const amount = amountOf(cells, currency)
  if (amount === 0) cells.reject('zeroAmount', cells.has('amount') ? 'amount' : 'in')
  const balance = cells.amount('balance', currency)
  const fee = feeOf(cells, currency, job)
  const kind = cells.text('kind')
  return {
    account,
    date,
    ...(value === null ? {} : { value }),
    amount,
    currency,
    kind: kinds.has(kind) ? kind : '',
    payer: partyOf(cells, amount),
    payerAccount: cells.text('payerAccount'),
    reference: cells.text('reference'),
    structured: cells.text('structured'),
    text: textOf(cells),
    ...foreignOf(cells, amount, currency),
    ...(fee === 0 ? {} : { fee }),
    ...(balance === null ? {} : { balance }),
    source: job.sheet.format,
    ...laterTexts({
      endToEnd: reference(cells, 'endToEnd'),
      mandate: reference(cells, 'mandate'),
      code: cells.text('code'),
      reason: cells.text('reason'),
      batch: cells.text('batch'),
      details: cells.text('details'),
    }),
  }
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

function foreignOf(cells: Cells, amount: Minor, currency: Currency): Pick<BankLine, 'original' | 'originalCurrency'> {
  const code = cells.text('originalCurrency').toUpperCase() || currency
  if (cells.text('original') === '' || !isCurrency(code)) return {}
  const original = cells.amount('original', code)
  if (original === null || original === 0 || (code === currency && Math.abs(original) === Math.abs(amount))) return {}
  return { original: amount < 0 ? -Math.abs(original) : original, originalCurrency: code }
}

/** One signed column, or what came in less what went out, each written without its sign or with it. */
function amountOf(cells: Cells, currency: Currency): Minor {
  const amount = cells.amount('amount', currency)
  if (amount !== null) return directed(cells, amount)
  const into = cells.amount('in', currency)
  const out = cells.amount('out', currency)
  if (into === null && out === null) return cells.reject('missingValue', cells.has('amount') ? 'amount' : 'in', '')
  return safe((into ?? 0) - Math.abs(out ?? 0))
}

const directions = new Map<string, 'in' | 'out'>([
  ...['c', 'cr', 'credit', 'in', 'h', 'haben', 'bij', '收入', '收', '贷', '贷方', '来账', '转入'].map(
    (w) => [w, 'in'] as const,
  ),
  ...['d', 'dr', 'debit', 'out', 's', 'soll', 'af', '支出', '支', '借', '借方', '往账', '转出'].map(
    (w) => [w, 'out'] as const,
  ),
])

/** A column of its own, or the kind, may say that money came in or went out; a sign that says the opposite is refused. */
function directed(cells: Cells, amount: Minor): Minor {
  const said = cells.has('direction') ? cells.text('direction') : ''
  const direction = directions.get((said || cells.text('kind')).toLowerCase())
  if (direction === undefined) return said === '' ? amount : cells.reject('unknownDirection', 'direction')
  if (direction === 'out') return -Math.abs(amount)
  return amount < 0 ? cells.reject('signDiffers', 'amount') : amount
}
