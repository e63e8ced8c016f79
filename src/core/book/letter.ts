// A reminder to a customer as values; the words are chosen by render/ in the customer's language.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { Party } from './bill.ts'

export interface LetterItem {
  readonly document: string
  readonly date: Day
  readonly due: Day
  readonly open: Minor
  readonly daysLate: number
}

export interface Letter {
  /** Name of the ladder's step, as `friendly`, `firm`, `final`; its place in the ladder counts from 1. */
  readonly step: string
  readonly level: number
  readonly channel: string
  readonly date: Day
  readonly sender: Party
  readonly receiver: Party
  readonly contact?: string
  readonly currency: Currency
  readonly items: readonly LetterItem[]
  /** Already received and not yet set against a bill. */
  readonly onAccount: Minor
  /** What is asked for: the items less what is on account. */
  readonly total: Minor
}
