// Balances per customer and currency. Amounts in different currencies are never added.
import type { Currency } from '../base/currency.ts'
import { type Day, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import type { CustomerId } from '../book/customer.ts'
import { currencyAt, textAt } from '../book/journal.ts'
import { compareAccounts } from './documents.ts'
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

/** A dense number for each customer and currency of a journal, from 0. */
export interface AccountNumbers {
  of(row: number): number
  /** A row of each account. */
  readonly rows: readonly number[]
}

export function numberAccounts(trace: Trace): AccountNumbers {
  const { customer, currency, currencies } = trace.journal
  const width = currencies.texts.length
  const numbers = new Map<number, number>()
  const rows: number[] = []
  return {
    rows,
    of(row) {
      const key = (customer[row] ?? 0) * width + (currency[row] ?? 0)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, rows.length)
      return rows.push(row) - 1
    },
  }
}

export function foldAccounts(trace: Trace, totals: Totals, asOf: Day): Account[] {
  const day = dayNumber(asOf)
  const { journal } = trace
  const numbers = numberAccounts(trace)
  const balance: Minor[] = []
  const open: Minor[] = []
  const onAccount: Minor[] = []
  for (let i = 0; i < journal.length; i++) {
    const sign = signOf[journal.kind[i] ?? 0] ?? 0
    if (sign === 0 || !counts(trace, i, day)) continue
    bump(balance, numbers.of(i), sign * (journal.amount[i] ?? 0))
  }
  trace.documents.row.forEach((row, d) => {
    const left =
      (totals.owed[d] ?? 0) - (totals.applied[d] ?? 0) - (totals.deducted[d] ?? 0) - (totals.writtenOff[d] ?? 0)
    if (left !== 0) bump(open, numbers.of(row), left)
  })
  trace.sources.row.forEach((row, s) => {
    const left = (totals.held[s] ?? 0) - (totals.used[s] ?? 0) - (totals.refunded[s] ?? 0) - (totals.moved[s] ?? 0)
    if (left !== 0) bump(onAccount, numbers.of(row), left)
  })
  return numbers.rows
    .map((row, n) => ({
      customer: textAt(journal.customers, journal.customer, row),
      currency: currencyAt(journal, row),
      balance: balance[n] ?? 0,
      open: open[n] ?? 0,
      onAccount: onAccount[n] ?? 0,
    }))
    .sort(compareAccounts)
}

function bump(column: Minor[], at: number, value: Minor): void {
  column[at] = safe((column[at] ?? 0) + value)
}
