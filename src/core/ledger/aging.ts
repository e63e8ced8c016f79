// How old what is owed is: open amounts by days late, and what is on account, per customer and currency.
import type { Currency } from '../base/currency.ts'
import { daysBetween } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import type { CustomerId } from '../book/customer.ts'
import type { LedgerDocument, OpenInstalment } from './documents.ts'
import type { Ledger } from './ledger.ts'

/** `due`: days since the due day, as owed. `bill`: days since the bill's own day. */
export type AgeBasis = 'due' | 'bill'

export interface AgingRow {
  readonly customer: CustomerId
  readonly currency: Currency
  /** Not due yet, then one amount per bucket, then those beyond the last. Never netted with what is on account. */
  readonly buckets: readonly Minor[]
  /** Positive: received and not set against anything; it lowers the balance. */
  readonly onAccount: Minor
  /** Sum of the buckets − onAccount. */
  readonly balance: Minor
}

/** Customers with anything open or on account, in order of customer and currency. */
export function ageLedger(ledger: Ledger, ends: readonly number[], basis: AgeBasis): AgingRow[] {
  const open = new Map<string, Minor[]>()
  for (const document of ledger.documents) {
    for (const instalment of document.instalments) {
      if (instalment.open === 0) continue
      const key = `${document.customer} ${document.currency}`
      const buckets = open.get(key) ?? new Array<Minor>(ends.length + 2).fill(0)
      open.set(key, buckets)
      const at = bucketOf(daysLate(ledger, document, instalment, basis), ends)
      buckets[at] = safe((buckets[at] ?? 0) + instalment.open)
    }
  }
  return ledger.accounts
    .map((account) => ({
      customer: account.customer,
      currency: account.currency,
      buckets: open.get(`${account.customer} ${account.currency}`) ?? new Array<Minor>(ends.length + 2).fill(0),
      onAccount: account.onAccount,
      balance: account.balance,
    }))
    .filter((row) => row.onAccount !== 0 || row.buckets.some((b) => b !== 0))
}

/** Days after the due day (or the bill's day) as of the ledger's day; 0 or less is not due. */
export function daysLate(
  ledger: Ledger,
  document: LedgerDocument,
  instalment: OpenInstalment,
  basis: AgeBasis = 'due',
): number {
  return daysBetween(basis === 'due' ? instalment.due : document.date, ledger.asOf)
}

/** 0: not due; then the first bucket whose upper end, inclusive, the days do not pass; the last is beyond all ends. */
export function bucketOf(days: number, ends: readonly number[]): number {
  if (days <= 0) return 0
  const at = ends.findIndex((end) => days <= end)
  return at < 0 ? ends.length + 1 : at + 1
}

/** From and to of each bucket in days, in the order of `buckets` without the first; null has no upper end. */
export function bucketBounds(ends: readonly number[]): (readonly [from: number, to: number | null])[] {
  return [...ends, null].map((end, i) => [(ends[i - 1] ?? 0) + 1, end])
}
