// The pair of rows that moves money on account to another customer or currency, with the rates that its difference is told by.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { exact } from '../base/decimal.ts'
import { type Minor, toExact } from '../base/money.ts'
import type { Book } from '../book/book.ts'
import type { CustomerId } from '../book/customer.ts'
import type { JournalRow } from '../book/journal.ts'
import { bookedRate, rateText } from '../book/rates.ts'
import { enterRow } from './enter.ts'

export interface Side {
  readonly id: string
  readonly customer: CustomerId
  readonly currency: Currency
  readonly amount: Minor
}

export interface Move {
  /** Row id or number of the money that is moved. */
  readonly of: string
  /** The rate at which that money came in; empty in the book's own currency. */
  readonly rate: string
  readonly date: Day
  readonly memo: string
}

/** Out, then in. Within one currency the money keeps the rate at which it came in: going to somebody else gains and loses nothing. */
export function moveRows(book: Pick<Book, 'settings' | 'rates'>, move: Move, out: Side, into: Side): JournalRow[] {
  const { of, date, memo } = move
  const rate = (side: Side, other: Side): string => {
    if (out.currency === into.currency) return move.rate
    return bookedRate(book, side.currency, date) || impliedRate(book, side, other, date)
  }
  return [
    enterRow({ ...out, date, kind: 'out' }, { of, memo, rate: rate(out, into) }),
    enterRow({ ...into, date, kind: 'in' }, { of, memo, rate: rate(into, out) }),
  ]
}

/** Where the book states no rate, the pair itself does: what left, in the book's currency, for what arrived. */
function impliedRate(book: Pick<Book, 'settings' | 'rates'>, side: Side, other: Side, date: Day): string {
  const own = book.settings.currency
  if (side.currency === own) return ''
  const known = other.currency === own ? '1' : bookedRate(book, other.currency, date)
  if (known === '') return ''
  const worth = toExact(other.amount, other.currency).times(exact(known))
  return rateText(worth.div(toExact(side.amount, side.currency)))
}
