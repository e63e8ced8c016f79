// How many days customers took to pay: the documents that were fully paid within some days, per customer and currency.
import type { Currency } from '../base/currency.ts'
import { type Day, type DayNumber, dayNumber } from '../base/day.ts'
import type { CustomerId } from '../book/customer.ts'
import { compareAccounts, type LedgerDocument } from './documents.ts'
import { code } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import { lifecycleOf } from './lifecycle.ts'
import { counts } from './trace.ts'

export interface PaidDays {
  readonly customer: CustomerId
  readonly currency: Currency
  readonly documents: number
  /** From the day of each document to the day on which nothing was open any more, summed. */
  readonly days: number
}

/** Documents whose last payment came on or after `from`; what was credited, voided or written off was not paid. By customer and currency. */
export function daysToPay(ledger: Ledger, documents: readonly LedgerDocument[], from: Day): PaidDays[] {
  const state = lifecycleOf(ledger, () => false)
  const settled = lastSettlement(ledger)
  const found = new Map<string, PaidDays>()
  for (const document of documents) {
    const on = settled[document.index]
    if (on === undefined || on < dayNumber(from) || state(document) !== 'paid') continue
    const { customer, currency } = document
    const key = `${customer} ${currency}`
    const known = found.get(key)
    found.set(key, {
      customer,
      currency,
      documents: (known?.documents ?? 0) + 1,
      days: (known?.days ?? 0) + on - dayNumber(document.date),
    })
  }
  return [...found.values()].sort(compareAccounts)
}

/** By index of document: the last day on which something was set against it. */
export function lastSettlement(ledger: Ledger): readonly DayNumber[] {
  const { trace, journal } = ledger
  const day = dayNumber(ledger.asOf)
  const last: DayNumber[] = []
  for (let r = 0; r < journal.length; r++) {
    const document = trace.document[r] ?? -1
    const kind = journal.kind[r]
    if (document < 0 || (kind !== code.apply && kind !== code.deduct && kind !== code.writeoff)) continue
    if (!counts(trace, r, day)) continue
    last[document] = Math.max(last[document] ?? Number.NEGATIVE_INFINITY, trace.start[r] ?? 0)
  }
  return last
}
