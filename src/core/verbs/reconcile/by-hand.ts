// First pass: payments that somebody entered before the bank line came are tied to it, not booked again.
import { daysBetween } from '../../base/day.ts'
import { sum } from '../../base/money.ts'
import { textAt } from '../../book/journal.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { payerAgrees } from './agree.ts'
import { grouped, sharedReferences, textsOfPayment } from './hand-evidence.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'

/** A payment entered earlier or later than this is another one. */
const mostDays = 14

/** Without any other evidence the entry lies this near to the line, and any other of that amount this much further away. */
const nearDays = 5

/** An entry that differs by more than this share is not shown. */
const mostOff = 0.01

/** How an entry and a line of the same amount belong together, from certain to vague. */
type Bond = 'reference' | 'payer' | 'amount'
const bonds: readonly Bond[] = ['reference', 'payer', 'amount']

interface Claim {
  readonly work: Work
  readonly payment: LedgerSource
  readonly bond: Bond
  readonly days: number
  readonly evidence: readonly string[]
}

/**
 * Equal amounts, from the strongest bond to the weakest; each time those whose entry has no other line and whose line no other entry,
 * or which are nearest to each other by far. What is left of a strong bond is a tie and shown.
 */
export function matchByHand(matching: Matching): void {
  const payments = untied(matching)
  if (payments.length === 0) return
  const claims = claimsOf(matching, payments)
  for (const bond of bonds) {
    const mine = claims.filter((c) => bonds.indexOf(c.bond) <= bonds.indexOf(bond))
    const isFree = (c: Claim) => c.work.verdict === null && !matching.tied.has(c.payment.id)
    const free = mine.filter(isFree)
    const byLine = grouped(free, (c) => c.work.line.id)
    const byPayment = grouped(free, (c) => c.payment.id)
    for (const claim of free) {
      const others = [...(byLine.get(claim.work.line.id) ?? []), ...(byPayment.get(claim.payment.id) ?? [])]
      if (claim.bond === bond && isFree(claim) && isCertain(claim, others))
        tieTo(matching, claim.work, [claim.payment], claim.evidence)
    }
  }
  const left = claims.filter((c) => c.work.verdict === null && !matching.tied.has(c.payment.id))
  for (const list of grouped(left, (c) => c.work.line.id).values()) {
    const [first] = list
    if (first !== undefined && first.bond !== 'amount') first.work.verdict = tie(list)
  }
  tieDeposits(matching, payments)
}

/** Alone both ways; else so much nearer than any other that only this one can be meant. */
function isCertain(claim: Claim, others: readonly Claim[]): boolean {
  const rivals = others.filter((o) => o !== claim)
  if (rivals.length === 0) return claim.bond !== 'amount' || claim.days <= nearDays
  return claim.bond !== 'reference' && claim.days <= nearDays && rivals.every((r) => r.days >= claim.days + nearDays)
}

function tieTo(matching: Matching, work: Work, payments: readonly LedgerSource[], evidence: readonly string[]): void {
  const [first] = payments
  if (first === undefined) return
  for (const p of payments) matching.tied.add(p.id)
  work.verdict = {
    state: 'matched',
    rule: 'byHand',
    customer: first.customer,
    parts: [],
    evidence,
    payments: payments.map(({ id, customer, amount }) => ({ id, customer, amount })),
    others: [],
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

/** Payments that no line stands behind, in the book or since this run. */
function untied(matching: Matching): LedgerSource[] {
  return matching.entered().filter((p) => p.amount !== 0 && !matching.tied.has(p.id))
}

function claimsOf(matching: Matching, payments: readonly LedgerSource[]): Claim[] {
  const { works } = matching
  const byAmount = grouped(payments, (p) => `${p.currency}${p.amount}`)
  const settled = settledBy(matching)
  const claims: Claim[] = []
  for (const work of works) {
    if (work.verdict !== null) continue
    const equal = byAmount.get(`${work.line.currency}${work.line.amount}`) ?? []
    for (const payment of equal) {
      const days = Math.abs(daysBetween(payment.date, work.line.date))
      if (days > mostDays) continue
      const found = bondOf(matching, work, payment, { equal, documents: settled.get(payment.id) ?? [] })
      if (found !== null) claims.push({ work, payment, days, ...found })
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

/** Null where the line's payer is known, or named like, somebody else. */
function bondOf(
  matching: Matching,
  work: Work,
  payment: LedgerSource,
  around: { readonly equal: readonly LedgerSource[]; readonly documents: readonly string[] },
): Pick<Claim, 'bond' | 'evidence'> | null {
  const agreement = payerAgrees(matching, work, payment.customer)
  if (agreement === 'other') return null
  const { journal } = matching.book
  const named = matching
    .named(work)
    .flatMap((n) => (n.whole && around.documents.includes(n.document.number) ? [n.found] : []))
  const others = around.equal.filter((p) => p !== payment).map((p) => textsOfPayment(journal, p))
  const shared = sharedReferences(work.line, textsOfPayment(journal, payment), others)
  if (named.length > 0 || shared.length > 0) return { bond: 'reference', evidence: [...named, ...shared] }
  const { line } = work
  if (agreement !== 'unknown') return { bond: 'payer', evidence: [line.payer || line.text] }
  return payment.method === 'cash' ? null : { bond: 'amount', evidence: [payment.date] }
}

/** Entries of nearly the amount and the day: a fee kept back, a slip of the pen. They are shown, never tied by themselves. */
export function nearlyEntered(matching: Matching, { line }: Work): LedgerSource[] {
  return untied(matching).filter(
    (p) =>
      p.currency === line.currency &&
      p.amount !== line.amount &&
      Math.abs(p.amount - line.amount) <= line.amount * mostOff &&
      Math.abs(daysBetween(p.date, line.date)) <= nearDays,
  )
}

/** Slips paid in together: all payments that were entered for one day are exactly a line of that day or a few days later. */
function tieDeposits(matching: Matching, payments: readonly LedgerSource[]): void {
  const free = payments.filter((p) => !matching.tied.has(p.id))
  const days = [...grouped(free, (p) => `${p.currency}${p.date}`).values()].filter((list) => list.length > 1)
  if (days.length === 0) return
  const works = matching.works.filter((w) => w.verdict === null)
  const pairs = days.flatMap((list) => {
    const [first] = list
    const total = sum(list.map((p) => p.amount))
    return works.flatMap((work) => {
      const days = first === undefined ? -1 : daysBetween(first.date, work.line.date)
      const fits = first !== undefined && work.line.currency === first.currency && work.line.amount === total
      return fits && days >= 0 && days <= nearDays ? [{ work, list }] : []
    })
  })
  for (const { work, list } of pairs) {
    const rivals = pairs.filter((p) => p.work === work || p.list === list)
    if (rivals.length === 1) tieTo(matching, work, list, [...new Set(list.map((p) => p.date))])
  }
}
