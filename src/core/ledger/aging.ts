// How old what is owed is: open amounts by days late, and what is on account, per customer and currency.
import type { Currency } from '../base/currency.ts'
import { dayNumber, daysBetween } from '../base/day.ts'
import { type Minor, safe, sum } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { CustomerId } from '../book/customer.ts'
import type { Standing } from '../book/standing.ts'
import type { LedgerDocument, OpenInstalment } from './documents.ts'
import type { Ledger } from './ledger.ts'

/** What accounts come to, and the day from which what is open of them is counted; a ledger is both. */
export type Aged = Pick<Ledger, 'standing' | 'asOf'>

/** `due`: days since the due day, as owed. `bill`: days since the bill's own day. */
export type AgeBasis = 'due' | 'bill'

export interface AccountName {
  readonly customer: CustomerId
  /** In which the account is kept, also where its amounts are valued in another. */
  readonly currency: Currency
}

/** What an amount of an account is worth where it is not shown as it is; not asked about nothing. */
export type Valuation = (amount: Minor, account: AccountName) => Minor

export interface AgingRow extends AccountName {
  /** Not due yet, then one amount per bucket, then those beyond the last. Never netted with what is on account. */
  readonly buckets: readonly Minor[]
  /** Positive: received and not set against anything; it lowers the balance. */
  readonly onAccount: Minor
  /** Sum of the buckets − onAccount. */
  readonly balance: Minor
}

/**
 * Customers with anything open or on account, in order of customer and currency. Where a valuation is given every open instalment
 * and every account's money is valued and rounded by itself, and the balance is their sum: rows and documents still add up.
 */
export function ageLedger(
  { standing, asOf }: Aged,
  ends: readonly number[],
  basis: AgeBasis,
  value?: Valuation,
): AgingRow[] {
  const width = ends.length + 2
  const sums = foldBuckets({ standing, asOf }, ends, basis, value)
  return agedAccounts(standing, sums, width).flatMap((n) => {
    const [customer, currency] = [standing.customers[n], standing.currencies[n]]
    if (customer === undefined || currency === undefined) return []
    const account = { customer, currency }
    const buckets = Array.from(sums.subarray(n * width, (n + 1) * width))
    const held = standing.onAccount[n] ?? 0
    const onAccount = value === undefined || held === 0 ? held : value(held, account)
    if (onAccount === 0 && buckets.every((b) => b === 0)) return []
    const balance = value === undefined ? (standing.balance[n] ?? 0) : safe(sum(buckets) - onAccount)
    return [{ ...account, buckets, onAccount, balance }]
  })
}

/** Numbers of the accounts with anything in their buckets, of `width` sums each as `foldBuckets` makes them, or on account. */
export function agedAccounts({ onAccount }: Standing, sums: Float64Array, width: number): number[] {
  const aged: number[] = []
  for (let n = 0; n < onAccount.length; n++) {
    let isAged = onAccount[n] !== 0
    for (let b = n * width; b < (n + 1) * width; b++) isAged ||= sums[b] !== 0
    if (isAged) aged.push(n)
  }
  return aged
}

/** Rows of several customers as one, in order of what `keyOf` says; the key must keep apart what may not be added. */
export function groupAging(rows: readonly AgingRow[], keyOf: (row: AgingRow) => string): Map<string, AgingRow> {
  const groups = new Map<string, AgingRow>()
  for (const row of rows) {
    const key = keyOf(row)
    const known = groups.get(key)
    groups.set(key, known === undefined ? row : added(known, row))
  }
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)))
}

function added(a: AgingRow, b: AgingRow): AgingRow {
  return {
    customer: a.customer,
    currency: a.currency,
    buckets: a.buckets.map((amount, i) => safe(amount + (b.buckets[i] ?? 0))),
    onAccount: safe(a.onAccount + b.onAccount),
    balance: safe(a.balance + b.balance),
  }
}

/** The buckets of every account side by side, by its number: `ends.length + 2` sums each. */
export function foldBuckets(
  { standing, asOf }: Aged,
  ends: readonly number[],
  basis: AgeBasis,
  value?: Valuation,
): Float64Array {
  const { customers, currencies, at, left } = standing
  const began = basis === 'due' ? standing.due : standing.day
  const today = dayNumber(asOf)
  const width = ends.length + 2
  const sums = new Float64Array(customers.length * width)
  customers.forEach((customer, n) => {
    const currency = currencies[n]
    if (currency === undefined) return
    for (let i = at[n] ?? 0; i < (at[n + 1] ?? 0); i++) {
      const open = left[i] ?? 0
      const bucket = n * width + bucketOf(today - (began[i] ?? 0), ends)
      sums[bucket] = safe((sums[bucket] ?? 0) + (value === undefined ? open : value(open, { customer, currency })))
    }
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

/** `notDue`, `31–60`, `366+`. */
export function bucketName(ends: readonly number[], bucket: number): string {
  const bounds = bucketBounds(ends)[bucket - 1]
  if (bounds === undefined) return 'notDue'
  const [from, to] = bounds
  return to === null ? `${from}+` : `${from}–${to}`
}
