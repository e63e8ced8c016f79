// Brings a balance forward from before the book: owed when positive, on account when negative.
import { type Currency, decimalsOf } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { parseAmount } from '../../base/money.ts'
import { problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { enterRow, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'

export interface OpeningInput {
  readonly customer: string
  /** As typed; negative: we owe him. */
  readonly amount: string
  /** The old bill's number. */
  readonly document: string
  readonly due?: Day
  readonly date?: Day
  readonly currency?: Currency
  readonly memo: string
}

export function planOpening(book: Book, input: OpeningInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return refused([customer.problem])
  const date = input.date ?? context.today
  const currency = input.currency ?? customer.value.currency ?? book.settings.currency
  const amount = parseAmount(input.amount, currency)
  if (typeof amount !== 'number' || amount === 0)
    return refused([
      problem('not-an-amount', { flag: 'AMOUNT', text: input.amount, currency, decimals: decimalsOf(currency) }),
    ])
  const ledger = wholeLedger(book.journal, date)
  const known = input.document === '' ? undefined : ledger.document(input.document)
  if (known !== undefined || book.bills.has(input.document))
    return refused([
      problem('number-taken', { number: input.document, customer: known?.customer ?? customer.value.id }),
    ])
  const row = enterRow(
    { id: context.freshId(0), date, kind: 'opening', customer: customer.value.id, amount, currency },
    {
      document: input.document,
      due: amount > 0 ? (input.due ?? date) : null,
      memo: input.memo,
      rate: bookedRate(book, currency, date),
    },
  )
  return entered([row], [])
}
