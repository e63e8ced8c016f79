// The provisions that closed months have booked: what each month end charged or released, for the general ledger.
import type { Currency } from '../base/currency.ts'
import { type Day, dayOf } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { Book } from '../book/book.ts'
import { closedMonths, endOfMonthNamed } from '../book/close.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Trace } from '../ledger/trace.ts'
import { movementsOf, previousOf } from './allowance-movement.ts'

export interface BookedAllowance {
  readonly date: Day
  readonly month: string
  readonly currency: Currency
  /** What the allowance grows by; negative where it shrinks. */
  readonly amount: Minor
  /** Where it is charged: expense of the month, or brought forward when the book began. */
  readonly from: 'impairment' | 'opening'
}

/** Empty for a book whose closed months hold no provision up to the day. */
export function bookedAllowances(book: Pick<Book, 'closes' | 'settings'>, trace: Trace, asOf: Day): BookedAllowance[] {
  const months = closedMonths(book.closes).filter((c) => endOfMonthNamed(c.month) <= asOf)
  if (months.every((c) => c.provision.length === 0)) return []
  // Months without a provision too: what was written off in them went against the allowance.
  const booked = months.flatMap((close): BookedAllowance[] => {
    const date = endOfMonthNamed(close.month)
    return movementsOf(previousOf(book, date), ledgerOf(trace, date), close.provision)
      .filter((m) => m.topUp !== 0)
      .map(({ currency, topUp }) => ({ date, month: close.month, currency, amount: topUp, from: 'impairment' }))
  })
  const opening = book.settings.provision?.opening ?? 0
  const [begin] = months
  if (opening === 0 || begin === undefined) return booked
  const date =
    trace.journal.length === 0
      ? endOfMonthNamed(begin.month)
      : dayOf(trace.journal.date.reduce((a, b) => Math.min(a, b)))
  return [{ date, month: begin.month, currency: book.settings.currency, amount: opening, from: 'opening' }, ...booked]
}
