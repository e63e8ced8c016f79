// First pass: payments that somebody entered before the bank line came are tied to it, not booked again.
import { daysBetween } from '../../base/day.ts'
import { textAt } from '../../book/journal.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { untiedPayments, type Work } from './lines.ts'
import type { Matching } from './matching.ts'

/** A payment entered earlier or later than this is another one. */
const mostDays = 14

interface Claim {
  readonly work: Work
  readonly payment: LedgerSource
  readonly evidence: readonly string[]
}

/** Equal amount, near day, and the same payer or document or reference; exactly one payment for the line and one line for the payment. */
export function matchByHand(matching: Matching): void {
  const claims = claimsOf(matching)
  const perLine = grouped(claims, (c) => c.work.line.id)
  const perPayment = grouped(claims, (c) => c.payment.id)
  for (const claim of claims) {
    const { line } = claim.work
    if (perLine.get(line.id)?.length !== 1 || perPayment.get(claim.payment.id)?.length !== 1) {
      claim.work.verdict = tie(perLine.get(line.id) ?? [claim])
      continue
    }
    matching.tied.add(claim.payment.id)
    claim.work.verdict = {
      state: 'matched',
      rule: 'byHand',
      customer: claim.payment.customer,
      parts: [],
      evidence: claim.evidence,
      payment: claim.payment.id,
      others: [],
    }
  }
}

function tie(claims: readonly Claim[]): Work['verdict'] {
  const options = claims.map((c) => ({
    rule: 'byHand' as const,
    customer: c.payment.customer,
    documents: [c.payment.id],
    evidence: c.evidence,
  }))
  return { state: 'suggested', reason: 'tie', options }
}

function grouped<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}

function claimsOf(matching: Matching): Claim[] {
  const { pool, works, book } = matching
  const { journal } = book
  const payments = new Map<string, LedgerSource[]>()
  const byRow = new Map(pool.ledger.sources.map((s) => [s.row, s]))
  for (const i of untiedPayments(journal)) {
    const source = byRow.get(i)
    if (source === undefined || source.amount === 0 || matching.tied.has(source.id)) continue
    const key = `${source.currency}${source.amount}`
    payments.set(key, [...(payments.get(key) ?? []), source])
  }
  if (payments.size === 0) return []
  const settled = settledBy(matching)
  const claims: Claim[] = []
  for (const work of works) {
    if (work.verdict !== null) continue
    for (const payment of payments.get(`${work.line.currency}${work.line.amount}`) ?? []) {
      if (Math.abs(daysBetween(payment.date, work.line.date)) > mostDays) continue
      const evidence = evidenceFor(
        matching,
        work,
        payment,
        settled.get(payment.id) ?? [],
        textAt(journal.texts, journal.memo, payment.row),
      )
      if (evidence.length > 0) claims.push({ work, payment, evidence })
    }
  }
  return claims
}

/** Documents that each payment was set against. */
function settledBy({ book: { journal } }: Matching): ReadonlyMap<string, string[]> {
  const settled = new Map<string, string[]>()
  for (let i = 0; i < journal.length; i++) {
    const of = textAt(journal.documents, journal.of, i)
    if (of === '') continue
    settled.set(of, [...(settled.get(of) ?? []), textAt(journal.documents, journal.document, i)])
  }
  return settled
}

function evidenceFor(
  matching: Matching,
  work: Work,
  payment: LedgerSource,
  documents: readonly string[],
  memo: string,
): string[] {
  const { line } = work
  const evidence: string[] = []
  const payer = matching.payers.of(line)
  if (payer !== null && payer !== 'unclear') {
    if (payer.customer !== payment.customer) return []
    evidence.push(payer.evidence)
  }
  for (const named of matching.named(work))
    if (named.whole && documents.includes(named.document.number)) evidence.push(named.found)
  const reference = payment.origin.startsWith('import:') ? payment.origin.slice('import:'.length) : ''
  for (const text of [reference, memo]) {
    if (text.length >= 4 && text !== 'payments' && [line.reference, line.text].includes(text)) evidence.push(text)
  }
  return evidence
}
