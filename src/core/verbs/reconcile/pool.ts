// What is still open while lines are matched: each match takes its part, so nothing is settled twice.
import type { Currency } from '../../base/currency.ts'
import { type Day, day } from '../../base/day.ts'
import type { Minor } from '../../base/money.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { Journal } from '../../book/journal.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { type Ledger, openLedger } from '../../ledger/ledger.ts'
import type { LedgerSource } from '../../ledger/sources.ts'

/** Rows of any day count: what a later row settles is not open. */
const everything: Day = day('9999-12-31')

export interface Pool {
  readonly ledger: Ledger
  left(document: LedgerDocument): Minor
  take(document: LedgerDocument, amount: Minor): void
  /** What a credit note still holds. */
  creditLeft(source: LedgerSource): Minor
  takeCredit(source: LedgerSource, amount: Minor): void
  /** Open documents of a customer in a currency, earliest due day first, then number. */
  openOf(customer: CustomerId, currency: Currency): LedgerDocument[]
  /** Open documents of exactly that remainder, by number. */
  ofAmount(amount: Minor, currency: Currency): LedgerDocument[]
}

export function openPool(journal: Journal): Pool {
  const ledger = openLedger(journal, everything)
  const taken = new Map<string, Minor>()
  const used = new Map<string, Minor>()
  const left = (d: LedgerDocument) => d.open - (taken.get(d.number) ?? 0)
  const byAmount = new Map<string, Set<LedgerDocument>>()
  const key = (amount: Minor, currency: Currency) => `${currency}${amount}`
  const file = (d: LedgerDocument) => {
    if (left(d) <= 0) return
    const at = key(left(d), d.currency)
    const set = byAmount.get(at)
    if (set === undefined) byAmount.set(at, new Set([d]))
    else set.add(d)
  }
  for (const d of ledger.documents) file(d)
  return {
    ledger,
    left,
    take(document, amount) {
      byAmount.get(key(left(document), document.currency))?.delete(document)
      taken.set(document.number, (taken.get(document.number) ?? 0) + amount)
      file(document)
    },
    creditLeft: (source) => source.remaining - (used.get(source.id) ?? 0),
    takeCredit: (source, amount) => used.set(source.id, (used.get(source.id) ?? 0) + amount),
    openOf: (customer, currency) =>
      ledger
        .documentsOf(customer)
        .filter((d) => d.currency === currency && left(d) > 0)
        .sort((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.number, b.number)),
    ofAmount: (amount, currency) =>
      [...(byAmount.get(key(amount, currency)) ?? [])].sort((a, b) => compare(a.number, b.number)),
  }
}

export function dueOf(document: LedgerDocument): Day {
  return document.instalments.find((i) => i.open > 0)?.due ?? document.date
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
