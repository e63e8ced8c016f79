// A customer's account as it is sent to him, as values; render/ makes a page of it in his language.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { Word } from '../base/words.ts'
import type { Party } from './bill.ts'

/** A movement, the movements of one kind together, or the balance at an end of the period. */
export interface AccountLine {
  readonly date: Day | null
  readonly kind: Word
  readonly document: string | null
  readonly due: Day | null
  readonly text: string | null
  readonly increase: Minor | null
  readonly decrease: Minor | null
  readonly balance: Minor
}

/** A document that is owed, or money on account: negative. The last line is the balance. */
export interface OpenLine {
  readonly date: Day
  readonly kind: Word
  readonly document: string | null
  readonly due: Day | null
  readonly total: Minor | null
  readonly settled: Minor | null
  readonly open: Minor | null
  readonly balance: Minor
}

export type StatementLines =
  | { readonly kind: 'activity' | 'balance-forward'; readonly lines: readonly AccountLine[] }
  | { readonly kind: 'open-item'; readonly lines: readonly OpenLine[] }

export type Statement = StatementLines & {
  /** Null: from the beginning. */
  readonly from: Day | null
  readonly until: Day
  readonly sender: Party
  readonly receiver: Party
  readonly currency: Currency
}
