// Where a quote or pro-forma is in its life: derived from the bills that name it, never stored.
import type { Day } from '../base/day.ts'
import type { Bill } from '../book/bill.ts'
import type { JournalRow } from '../book/journal.ts'

/** How the origin of a sale begins that was made of an accepted quote; its number follows. */
export const quoteSource = 'quote:'

/** The quotes that sales come from, and the pro-forma documents that name them. */
export function quotesOf(quotes: ReadonlyMap<string, Bill>, sales: readonly JournalRow[]): ReadonlySet<string> {
  if (quotes.size === 0) return new Set()
  const ids = new Set<string>(sales.map((s) => s.id))
  const sources = sales.flatMap((s) => (s.source.startsWith(quoteSource) ? [s.source.slice(quoteSource.length)] : []))
  const naming = [...quotes.values()].filter((q) => q.lines.some((l) => l.sales.some((id) => ids.has(id))))
  return new Set([...sources, ...naming.map((q) => q.number)])
}

export const quoteStates = ['open', 'accepted', 'expired'] as const
export type QuoteState = (typeof quoteStates)[number]

/** The bills that quotes became, by the number of the quote. A deposit for it is none, nor is one that was voided since. */
export function acceptedBills(bills: ReadonlyMap<string, Bill>): ReadonlyMap<string, Bill> {
  const voided = new Set<string>()
  for (const bill of bills.values()) if (bill.reason === 'void' && bill.of !== undefined) voided.add(bill.of)
  const found = new Map<string, Bill>()
  for (const bill of bills.values())
    if (bill.kind === 'bill' && bill.quote !== undefined && bill.deposit !== true && !voided.has(bill.number))
      found.set(bill.quote, bill)
  return found
}

export function quoteState(quote: Bill, became: Bill | undefined, today: Day): QuoteState {
  if (became !== undefined && became.date <= today) return 'accepted'
  return quote.validUntil !== undefined && quote.validUntil < today ? 'expired' : 'open'
}
