// One line of an imported bank or wallet statement; amounts are signed, money in is positive.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { Minor } from '../base/money.ts'

/** The columns of `bank/<account>/<yyyy-mm>.csv` in their fixed order. */
export const bankColumns = [
  'id',
  'date',
  'value',
  'amount',
  'currency',
  'kind',
  'payer',
  'payerAccount',
  'reference',
  'structured',
  'text',
  'original',
  'originalCurrency',
  'fee',
  'balance',
  'source',
] as const

export interface BankLine {
  readonly id: RowId
  readonly account: string
  /** Booking day. */
  readonly date: Day
  /** Value day, where the bank tells it. */
  readonly value?: Day
  readonly amount: Minor
  readonly currency: Currency
  /** transfer, return, reversal, fee, interest, batch; empty when unknown. */
  readonly kind: string
  readonly payer: string
  readonly payerAccount: string
  /** The bank's own reference. */
  readonly reference: string
  /** A structured creditor reference (ISO 11649, QRR). */
  readonly structured: string
  readonly text: string
  readonly original?: Minor
  readonly originalCurrency?: Currency
  readonly fee?: Minor
  /** Balance of the account after this line, where the bank tells it. */
  readonly balance?: Minor
  /** The format it came in, as `csv` or `camt053`; not the file, so that overlapping statements bring the very same line. */
  readonly source: string
}

/** A line decided not to concern customers. */
export interface IgnoredLine {
  readonly account: string
  readonly line: RowId
  readonly reason: string
}
