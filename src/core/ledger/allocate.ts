// Which documents an amount should settle. Plans rows when money is entered; nothing is ever allocated when reading.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { type Minor, sum } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { AllocationPolicy } from '../book/allocation.ts'
import type { CustomerId } from '../book/customer.ts'
import type { LedgerDocument } from './documents.ts'
import type { Ledger } from './ledger.ts'

export interface Share {
  readonly document: LedgerDocument
  readonly amount: Minor
}

/** `exact`: just what one document still wants · `oldest`: in order of due day · `named`: as the user said · `explicit`: only what is named · `nothing-open` */
export type AllocationRule = 'exact' | 'oldest' | 'named' | 'explicit' | 'nothing-open'

export interface Allocation {
  readonly rule: AllocationRule
  readonly shares: readonly Share[]
  /** What stays on account. */
  readonly rest: Minor
  /** Documents due the same day among which the rest would have to choose; it stays on account instead. */
  readonly tied: readonly LedgerDocument[]
}

/** What a policy makes of money that names no document. */
export function allocateBy(policy: AllocationPolicy, documents: readonly LedgerDocument[], amount: Minor): Allocation {
  return policy === 'explicit'
    ? { rule: 'explicit', shares: [], rest: amount, tied: [] }
    : allocateExactThenOldest(documents, amount)
}

/**
 * The usual policy. Exactly the open amount of one document: that one; of several: the one due first, if one is.
 * Otherwise oldest due day first, as long as the choice is certain: where the money runs out among documents due the same
 * day, none of them is picked and the rest stays on account.
 */
export function allocateExactThenOldest(documents: readonly LedgerDocument[], amount: Minor): Allocation {
  const open = documents.filter((d) => d.open > 0).sort((a, b) => compareText(dueOf(a), dueOf(b)) || byName(a, b))
  if (open.length === 0) return { rule: 'nothing-open', shares: [], rest: amount, tied: [] }
  const [exact, second] = open.filter((d) => d.open === amount)
  if (exact !== undefined && (second === undefined || dueOf(exact) < dueOf(second)))
    return { rule: 'exact', shares: [{ document: exact, amount }], rest: 0, tied: [] }
  return oldest(open, amount)
}

function oldest(open: readonly LedgerDocument[], amount: Minor): Allocation {
  const shares: Share[] = []
  let rest = amount
  for (const group of byDueDay(open)) {
    if (rest === 0) break
    const wanted = sum(group.map((d) => d.open))
    if (group.length > 1 && wanted > rest) return { rule: 'oldest', shares, rest, tied: group }
    for (const document of group) {
      const part = Math.min(document.open, rest)
      shares.push({ document, amount: part })
      rest -= part
    }
  }
  return { rule: 'oldest', shares, rest, tied: [] }
}

/** Neighbours with one due day together; the list is in order of due day. */
function byDueDay(open: readonly LedgerDocument[]): LedgerDocument[][] {
  const groups: LedgerDocument[][] = []
  for (const document of open) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && dueOf(last[0]) === dueOf(document)) last.push(document)
    else groups.push([document])
  }
  return groups
}

/** The documents the user named, in that order, each as far as the money goes. */
export function allocateNamed(documents: readonly LedgerDocument[], amount: Minor): Allocation {
  const shares: Share[] = []
  let rest = amount
  for (const document of documents) {
    const part = Math.min(Math.max(document.open, 0), rest)
    if (part > 0) shares.push({ document, amount: part })
    rest -= part
  }
  return { rule: 'named', shares, rest, tied: [] }
}

/** A customer's documents with something open in a currency. */
export function openDocuments(ledger: Ledger, customer: CustomerId, currency: Currency): LedgerDocument[] {
  return ledger.documentsOf(customer).filter((d) => d.currency === currency && d.open > 0)
}

/** The due day of its earliest open instalment, or of its last one when all are settled. */
export function dueOf(document: LedgerDocument): Day {
  const next = document.instalments.find((i) => i.open > 0) ?? document.instalments.at(-1)
  return next?.due ?? document.date
}

function byName(a: LedgerDocument, b: LedgerDocument): number {
  return compareText(a.date, b.date) || compareText(a.number, b.number)
}
