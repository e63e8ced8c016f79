// What becomes of one bank line, and why.
import type { RowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import type { MatchRule, OpenReason } from '../../base/words/bank.ts'
import type { BankLine } from '../../book/bank.ts'
import type { CustomerId } from '../../book/customer.ts'

/** The share of a line that a document gets. */
export interface Part {
  readonly document: string
  readonly amount: Minor
  /** What is left of the document and given up by agreement. */
  readonly deduct?: Deduction
}

export interface Deduction {
  readonly amount: Minor
  readonly reason: 'early-payment' | 'bank-fee' | 'rounding'
}

/** A possible answer that was not booked. */
export interface Option {
  readonly rule: MatchRule
  readonly customer: CustomerId
  /** Empty: the customer only, no document. */
  readonly documents: readonly string[]
  readonly evidence: readonly string[]
}

export interface Matched {
  readonly state: 'matched'
  readonly rule: MatchRule
  readonly customer: CustomerId
  /** Together at most the line's amount; what is left goes on account. */
  readonly parts: readonly Part[]
  readonly evidence: readonly string[]
  /** A payment that was in the book before the line; nothing but the tie is written then. */
  readonly payment?: RowId
  readonly others: readonly Option[]
}

export type Verdict =
  | Matched
  | { readonly state: 'suggested'; readonly reason: OpenReason; readonly options: readonly Option[] }
  | { readonly state: 'unmatched'; readonly reason: OpenReason }
  | { readonly state: 'known' }
  | { readonly state: 'ignored'; readonly reason: string }

export interface Judged {
  readonly line: BankLine
  readonly verdict: Verdict
}
