// One line of an imported bank or wallet statement; amounts are signed, money in is positive.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { Minor } from '../base/money.ts'

/** Columns that came after the first books were written; a line has those that are not empty. */
export const laterBankColumns = ['endToEnd', 'mandate', 'code', 'reason', 'batch', 'details'] as const

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
  ...laterBankColumns,
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
  /** The payer's own end-to-end reference, which a return of the payment carries too. */
  readonly endToEnd?: string
  /** Of a direct debit. */
  readonly mandate?: string
  /** The bank's own code of the kind of transaction, as `PMNT-RCDT-ESCT` or `NTRF 166`. */
  readonly code?: string
  /** Why a payment was returned, as a code (`AC04`) or in the bank's words. */
  readonly reason?: string
  /** What the lines of one collective booking have in common, else empty. */
  readonly batch?: string
  /** The payments of a collective booking that is one line, because the file does not say every amount. */
  readonly details?: string
}

/** A line decided not to concern customers. */
export interface IgnoredLine {
  readonly account: string
  readonly line: RowId
  readonly reason: string
}

/** Those of `texts` that say something. */
export function laterTexts(
  texts: Readonly<Record<(typeof laterBankColumns)[number], string>>,
): Pick<BankLine, (typeof laterBankColumns)[number]> {
  const found: { -readonly [K in (typeof laterBankColumns)[number]]?: string } = {}
  for (const column of laterBankColumns) if (texts[column] !== '') found[column] = texts[column]
  return found
}
