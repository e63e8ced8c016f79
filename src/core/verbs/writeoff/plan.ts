// Gives up what a document still wants, whole or in part.
import type { Day } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import { ok, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { enterRow, readPositive, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findDocument } from '../../ledger/find.ts'

export interface WriteOffInput {
  readonly document: string
  /** As typed; unless said, all that is open. */
  readonly amount?: string
  readonly date?: Day
  readonly reason: string
  readonly memo: string
}

export function planWriteOff(book: Book, input: WriteOffInput, context: Context): Plan {
  const date = input.date ?? context.today
  const found = findDocument(wholeLedger(book.journal, date), input.document)
  if (!found.ok) return refused([found.problem])
  const { number, customer, currency, amount, open } = found.value
  const text = (n: number) => formatAmount(n, currency)
  if (open <= 0)
    return refused([problem('nothing-open', { number, amount: text(amount), settled: text(amount - open), currency })])
  const wanted = input.amount === undefined ? ok(open) : readPositive(input.amount, currency, 'AMOUNT')
  if (!wanted.ok) return refused([wanted.problem])
  if (wanted.value > open) {
    const params = { number, wanted: text(wanted.value), open: text(open), over: text(wanted.value - open), currency }
    return refused([problem('writeoff-beyond-open', params)])
  }
  const row = enterRow(
    { id: context.freshId(0), date, kind: 'writeoff', customer, amount: wanted.value, currency },
    { document: number, reason: input.reason, memo: input.memo, rate: bookedRate(book, currency, date) },
  )
  return entered([row], [])
}
