// Refunds that somebody entered before the bank line that paid them out are tied to it.
import { type Day, daysBetween } from '../../base/day.ts'
import type { RowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import type { CustomerId } from '../../book/customer.ts'
import { type JournalRow, journalRow } from '../../book/journal.ts'
import { never } from '../../ledger/trace.ts'
import { payerAgrees } from './agree.ts'
import { sharedReferences } from './hand-evidence.ts'
import { untiedRows, type Work } from './lines.ts'
import type { Matching } from './matching.ts'

/** A refund entered earlier or later than this is another one. */
const mostDays = 14

export interface EnteredRefund {
  readonly id: RowId
  readonly customer: CustomerId
  readonly amount: Minor
  readonly currency: string
  readonly date: Day
  readonly texts: readonly string[]
}

export function enteredRefunds({ book, pool }: Matching): EnteredRefund[] {
  return untiedRows(book.journal, 'refund')
    .filter((i) => pool.ledger.trace.end[i] === never)
    .map((i) => refundOf(journalRow(book.journal, i)))
}

function refundOf({ id, customer, amount, currency, date, of, memo }: JournalRow): EnteredRefund {
  return { id, customer, amount, currency, date, texts: [of, memo].filter((t) => t !== '') }
}

/** Exactly the amount, and the payee or a reference says the same: tied where nothing else could be meant, either way. */
export function matchRefunds(matching: Matching, works: readonly Work[]): void {
  const refunds = enteredRefunds(matching).filter((r) => !matching.tied.has(r.id))
  if (refunds.length === 0) return
  const claims = works.flatMap((work) => {
    const fitting = refunds.filter((r) => r.currency === work.line.currency && r.amount === -work.line.amount)
    return fitting.flatMap((refund) => {
      const evidence = evidenceFor(matching, work, refund)
      return evidence === null ? [] : [{ work, refund, evidence }]
    })
  })
  for (const { work, refund, evidence } of claims) {
    if (claims.filter((c) => c.work === work || c.refund === refund).length > 1) continue
    const { id, customer, amount } = refund
    matching.tied.add(id)
    const payments = [{ id, customer, amount }]
    work.verdict = { state: 'matched', rule: 'byHand', customer, parts: [], evidence, payments, others: [] }
  }
}

function evidenceFor(matching: Matching, work: Work, refund: EnteredRefund): string[] | null {
  const { line } = work
  if (Math.abs(daysBetween(refund.date, line.date)) > mostDays) return null
  const agreement = payerAgrees(matching, work, refund.customer)
  if (agreement === 'other') return null
  const shared = sharedReferences(line, refund.texts, [])
  if (shared.length > 0) return shared
  return agreement === 'unknown' ? null : [line.payer || line.payerAccount || line.text]
}
