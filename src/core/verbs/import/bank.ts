// Rows that are lines of a bank statement. Money in is positive.

import type { Currency } from '../../base/currency.ts'
import { rowId } from '../../base/id.ts'
import { type Minor, safe } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Change } from '../../book/change.ts'
import type { Cells } from './reader.ts'
import { eachRow, type Harvest, type Job } from './taken.ts'

/**
 * A line's id is a hash of account, day, amount, payer, texts and the balance after it where the bank tells it; equal lines of one
 * file are told apart by their order. So a statement that overlaps an earlier one brings only what is new, and two equal genuine
 * lines stay two.
 */
export function importBank(job: Job): Harvest {
  const { book, context, account } = job
  const there = new Set(book.bank.map((l) => l.id))
  const times = new Map<string, number>()
  const changes: Change[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const line = readLine(cells, job)
    const key = contentOf(line).join('\u001f')
    const nth = times.get(key) ?? 0
    times.set(key, nth + 1)
    const id = rowId(context.hash, ['bank', account, ...contentOf(line), String(nth)])
    const { amount, currency } = line
    if (there.has(id)) return { state: 'known', amount, currency }
    changes.push({ change: 'addBankLine', line: { ...line, id } })
    return { state: 'imported', amount, currency }
  })
  return { changes, notes: [], taken, rejected }
}

/** What a bank says in other words is not a kind of ours. */
const kinds = new Set(['transfer', 'return', 'reversal', 'fee', 'interest', 'batch'])

function readLine(cells: Cells, job: Job): Omit<BankLine, 'id'> {
  const currency = cells.currency(job.book.settings.currency)
  const date = cells.day('date') ?? cells.reject('missingValue', 'date', '')
  const amount = amountOf(cells, currency)
  if (amount === 0) cells.reject('zeroAmount', cells.has('amount') ? 'amount' : 'in')
  const value = cells.day('value')
  const balance = cells.amount('balance', currency)
  const isReturn = cells.text('kind') === 'return'
  const fee = cells.amount('fee', currency)
  return {
    account: job.account,
    date,
    ...(value === null ? {} : { value }),
    amount,
    currency,
    kind: kinds.has(cells.text('kind')) ? cells.text('kind') : '',
    payer: cells.text('payer'),
    payerAccount: cells.text('payerAccount'),
    reference: cells.text('reference'),
    structured: cells.text('structured'),
    text: cells.text('text'),
    ...(fee === null || fee === 0 ? {} : { fee: amount < 0 && isReturn ? -Math.abs(fee) : Math.abs(fee) }),
    ...(balance === null ? {} : { balance }),
    source: job.sheet.format,
  }
}

/** One signed column, or what came in less what went out, each written without its sign or with it. */
function amountOf(cells: Cells, currency: Currency): Minor {
  const amount = cells.amount('amount', currency)
  if (amount !== null) return amount
  const into = cells.amount('in', currency)
  const out = cells.amount('out', currency)
  if (into === null && out === null) return cells.reject('missingValue', cells.has('amount') ? 'amount' : 'in', '')
  return safe((into ?? 0) - Math.abs(out ?? 0))
}

function contentOf(line: Omit<BankLine, 'id'>): string[] {
  const { date, amount, currency, payer, payerAccount, reference, structured, text } = line
  const balance = line.balance === undefined ? '' : String(line.balance)
  return [date, String(amount), currency, payer, payerAccount, reference, structured, text, balance]
}
