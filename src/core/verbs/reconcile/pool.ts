// What is still open while lines are matched: each match takes its part, so nothing is settled twice.
import type { Currency } from '../../base/currency.ts'
import { type Day, day } from '../../base/day.ts'
import { manyMap } from '../../base/many-map.ts'
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
  /** How often anything of the customer's documents was taken: as long as it stays the same, so does what is open of them. */
  takings(customer: CustomerId): number
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
  const taken = new Float64Array(ledger.trace.documents.row.length)
  const used = new Map<string, Minor>()
  const takings = new Map<CustomerId, number>()
  const left = (d: LedgerDocument) => d.open - (taken[d.index] ?? 0)
  const ordered = new Map<string, LedgerDocument[]>()
  const inOrder = (customer: CustomerId, currency: Currency) => {
    const known = ordered.get(`${currency}${customer}`)
    if (known !== undefined) return known
    const made = ledger
      .documentsOf(customer)
      .filter((d) => d.currency === currency)
      .sort((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.number, b.number))
    ordered.set(`${currency}${customer}`, made)
    return made
  }
  // Documents stay filed under amounts that they had: who asks sees only those that have it now.
  const byAmount = manyMap<LedgerDocument>()
  const file = (d: LedgerDocument) => {
    if (left(d) > 0) byAmount.add(`${d.currency}${left(d)}`, d)
  }
  for (const d of ledger.documents) file(d)
  return {
    ledger,
    left,
    take(document, amount) {
      taken[document.index] = (taken[document.index] ?? 0) + amount
      takings.set(document.customer, (takings.get(document.customer) ?? 0) + 1)
      file(document)
    },
    takings: (customer) => takings.get(customer) ?? 0,
    creditLeft: (source) => source.remaining - (used.get(source.id) ?? 0),
    takeCredit: (source, amount) => used.set(source.id, (used.get(source.id) ?? 0) + amount),
    openOf: (customer, currency) => inOrder(customer, currency).filter((d) => left(d) > 0),
    ofAmount: (amount, currency) => {
      const filed = byAmount.get(`${currency}${amount}`)
      const now = filed.filter((d) => left(d) === amount)
      return now.length < 2 ? now : [...new Set(now)].sort((a, b) => compare(a.number, b.number))
    },
  }
}

export function dueOf(document: LedgerDocument): Day {
  return document.instalments.find((i) => i.open > 0)?.due ?? document.date
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
