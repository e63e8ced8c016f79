// An issued document as its file says it: complete in itself, because it is never edited and outlives prices and addresses.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { Minor } from '../base/money.ts'
import type { ContractBound } from './contract.ts'
import type { CustomerId, Language } from './customer.ts'

export type IssuedKind = 'bill' | 'credit' | 'fee'
/** What a bill would be; no claim, and no row of the journal. */
export type QuoteKind = 'quote' | 'proforma'
export type DocumentKind = IssuedKind | QuoteKind

export const documentKinds = ['bill', 'credit', 'fee', 'quote', 'proforma'] as const satisfies readonly DocumentKind[]

export function isQuote(kind: DocumentKind): kind is QuoteKind {
  return kind === 'quote' || kind === 'proforma'
}

export interface Party {
  readonly name: string
  readonly taxId?: string
  readonly address?: string
  readonly email?: string
  readonly phone?: string
  /** Of the seller: the account that is to be paid into, as he wrote it. */
  readonly bank?: string
}

/** What comes off a line, or on it where the amount is negative. */
export interface LineAllowance {
  readonly reason: string
  /** Exact decimal text. */
  readonly percent?: string
  readonly amount: Minor
}

export interface BillLine {
  readonly item?: string
  readonly description: string
  readonly date?: Day
  /** Exact decimal text. */
  readonly quantity: string
  readonly unit?: string
  /** UN/ECE Recommendation 20, as H87 or HUR. */
  readonly unitCode?: string
  /** Exact decimal text in the document's currency and price mode. */
  readonly price: string
  /** Quantity × price rounded once, less the allowances, in the document's price mode. */
  readonly amount: Minor
  readonly allowances?: readonly LineAllowance[]
  /** Percent, exact decimal text. */
  readonly tax: string
  /** EN 16931 VAT category: S standard, Z zero, E exempt, G export, AE reverse charge, O outside. */
  readonly category: string
  /** Why there is no tax, where the category needs a reason: a text, or a code of the VATEX list. */
  readonly exemption?: string
  /** The sale rows that this line bills. */
  readonly sales: readonly RowId[]
  /** Credit lines that take back a line of the document whole: which one, from 1. */
  readonly line?: number
  /** Credit lines: the sales may be billed again. */
  readonly release?: boolean
  /** The number of the deposit that this line takes off; its amount is negative. */
  readonly deposit?: string
  /** It lifts a cycle to what its contract costs at least, or cuts it to what it costs at most. */
  readonly bound?: ContractBound
}

export interface TaxGroup {
  readonly tax: string
  readonly category: string
  readonly net: Minor
  readonly amount: Minor
}

export interface Instalment {
  readonly due: Day
  readonly amount: Minor
}

export interface Bill {
  readonly number: string
  readonly kind: DocumentKind
  readonly date: Day
  readonly customer: CustomerId
  readonly language: Language
  readonly seller: Party
  readonly buyer: Party
  readonly currency: Currency
  readonly mode: 'net' | 'gross'
  readonly rounding: 'group' | 'line'
  /** What all lines are about, where a customer has bills by contract or project. */
  readonly contract?: string
  readonly project?: string
  /** As agreed, in words of the terms language; empty on credits. */
  readonly terms: string
  /** The discount of the terms, where it is taken, lowers the tax, too: the rule on the day of the bill. */
  readonly discountLowersTax?: boolean
  /** At least one for a bill or fee, in order of due day; they sum to `total`. Empty for a credit. */
  readonly instalments: readonly Instalment[]
  /** The document a credit or fee is about. */
  readonly of?: string
  readonly reason?: string
  /** The quote or pro-forma that it was made from, or that it is a deposit for. */
  readonly quote?: string
  /** A claim for money before what it is for is billed: later bills take it off again. */
  readonly deposit?: boolean
  /** Quotes: the last day on which they can be accepted. */
  readonly validUntil?: Day
  readonly lines: readonly BillLine[]
  readonly taxes: readonly TaxGroup[]
  readonly net: Minor
  readonly tax: Minor
  readonly total: Minor
}
