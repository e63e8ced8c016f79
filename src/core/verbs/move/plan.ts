// Moves an on-account amount to another customer or currency: a pair of rows, out and in, with their booked rates.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { fail, ok, problem, type Result } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { findCustomer } from '../../book/find.ts'
import { journalRow } from '../../book/journal.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { exchanged } from '../../book/rates.ts'
import { readPositive, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { moveRows } from '../../ledger/move-rows.ts'
import { findSourceNamed } from '../../ledger/name.ts'
import type { LedgerSource } from '../../ledger/sources.ts'

export interface MoveInput {
  readonly source: string
  /** As typed, in the source's currency; unless said, all that is left. */
  readonly amount?: string
  /** The customer it goes to; the same one unless said. */
  readonly to?: string
  readonly currency?: Currency
  /** As typed: what arrives in the other currency; by rates.csv unless said. */
  readonly receives?: string
  readonly date?: Day
  readonly memo: string
}

export function planMove(book: Book, input: MoveInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const source = findSourceNamed({ book, ledger, context }, input.source)
  if (!source.ok) return refused([source.problem])
  const target = input.to === undefined ? null : findCustomer(book.customers, input.to, context.romanise)
  if (target !== null && !target.ok) return refused([target.problem])
  const customer = target?.value.id ?? source.value.customer
  const currency = input.currency ?? source.value.currency
  if (customer === source.value.customer && currency === source.value.currency)
    return refused([problem('move-to-itself', { name: source.value.document || source.value.id })])
  const left = amountOut(source.value, input.amount)
  if (!left.ok) return refused([left.problem])
  const arrived = amountIn(
    book,
    { from: source.value.currency, to: currency, amount: left.value, date },
    input.receives,
  )
  if (!arrived.ok) return refused([arrived.problem])
  const { customer: giver, currency: given } = source.value
  const move = {
    of: source.value.document || source.value.id,
    rate: journalRow(book.journal, source.value.row).rate,
    date,
    memo: input.memo,
  }
  const out = { id: context.freshId(0), customer: giver, currency: given, amount: left.value }
  const into = { id: context.freshId(1), customer, currency, amount: arrived.value }
  return entered(moveRows(book, move, out, into), [])
}

function amountOut(source: LedgerSource, typed: string | undefined): Result<Minor> {
  const { currency, remaining, amount } = source
  const wanted = typed === undefined ? ok(remaining) : readPositive(typed, currency, 'AMOUNT')
  if (!wanted.ok || (wanted.value <= remaining && remaining > 0)) return wanted
  const text = (n: number) => formatAmount(n, currency)
  return fail('source-holds-less', {
    name: source.document || source.id,
    wanted: text(wanted.value),
    amount: text(amount),
    remaining: text(remaining),
    currency,
  })
}

interface Exchange {
  readonly from: Currency
  readonly to: Currency
  readonly amount: Minor
  readonly date: Day
}

function amountIn(book: Book, { from, to, amount, date }: Exchange, typed: string | undefined): Result<Minor> {
  if (typed !== undefined) return readPositive(typed, to, '--receives')
  if (from === to) return ok(amount)
  const arrived = exchanged(book, { amount, from, to, date })
  return arrived !== null && arrived > 0 ? ok(arrived) : fail('move-without-rate', { from, to, date })
}
