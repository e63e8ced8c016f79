// What a check is: a law of the book, proven over all of it; silent where it holds.

import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import type { Hash } from '../../base/id.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import type { Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Ledger } from '../../ledger/ledger.ts'

export interface CheckInput {
  readonly book: Book
  /** With every row there is, also those dated after today. */
  readonly ledger: Ledger
  /** Days at which laws about days are proven, in order: ends of months with rows, and the last day of all. */
  readonly days: readonly Day[]
  readonly today: Day
  readonly hash: Hash
  /** What reading the files found. */
  readonly found: readonly Problem[]
}

export interface Check {
  readonly name: string
  /** Each finding with place, the numbers that prove it, and how to mend it. */
  check(input: CheckInput): readonly Problem[]
}

/** `12.50 EUR` */
export function money(amount: Minor, currency: Currency): string {
  return `${formatAmount(amount, currency)} ${currency}`
}
