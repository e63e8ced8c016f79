// One line of a remittance advice: what a payer says that a payment is for. It books nothing; it is evidence for reconciling.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { Minor } from '../base/money.ts'

/** The columns of `remittances.csv` in their fixed order. */
export const remittanceColumns = [
  'id',
  'reference',
  'payer',
  'date',
  'document',
  'amount',
  'deducted',
  'currency',
  'memo',
] as const

export interface Remittance {
  readonly id: RowId
  /** As it stands on the bank line: the bank's reference, an end-to-end id, a number of a cheque. Empty where only payer and sum tell. */
  readonly reference: string
  readonly payer: string
  readonly date?: Day
  /** As the payer writes it, which need not be how we do. */
  readonly document: string
  /** What is paid for the document; negative for a credit that the payer takes off. */
  readonly amount: Minor
  /** What the payer says he kept back. */
  readonly deducted?: Minor
  readonly currency: Currency
  readonly memo: string
}
