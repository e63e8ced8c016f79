// Rows that are lines of a bank statement. Money in is positive.

import type { Currency } from '../../base/currency.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount, type Minor, safe } from '../../base/money.ts'
import { type Problem, warning } from '../../base/problem.ts'
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
  const lines: BalanceLine[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const line = readLine(cells, job)
    lines.push(line)
    const key = contentOf(line).join('\u001f')
    const nth = times.get(key) ?? 0
    times.set(key, nth + 1)
    const id = rowId(context.hash, ['bank', account, ...contentOf(line), String(nth)])
    const { amount, currency } = line
    if (there.has(id)) return { state: 'known', amount, currency }
    changes.push({ change: 'addBankLine', line: { ...line, id } })
    return { state: 'imported', amount, currency }
  })
  const notes = rejected.length > 0 ? [] : balanceNotes(lines, job.sheet.name)
  return { changes, notes, taken, rejected }
}

/** What a bank says in other words is not a kind of ours. */
const kinds = new Set(['transfer', 'return', 'reversal', 'fee', 'interest', 'batch'])

function readLine(cells: Cells, job: Job): Omit<BankLine, 'id'> {
  const currency = cells.currency(job.book.settings.currency)
  const value = cells.day('value')
  const date = cells.day('date') ?? (cells.has('date') ? null : value) ?? cells.reject('missingValue', 'date', '')
  const amount = amountOf(cells, currency)
  if (amount === 0) cells.reject('zeroAmount', cells.has('amount') ? 'amount' : 'in')
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
  if (amount !== null) return directed(cells, amount)
  const into = cells.amount('in', currency)
  const out = cells.amount('out', currency)
  if (into === null && out === null) return cells.reject('missingValue', cells.has('amount') ? 'amount' : 'in', '')
  return safe((into ?? 0) - Math.abs(out ?? 0))
}

const directions = new Map<string, 'in' | 'out'>([
  ...['c', 'cr', 'credit', 'in', 'h', 'haben', 'bij', '收入', '收', '贷', '贷方'].map((w) => [w, 'in'] as const),
  ...['d', 'dr', 'debit', 'out', 's', 'soll', 'af', '支出', '支', '借', '借方'].map((w) => [w, 'out'] as const),
])

/** A column of its own, or the kind, may say that money came in or went out; a sign that says the opposite is refused. */
function directed(cells: Cells, amount: Minor): Minor {
  const said = cells.has('direction') ? cells.text('direction') : ''
  const direction = directions.get((said || cells.text('kind')).toLowerCase())
  if (direction === undefined) return said === '' ? amount : cells.reject('unknownDirection', 'direction')
  if (direction === 'out') return -Math.abs(amount)
  return amount < 0 ? cells.reject('signDiffers', 'amount') : amount
}

/** Where every line tells the balance after it: whether the first leads to the last, in the order of the file or against it. */
function balanceNotes(lines: readonly Omit<BankLine, 'id'>[], file: string): Problem[] {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined || lines.some((l) => l.balance === undefined)) return []
  if (lines.some((l) => l.currency !== first.currency)) return []
  const sum = lines.reduce((total, l) => safe(total + l.amount), 0)
  const gap = (from: BalanceLine, to: BalanceLine) => safe((from.balance ?? 0) - from.amount + sum - (to.balance ?? 0))
  const isAscending = first.date <= last.date
  if (gap(first, last) === 0 || gap(last, first) === 0) return []
  const [from, to] = isAscending ? [first, last] : [last, first]
  const text = (minor: Minor) => formatAmount(minor, first.currency)
  const params = {
    opening: text(safe((from.balance ?? 0) - from.amount)),
    lines: text(sum),
    closing: text(to.balance ?? 0),
    currency: first.currency,
  }
  return [warning('statement-sum', params, { file })]
}

type BalanceLine = Omit<BankLine, 'id'>

function contentOf(line: Omit<BankLine, 'id'>): string[] {
  const { date, amount, currency, payer, payerAccount, reference, structured, text } = line
  const balance = line.balance === undefined ? '' : String(line.balance)
  return [date, String(amount), currency, payer, payerAccount, reference, structured, text, balance]
}
