// How old what is owed is: open amounts by days late, and what is on account, per customer and currency.
import type { Currency } from '../base/currency.ts'
import { dayNumber, daysBetween } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import type { CustomerId } from '../book/customer.ts'
import { currencyAt, textAt } from '../book/journal.ts'
import type { LedgerDocument, OpenInstalment } from './documents.ts'
import { dueOf, inOrderOfDue, openOfEach, packDocumentRows, settledOf } from './instalments.ts'
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
  const { journal, accountColumns: accounts } = ledger
  const width = ends.length + 2
  const sums = foldBuckets(ledger, ends, basis)
  const rows: AgingRow[] = []
  accounts.numbers.rows.forEach((row, n) => {
    const buckets = Array.from(sums.subarray(n * width, (n + 1) * width))
    const onAccount = accounts.onAccount[n] ?? 0
    if (onAccount === 0 && buckets.every((b) => b === 0)) return
    rows.push({
      customer: textAt(journal.customers, journal.customer, row),
      currency: currencyAt(journal, row),
      buckets,
      onAccount,
      balance: accounts.balance[n] ?? 0,
    })
  })
  return rows
}

/** The buckets of every account side by side, by its number: `ends.length + 2` sums each. */
export function foldBuckets(ledger: Ledger, ends: readonly number[], basis: AgeBasis): Float64Array {
  const { journal, trace, totals } = ledger
  const { numbers } = ledger.accountColumns
  const day = dayNumber(ledger.asOf)
  const width = ends.length + 2
  const sums = new Float64Array(numbers.rows.length * width)
  const { at, rows } = packDocumentRows(trace, day)
  trace.documents.row.forEach((first, d) => {
    const from = at[d] ?? 0
    const to = at[d + 1] ?? 0
    const account = numbers.of(first) * width
    const put = (row: number, open: Minor) => {
      if (open === 0) return
      const since = basis === 'due' ? dueOf(journal, row) : (journal.date[first] ?? 0)
      const bucket = account + bucketOf(day - since, ends)
      sums[bucket] = safe((sums[bucket] ?? 0) + open)
    }
    const settled = settledOf(totals, d)
    const only = rows[from] ?? 0
    if (to - from === 1) put(only, (journal.amount[only] ?? 0) - settled)
    else openOfEach(journal, inOrderOfDue(journal, rows.subarray(from, to)), settled, put)
  })
  return sums
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
