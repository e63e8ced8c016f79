// What each customer owes as of the day, through merges of customers, and when documents were settled.

import type { Currency } from '../base/currency.ts'
import { addMonths, type Day, dayOf } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { Converter } from '../book/converter.ts'
import type { Account } from '../ledger/accounts.ts'
import { lastSettlement } from '../ledger/days-to-pay.ts'
import type { LedgerDocument } from '../ledger/documents.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LedgerSource } from '../ledger/sources.ts'
import type { CustomerIndex } from './customer-index.ts'
import { oncePerIndex } from './once.ts'

/** Overdue in one currency; `net` is what is left after the money on account, never below zero. */
export interface Overdue {
  readonly currency: Currency
  readonly gross: Minor
  readonly onAccount: Minor
  readonly net: Minor
  /** The earliest due day of an open instalment; null when nothing is overdue. */
  readonly oldest: Day | null
  readonly documents: number
}

export interface Settled {
  readonly document: LedgerDocument
  /** The day on which nothing was open any more. */
  readonly on: Day
  /** Its last due day. */
  readonly due: Day
}

export interface ReceivablesSource {
  readonly ledger: Ledger
  accounts(index: number): readonly Account[]
  documents(index: number): readonly LedgerDocument[]
  /** Payments, credit notes, negative openings and moves in. */
  sources(index: number): readonly LedgerSource[]
  overdue(index: number): readonly Overdue[]
  /** Documents with an amount that were settled, by money or otherwise, in the last 12 months. */
  settled12(index: number): readonly Settled[]
  /** A sum over currencies in the book's; null where a rate is missing. */
  inBook(amounts: readonly { readonly currency: Currency; readonly amount: Minor }[]): Minor | null
}

export function readReceivables(ledger: Ledger, index: CustomerIndex, converter: Converter): ReceivablesSource {
  const grouped = <T extends { readonly customer: string }>(list: readonly T[]): readonly T[][] => {
    const groups: T[][] = index.customers.map(() => [])
    for (const one of list) groups[index.of(one.customer)]?.push(one)
    return groups
  }
  const accounts = grouped(ledger.accounts)
  const documents = grouped(ledger.documents)
  const sources = grouped(ledger.sources)
  const settled = lastSettlement(ledger)
  const yearAgo = addMonths(ledger.asOf, -12)
  return {
    ledger,
    accounts: (i) => accounts[i] ?? [],
    documents: (i) => documents[i] ?? [],
    sources: (i) => sources[i] ?? [],
    overdue: oncePerIndex((i) => overdueOf(accounts[i] ?? [], documents[i] ?? [], ledger.asOf)),
    settled12: oncePerIndex((i) =>
      (documents[i] ?? []).flatMap((document) => {
        const last = settled[document.index]
        if (document.open !== 0 || document.amount === 0 || last === undefined) return []
        const on = dayOf(last)
        const due = document.instalments.at(-1)?.due ?? document.date
        return on > yearAgo ? [{ document, on, due }] : []
      }),
    ),
    inBook(amounts) {
      let total = 0
      for (const { currency, amount } of amounts) {
        const converted = converter.convert(amount, currency)
        if (converted === null) return null
        total += converted
      }
      return total
    },
  }
}

/** Instalments whose due day has passed, less what is on account in the same currency. */
function overdueOf(accounts: readonly Account[], documents: readonly LedgerDocument[], asOf: Day): readonly Overdue[] {
  const currencies = [...new Set(documents.map((d) => d.currency))].sort((a, b) => (a < b ? -1 : 1))
  return currencies.map((currency) => {
    let gross = 0
    let count = 0
    let oldest: Day | null = null
    for (const document of documents) {
      if (document.currency !== currency) continue
      const late = document.instalments.filter((n) => n.open > 0 && n.due < asOf)
      if (late.length > 0) count++
      for (const { due, open } of late) {
        gross += open
        if (oldest === null || due < oldest) oldest = due
      }
    }
    const onAccount = accounts.reduce((sum, a) => (a.currency === currency ? sum + a.onAccount : sum), 0)
    const net = Math.max(0, gross - Math.max(0, onAccount))
    return { currency, gross, onAccount, net, oldest, documents: count }
  })
}
