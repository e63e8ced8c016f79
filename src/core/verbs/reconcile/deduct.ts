// Short payments that settle a document all the same: a discount taken in time, or a difference that the book tolerates.
import { decimalsOf } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { exact, roundHalfUp } from '../../base/decimal.ts'
import { type Minor, sum } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import { discountUntil } from '../../book/due.ts'
import { parseTerms } from '../../book/terms.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { taxInDiscount } from '../../ledger/early.ts'
import type { Matching } from './matching.ts'
import { compare, dueOf } from './pool.ts'
import type { Deduction, Part } from './verdict.ts'

/** Null where the amount is not short, or short by something else. */
export function deductionFor(matching: Matching, document: LedgerDocument, line: BankLine): Deduction | null {
  const short = matching.pool.left(document) - line.amount
  if (short <= 0) return null
  if (short === discountOf(matching, document, line)) return discounted(matching, document, short)
  if (withholdings(matching, document).includes(short)) return { amount: short, reason: 'withholding' }
  return toleratedBy(matching, short, line)
}

/** What may be kept back of a document as tax, of which nothing is settled yet: by each rate of the book, of it all or without its tax. */
function withholdings({ book, pool }: Matching, document: LedgerDocument): Minor[] {
  const { withholding } = book.settings.reconcile
  if (withholding.length === 0 || pool.left(document) !== document.amount) return []
  const { journal } = pool.ledger
  const tax = sum(document.instalments.map((i) => journal.tax[i.row] || 0))
  return withholding.flatMap((percent) =>
    [document.amount, document.amount - tax].map((base) =>
      roundHalfUp(exact(percent).times(base).div(100), 0).toNumber(),
    ),
  )
}

/** What the bank says that it kept, else what the book tolerates. The tolerance is in the book's currency; other currencies have none. */
function toleratedBy({ book }: Matching, short: Minor, line: BankLine): Deduction | null {
  const { currency, reconcile } = book.settings
  if (short === line.fee) return { amount: short, reason: 'bank-fee' }
  if (line.currency !== currency || short > reconcile.tolerance) return null
  return { amount: short, reason: short < 10 ** decimalsOf(currency) ? 'rounding' : 'bank-fee' }
}

/** Several documents whose discounts, each in time, or what is kept back of each by one rate, are together what is missing. */
export function allDeducted(matching: Matching, documents: readonly LedgerDocument[], line: BankLine): Part[] | null {
  const short = sum(documents.map((d) => matching.pool.left(d))) - line.amount
  const ways: readonly (readonly [Deduction['reason'], (d: LedgerDocument) => Minor])[] = [
    ['early-payment', (d) => discountOf(matching, d, line) ?? 0],
    ...[...matching.book.settings.reconcile.withholding.keys()].flatMap((rate) =>
      [2 * rate, 2 * rate + 1].map(
        (at) => ['withholding', (d: LedgerDocument) => withholdings(matching, d)[at] ?? 0] as const,
      ),
    ),
  ]
  for (const [reason, of] of ways) {
    const amounts = documents.map(of)
    if (short > 0 && sum(amounts) === short)
      return documents.map((d, i) => {
        const amount = amounts[i] ?? 0
        const part = { document: d.number, amount: matching.pool.left(d) - amount }
        if (amount === 0) return part
        return { ...part, deduct: reason === 'early-payment' ? discounted(matching, d, amount) : { amount, reason } }
      })
  }
  return null
}

function discounted({ book }: Matching, document: LedgerDocument, amount: Minor): Deduction {
  const tax = taxInDiscount(book.bills.get(document.number), amount)
  return { amount, reason: 'early-payment', ...(tax === null ? {} : { tax }) }
}

/** By the bill's own terms, else the customer's, else the book's; only for a document of which nothing is settled yet. */
function discountOf({ discount, pool }: Matching, document: LedgerDocument, line: BankLine): Minor | null {
  if (document.kind !== 'bill' || pool.left(document) !== document.amount) return null
  const offered = discount(document)
  return offered === null || line.date > offered.until ? null : offered.amount
}

/** What a bill may be short of when it is paid up to and including that day. */
export interface Discount {
  readonly amount: Minor
  readonly until: Day
}

export function discountOffered(book: Book, document: LedgerDocument): Discount | null {
  const text =
    book.bills.get(document.number)?.terms ?? book.customers.get(document.customer)?.terms ?? book.settings.terms
  const terms = parseTerms(text)
  if ('fault' in terms || terms.discount === undefined) return null
  const until = discountUntil(terms, { bill: document.date })
  const amount = roundHalfUp(exact(terms.discount.percent).times(document.amount).div(100), 0).toNumber()
  return until === null ? null : { amount, until }
}

/** A rest of more than this share of what is named is no slip of the pen but a decision that somebody has to understand. */
const mostShort = 0.1

/**
 * Several documents that are named and paid but for a rest smaller than any of them, so that each got something: they are filled in
 * order of due day. The rest is deducted where the book tolerates it, else it stays open on the one due last. Null for a larger rest.
 */
export function fillInOrder(matching: Matching, documents: readonly LedgerDocument[], line: BankLine): Part[] | null {
  const { pool } = matching
  const total = sum(documents.map((d) => pool.left(d)))
  const short = total - line.amount
  const least = Math.min(...documents.map((d) => pool.left(d)))
  if (short <= 0 || short >= least || short > total * mostShort) return null
  const ordered = [...documents].sort((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.number, b.number))
  return ordered.map((d, i) => {
    if (i < ordered.length - 1) return { document: d.number, amount: pool.left(d) }
    const part = { document: d.number, amount: pool.left(d) - short }
    const deduct = toleratedBy(matching, short, line)
    return deduct === null ? part : { ...part, deduct }
  })
}
