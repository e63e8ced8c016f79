// What becomes of one bank line, and why.
import type { RowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import type { DisputeCause, MatchRule, OpenReason } from '../../base/words/bank.ts'
import type { BankLine } from '../../book/bank.ts'
import type { CustomerId } from '../../book/customer.ts'

/** The share of a line that a document gets. */
export interface Part {
  readonly document: string
  readonly amount: Minor
  /** Where one line pays for several customers: whose document it is. */
  readonly customer?: CustomerId
  /** A credit note that the payer has taken off: the amount is its, not the line's. */
  readonly from?: string
  /** What is left of the document and given up by agreement. */
  readonly deduct?: Deduction
  /** What is left of the document and why, where the payer says so: a dispute. */
  readonly short?: Short
  /** What an advice says of this document. */
  readonly note?: string
}

export interface Short {
  readonly document: string
  readonly amount: Minor
  readonly cause: DisputeCause
  /** As they stand on the line or in the advice. */
  readonly words: string
}

export interface Deduction {
  readonly amount: Minor
  readonly reason: 'early-payment' | 'withholding' | 'bank-fee' | 'rounding'
  /** The tax in the amount, where the discount lowers it. */
  readonly tax?: Minor
}

/** A possible answer that was not booked. */
export interface Option {
  readonly rule: MatchRule
  readonly customer: CustomerId
  /** Empty: the customer only, no document. */
  readonly documents: readonly string[]
  readonly evidence: readonly string[]
  /** The dispute that it would open. */
  readonly short?: Short
}

export interface TiedPayment {
  readonly id: RowId
  readonly customer: CustomerId
  readonly amount: Minor
}

export interface Matched {
  readonly state: 'matched'
  readonly rule: MatchRule
  /** Of the money; the first one where the parts name several. */
  readonly customer: CustomerId
  /** Together at most the line's amount; what is left goes on account. */
  readonly parts: readonly Part[]
  readonly evidence: readonly string[]
  /** Payments that were in the book before the line; nothing but the ties are written then. */
  readonly payments?: readonly TiedPayment[]
  /** Payments that the line, a return, undoes; nothing but their reversals are written then. */
  readonly undoes?: readonly TiedPayment[]
  readonly others: readonly Option[]
}

export type Verdict =
  | Matched
  | { readonly state: 'suggested'; readonly reason: OpenReason; readonly options: readonly Option[] }
  | { readonly state: 'unmatched'; readonly reason: OpenReason }
  | { readonly state: 'known' }
  /** `byRule`: the rule that takes it now; `now`: a person has just left it out. */
  | { readonly state: 'ignored'; readonly reason: string; readonly byRule?: string; readonly now?: true }

export interface Judged {
  readonly line: BankLine
  readonly verdict: Verdict
}
