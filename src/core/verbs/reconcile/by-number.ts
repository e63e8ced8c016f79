// Lines that name documents: by a creditor reference, by a whole number, or by the end of a number with exactly its amount.
import { sum } from '../../base/money.ts'
import type { MatchRule, OpenReason } from '../../base/words/bank.ts'
import type { BankLine } from '../../book/bank.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { isExplicit, payerAgrees } from './agree.ts'
import { allDeducted, deductionFor, fillInOrder } from './deduct.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { nearness } from './near.ts'
import { compare } from './pool.ts'
import { heldForPerson } from './short.ts'
import { commonUnit, mostChance, subsetOf } from './subset.ts'
import type { Named } from './tokens.ts'
import type { Option, Part, Verdict } from './verdict.ts'

/** A pass takes the lines whose amount is exactly what they name; a later one those that pay more or less. */
export type Strictness = 'exact' | 'any'

export function matchByReference(matching: Matching): void {
  for (const work of matching.works)
    if (work.verdict === null) judge(matching, work, matching.referenced(work), 'creditorReference')
}

export function matchByExactNumber(matching: Matching): void {
  matchByNumber(matching, 'exact')
}

export function matchByAnyNumber(matching: Matching): void {
  matchByNumber(matching, 'any')
}

function matchByNumber(matching: Matching, strictness: Strictness): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const whole = matching.named(work).filter((n) => n.whole)
    judge(matching, work, whole, 'documentNumber', strictness)
  }
}

function judge(
  matching: Matching,
  work: Work,
  named: readonly Named<LedgerDocument>[],
  rule: MatchRule,
  strictness: Strictness = 'any',
): void {
  if (named.length === 0) return
  const verdict = heldForPerson(matching, work, verdictFor(matching, work, rule, named))
  if (strictness === 'exact' && !(verdict.state === 'matched' && isExact(matching, work, verdict.parts))) return
  if (verdict.state === 'matched') for (const p of verdict.parts) take(matching, p)
  work.verdict = verdict
}

/** The line is used up by documents that it settles whole. */
function isExact({ pool }: Matching, { line }: Work, parts: readonly Part[]): boolean {
  return (
    sum(parts.map((p) => p.amount)) === line.amount &&
    parts.every((p) => {
      const document = pool.ledger.document(p.document)
      return document !== undefined && pool.left(document) === p.amount + (p.deduct?.amount ?? 0)
    })
  )
}

export function take({ pool }: Matching, part: Part): void {
  const document = pool.ledger.document(part.document)
  if (document !== undefined) pool.take(document, part.amount + (part.deduct?.amount ?? 0))
  const credit = part.from === undefined ? undefined : pool.ledger.source(part.from)
  if (credit !== undefined) pool.takeCredit(credit, part.amount)
}

/**
 * One customer, the line's currency, and no payer who is known as somebody else. The amount settles all that are named, or exactly
 * one choice of them; more goes on account; less pays a part of a single document. Anything else is left to a person.
 */
function verdictFor(matching: Matching, work: Work, rule: MatchRule, named: readonly Named<LedgerDocument>[]): Verdict {
  const { pool } = matching
  const { line } = work
  const evidence = named.map((n) => n.found)
  const suggest = (reason: OpenReason): Verdict => ({ state: 'suggested', reason, options: optionsOf(rule, named) })
  const customers = new Set(named.map((n) => n.document.customer))
  const [customer] = customers
  if (customer === undefined) return suggest('severalCustomers')
  if (customers.size > 1) return collective(matching, work, rule, named) ?? suggest('severalCustomers')
  const payer = matching.payers.of(line)
  if (payer !== null && payer !== 'unclear' && payer.by !== 'words' && payer.customer !== customer)
    return suggest('payerOfAnother')
  const sameCurrency = named.filter((n) => n.document.currency === line.currency)
  if (sameCurrency.length === 0) return suggest('otherCurrencyThan')
  const documents = sameCurrency.map((n) => n.document).filter((d) => pool.left(d) > 0)
  if (documents.length === 0) return suggest('alreadyPaid')
  documents.sort((a, b) => compare(a.number, b.number))
  const matched = (parts: readonly Part[]): Verdict => ({
    state: 'matched',
    rule,
    customer,
    parts,
    evidence,
    others: [],
  })
  const parts = exactParts(matching, work, documents)
  if (parts !== null) return Array.isArray(parts) ? matched(parts) : suggest('severalSums')
  if (payerAgrees(matching, work, customer) === 'other') return suggest('payerOfAnother')
  if (rule === 'documentNumber' && fitsAnother(matching, work, customer, documents)) return suggest('fitsAnother')
  const more = partsOfMoreOrLess(matching, work, customer, documents)
  return more === null ? suggest('shortOfSeveral') : matched(more)
}

/** One line for the payments of several customers, as the bank says: all documents of its details are together the amount. */
function collective(
  { pool }: Matching,
  { line }: Work,
  rule: MatchRule,
  named: readonly Named<LedgerDocument>[],
): Verdict | null {
  const documents = named.map((n) => n.document)
  const isWhole =
    (line.details ?? '') !== '' &&
    documents.every((d) => d.currency === line.currency && pool.left(d) > 0) &&
    sum(documents.map((d) => pool.left(d))) === line.amount
  const [first] = documents
  if (!isWhole || first === undefined) return null
  const parts = documents.map((d) => ({ document: d.number, amount: pool.left(d), customer: d.customer }))
  return { state: 'matched', rule, customer: first.customer, parts, evidence: named.map((n) => n.found), others: [] }
}

/**
 * The amount is not that of the documents named, but exactly that where another open one takes the place of one of them: one of the
 * same customer, or one whose number is one slip away. Which is meant only a person can say. So it is where the text goes on to
 * numbers that are not paid with it.
 */
export function fitsAnother(
  matching: Matching,
  work: Work,
  customer: CustomerId,
  documents: readonly LedgerDocument[],
): boolean {
  const { pool } = matching
  const { line } = work
  const total = sum(documents.map((d) => pool.left(d)))
  const isMeant = (d: LedgerDocument) =>
    d.customer === customer || matching.nearNumbers(work).some((n) => nearness(n, matching.keysOf(d)) !== null)
  const wanted = new Set(documents.map((d) => line.amount - total + pool.left(d)))
  return (
    [...wanted].some((amount) =>
      pool.ofAmount(amount, line.currency).some((d) => !documents.includes(d) && d.date <= line.date && isMeant(d)),
    ) || matching.named(work).some((n) => n.further && n.document.customer === customer && pool.left(n.document) > 0)
  )
}

/** All documents, all less their discounts, or the one choice of them that is exactly the amount. */
function exactParts(
  matching: Matching,
  { line }: Work,
  documents: readonly LedgerDocument[],
): Part[] | 'several' | null {
  const { pool } = matching
  const lefts = documents.map((d) => pool.left(d))
  const whole = (d: LedgerDocument): Part => ({ document: d.number, amount: pool.left(d) })
  if (line.amount === sum(lefts)) return documents.map(whole)
  if (line.amount > sum(lefts)) return null
  const [only] = documents
  if (documents.length === 1 && only !== undefined) {
    const deduct = deductionFor(matching, only, line)
    return deduct === null ? null : [{ document: only.number, amount: line.amount, deduct }]
  }
  const discounted = allDeducted(matching, documents, line)
  if (discounted !== null) return discounted
  const subset = subsetOf(lefts, line.amount)
  if (subset.found === 'several') return 'several'
  return subset.found === 'one' ? subset.indexes.flatMap((i) => documents[i] ?? []).map(whole) : null
}

/** More than all goes on account; a little less leaves its rest on the document due last; less of a single one pays a part of it. */
function partsOfMoreOrLess(
  matching: Matching,
  { line }: Work,
  customer: CustomerId,
  documents: readonly LedgerDocument[],
): Part[] | null {
  const { pool } = matching
  const lefts = documents.map((d) => pool.left(d))
  if (line.amount > sum(lefts)) {
    const further = furtherDocument(matching, line, customer, documents)
    const all = further === null ? documents : [...documents, further]
    return all.map((d) => ({ document: d.number, amount: pool.left(d) }))
  }
  const [only] = documents
  if (documents.length === 1 && only !== undefined) return [{ document: only.number, amount: line.amount }]
  return fillInOrder(matching, documents, line)
}

/**
 * What is over after the documents named is exactly one other open document of the customer: its number was lost or misspelt. A few
 * cents may fit anything, so the amount has to be one that his open documents would hardly hit by chance.
 */
export function furtherDocument(
  matching: Matching,
  line: BankLine,
  customer: CustomerId,
  named: readonly LedgerDocument[],
): LedgerDocument | null {
  if (isExplicit(matching, { customer })) return null
  const { pool } = matching
  const amount = line.amount - sum(named.map((d) => pool.left(d)))
  const fitting = pool
    .ofAmount(amount, line.currency)
    .filter((d) => d.customer === customer && d.date <= line.date && !named.includes(d))
  const [only] = fitting
  if (only === undefined || fitting.length > 1) return null
  const others = pool.openOf(customer, line.currency).map((d) => pool.left(d))
  return others.length / (amount / commonUnit(others)) > mostChance ? null : only
}

function optionsOf(rule: MatchRule, named: readonly Named<LedgerDocument>[]): Option[] {
  const customers = [...new Set(named.map((n) => n.document.customer))].sort()
  return customers.map((customer) => {
    const mine = named.filter((n) => n.document.customer === customer)
    return { rule, customer, documents: mine.map((n) => n.document.number).sort(), evidence: mine.map((n) => n.found) }
  })
}
