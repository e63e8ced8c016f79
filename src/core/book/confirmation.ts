// A slip on which a customer confirms his balance, as values; render/ makes a page of it in his language.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { Party } from './bill.ts'

export interface ConfirmationSlip {
  /** The balances are those at the end of this day. */
  readonly until: Day
  readonly sender: Party
  readonly receiver: Party
  readonly accounts: readonly {
    readonly currency: Currency
    /** open − onAccount; negative: we owe him. */
    readonly balance: Minor
    readonly open: Minor
    readonly onAccount: Minor
  }[]
}
