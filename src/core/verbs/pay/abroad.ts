// Money in another currency than the documents it settles: what is needed is exchanged in the same commit, the rest stays as it came.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { fail, note, ok, type Problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Context } from '../../book/plan.ts'
import { exchanged } from '../../book/rates.ts'
import type { Allocation } from '../../ledger/allocate.ts'
import { applyRows, readPositive } from '../../ledger/enter.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { moveRows } from '../../ledger/move-rows.ts'
import { settleNamed } from './named.ts'

export interface Abroad {
  readonly payment: JournalRow
  /** The currency of the documents. */
  readonly to: Currency
  readonly settles: readonly string[]
  /** As typed: what the whole payment comes to in `to`; by rates.csv unless said. */
  readonly receives: string | undefined
}

interface Settled {
  readonly rows: readonly JournalRow[]
  readonly allocation: Allocation
  readonly notes: readonly Problem[]
}

export function settleAbroad(
  book: Book,
  ledger: Ledger,
  { payment, to, settles, receives }: Abroad,
  context: Context,
): Settled | readonly Problem[] {
  const { customer, currency, date } = payment
  const worth = arrival(book, { amount: payment.amount, from: currency, to, date }, receives)
  if (!worth.ok) return [worth.problem]
  const found = settleNamed(ledger, { customer, currency: to, amount: worth.value, settles })
  if (!('shares' in found)) return found
  const isWhole = receives !== undefined || found.rest === 0
  const arrived = isWhole ? worth.value : worth.value - found.rest
  const given = isWhole
    ? payment.amount
    : needed(book, { amount: arrived, from: to, to: currency, date }, payment.amount)
  const out = { id: context.freshId(1), customer, currency, amount: given }
  const into = { id: context.freshId(2), customer, currency: to, amount: arrived }
  const moved = moveRows(book, { of: payment.id, rate: payment.rate, date, memo: '' }, out, into)
  const applied = applyRows(book.journal, context.hash, { source: into.id, date, shares: found.shares })
  const params = { given: text(given, currency), arrived: text(arrived, to) }
  return {
    rows: [...moved, ...applied],
    allocation: { ...found, rest: arrived - sumOf(found) },
    notes: [note('payment-exchanged', params), ...left(payment, given)],
  }
}

interface Exchange {
  readonly amount: Minor
  readonly from: Currency
  readonly to: Currency
  readonly date: Day
}

function arrival(book: Book, exchange: Exchange, receives: string | undefined): Result<Minor> {
  const { from, to, date } = exchange
  if (receives !== undefined) return readPositive(receives, to, '--receives')
  const worth = exchanged(book, exchange)
  return worth !== null && worth > 0 ? ok(worth) : fail('move-without-rate', { from, to, date })
}

/** What the settled amount costs at the same rate; never more than there is. */
function needed(book: Book, exchange: Exchange, most: Minor): Minor {
  return Math.min(most, Math.max(1, exchanged(book, exchange) ?? most))
}

function sumOf({ shares }: Allocation): Minor {
  return shares.reduce((n, s) => n + s.amount, 0)
}

function left({ customer, currency, amount }: JournalRow, given: Minor): Problem[] {
  if (given === amount) return []
  return [note('payment-on-account', { customer, rest: formatAmount(amount - given, currency), currency })]
}

function text(amount: Minor, currency: Currency): string {
  return `${formatAmount(amount, currency)} ${currency}`
}
