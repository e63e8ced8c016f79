// Balances per customer and currency. Amounts in different currencies are never added.
import type { Currency } from '../base/currency.ts'
import { type Day, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import type { CustomerId } from '../book/customer.ts'
import { currencyAt, textAt } from '../book/journal.ts'
import { type AccountNumbers, numberAccounts } from './account-numbers.ts'
import { settledOf } from './instalments.ts'
import { signOf } from './kinds.ts'
import type { Totals } from './totals.ts'
import { counts, type Trace } from './trace.ts'

export interface Account {
  readonly customer: CustomerId
  readonly currency: Currency
  /** Sum of the movements: open − onAccount. */
  readonly balance: Minor
  /** Remainders of documents. */
  readonly open: Minor
  /** Unused remainders of payments, credit notes, negative openings and moves in. */
  readonly onAccount: Minor
}

/** The same by number of the account. */
export interface AccountColumns {
  readonly numbers: AccountNumbers
  /** 1 where anything moved the account by the day. */
  readonly moved: Uint8Array
  readonly balance: Float64Array
  readonly open: Float64Array
  readonly onAccount: Float64Array
}

export function foldAccounts(trace: Trace, totals: Totals, asOf: Day): AccountColumns {
  const day = dayNumber(asOf)
  const { journal } = trace
  const numbers = numberAccounts(journal)
  const column = () => new Float64Array(numbers.rows.length)
  const columns = {
    numbers,
    moved: new Uint8Array(numbers.rows.length),
    balance: column(),
    open: column(),
    onAccount: column(),
  }
  const bump = (sums: Float64Array, row: number, value: Minor) => {
    const at = numbers.of(row)
    columns.moved[at] = 1
    sums[at] = safe((sums[at] ?? 0) + value)
  }
  for (let i = 0; i < journal.length; i++) {
    const sign = signOf[journal.kind[i] ?? 0] ?? 0
    if (sign !== 0 && counts(trace, i, day)) bump(columns.balance, i, sign * (journal.amount[i] ?? 0))
  }
  trace.documents.row.forEach((row, d) => {
    const left = (totals.owed[d] ?? 0) - settledOf(totals, d)
    if (left !== 0) bump(columns.open, row, left)
  })
  trace.sources.row.forEach((row, s) => {
    const left = (totals.held[s] ?? 0) - (totals.used[s] ?? 0) - (totals.refunded[s] ?? 0) - (totals.moved[s] ?? 0)
    if (left !== 0) bump(columns.onAccount, row, left)
  })
  return columns
}

/** Accounts that moved, in order of customer and currency. */
export function viewAccounts(trace: Trace, columns: AccountColumns): Account[] {
  const { journal } = trace
  const views: Account[] = []
  columns.numbers.rows.forEach((row, n) => {
    if (columns.moved[n] === 0) return
    views.push({
      customer: textAt(journal.customers, journal.customer, row),
      currency: currencyAt(journal, row),
      balance: columns.balance[n] ?? 0,
      open: columns.open[n] ?? 0,
      onAccount: columns.onAccount[n] ?? 0,
    })
  })
  return views
}
