// Lines whose numbers are cut, joined with something else, or one slip away: booked only where payer or amount say the same.
import { sum } from '../../base/money.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { payerAgrees } from './agree.ts'
import { fitsAnother, furtherDocument, take } from './by-number.ts'
import { deductionFor, fillInOrder } from './deduct.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { fewestSure, type NearNumber, nearness } from './near.ts'
import { compare } from './pool.ts'
import { heldForPerson } from './short.ts'
import { chanceOf, mostChance, subsetOf } from './subset.ts'
import type { Matched, Part } from './verdict.ts'

/** So many documents may be near that any choice of them is taken for what is meant. */
const few = 6

/** A document that the line names well or badly. */
export interface NearDocument {
  readonly document: LedgerDocument
  readonly found: string
  /** No other number of the whole book is as near. */
  readonly isAlone: boolean
  /** The number stands there as it is. */
  readonly isWhole?: true
}

export function matchByNear(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const customer = customerOf(matching, work)
    if (customer === null) continue
    const found = verdictFor(matching, work, customer, nearDocuments(matching, work, customer))
    if (found === null) continue
    const verdict = heldForPerson(matching, work, found)
    if (verdict.state === 'matched') for (const p of verdict.parts) take(matching, p)
    work.verdict = verdict
  }
}

/** The payer who is known; else the one customer all of whose documents named, well or badly, are exactly the amount. */
function customerOf(matching: Matching, work: Work): CustomerId | null {
  const payer = matching.payers.of(work.line)
  if (payer === 'unclear') return null
  if (payer !== null) return payer.customer
  const alone = matching.nearNumbers(work).flatMap((near) => {
    const found = matching.nearIndex().find(near.key)
    return found !== 'many' && found.length === 1 ? found : []
  })
  const named = matching.named(work).flatMap((n) => (n.whole ? [n.document] : []))
  const customers = new Set([...alone, ...named].map((d) => d.customer))
  const [customer] = customers
  return customer === undefined || customers.size > 1 ? null : customer
}

export function nearDocuments(matching: Matching, work: Work, customer: CustomerId): NearDocument[] {
  const { pool } = matching
  const found = new Map<LedgerDocument, NearDocument>()
  for (const n of matching.named(work)) {
    if (n.whole && n.document.customer === customer && n.document.currency === work.line.currency)
      found.set(n.document, { document: n.document, found: n.found, isAlone: true, isWhole: true })
  }
  const parts = matching.named(work).filter((n) => !n.whole)
  for (const n of parts) {
    const { document } = n
    if (document.customer !== customer || document.currency !== work.line.currency || document.date > work.line.date)
      continue
    const isAlone =
      n.inside !== true && n.found.length >= fewestSure && parts.filter((p) => p.found === n.found).length === 1
    found.set(document, { document, found: n.found, isAlone })
  }
  const numbers = matching.nearNumbers(work)
  if (numbers.length === 0) return [...found.values()].filter(({ document }) => pool.left(document) > 0)
  for (const document of pool.openOf(customer, work.line.currency)) {
    // What is written badly is not taken for a bill of a later day.
    if (found.has(document) || document.date > work.line.date) continue
    const keys = matching.keysOf(document)
    const near = numbers.find((n) => speaksOf(matching, work, n, { customer, keys }))
    if (near === undefined) continue
    const others = matching.nearIndex().find(near.key)
    const isOfOther = nearness(near, keys) === 'ofOther'
    const isAlone = !isOfOther && others !== 'many' && others.length === 1 && others[0] === document
    found.set(document, { document, found: near.found, isAlone })
  }
  return [...found.values()].filter(({ document }) => pool.left(document) > 0)
}

/**
 * A slip may lead to the number of somebody else. It is taken for one where the payer is known, or named alike, and the other
 * document is not his, not of somebody named alike, and not what the amount would pay.
 */
function speaksOf(
  matching: Matching,
  work: Work,
  near: NearNumber,
  of: { readonly customer: CustomerId; readonly keys: readonly string[] },
): boolean {
  const how = nearness(near, of.keys)
  if (how !== 'ofOther') return how !== null
  const isHis = (customer: CustomerId) => ['known', 'resembles'].includes(payerAgrees(matching, work, customer))
  return (
    isHis(of.customer) &&
    matching.numbers
      .ofKey(near.key)
      .every((other) => !isHis(other.customer) && matching.pool.left(other) !== work.line.amount)
  )
}

/**
 * Exactly the amount of all that are near, of one choice of them, or of all and one further document. Otherwise numbers that nothing
 * else is near to stand for themselves where the payer is known: a part of a single document, or all but a small rest.
 */
function verdictFor(
  matching: Matching,
  work: Work,
  customer: CustomerId,
  near: readonly NearDocument[],
): Matched | null {
  if (near.length === 0) return null
  const { pool } = matching
  const { line } = work
  const documents = near.map((n) => n.document).sort((a, b) => compare(a.number, b.number))
  const lefts = documents.map((d) => pool.left(d))
  const matched = (parts: readonly Part[]): Matched => ({
    state: 'matched',
    rule: near.every((n) => n.isWhole) ? 'documentNumber' : 'numberAndAmount',
    customer,
    parts,
    evidence: near.map((n) => n.found),
    others: [],
  })
  const whole = (d: LedgerDocument): Part => ({ document: d.number, amount: pool.left(d) })
  const subset = subsetOf(lefts, line.amount)
  if (subset.found === 'one') {
    const chosen = subset.indexes.map((i) => lefts[i] ?? 0)
    // Of a long list of what may be meant almost any amount is the sum of some.
    if (
      near.filter((n) => !n.isAlone).length > few &&
      chosen.length < lefts.length &&
      chanceOf(lefts, chosen) > mostChance
    )
      return null
    return matched(subset.indexes.flatMap((i) => documents[i] ?? []).map(whole))
  }
  if (subset.found === 'several') return null
  if (line.amount > sum(lefts)) {
    const further = documents.length < 2 ? null : furtherDocument(matching, line, customer, documents)
    return further === null ? null : matched([...documents, further].map(whole))
  }
  if (payerAgrees(matching, work, customer) !== 'known' || near.some((n) => !n.isAlone)) return null
  if (fitsAnother(matching, work, customer, documents)) return null
  const rule = near.every((n) => n.isWhole) ? 'documentNumber' : 'nearNumber'
  const [only] = documents
  if (documents.length === 1 && only !== undefined) {
    const deduct = deductionFor(matching, only, line)
    const part = { document: only.number, amount: line.amount }
    return { ...matched([deduct === null ? part : { ...part, deduct }]), rule }
  }
  const filled = fillInOrder(matching, documents, line)
  return filled === null ? null : { ...matched(filled), rule }
}

/** The end of a number, its digits without zeros, or one slip from it, and exactly the open amount, of one document only. */
export function matchByHint(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const { line } = work
    const parts = matching.named(work).filter((n) => !n.whole || matching.pool.left(n.document) > 0)
    const hinted = new Map(parts.map((n) => [n.document, n.found]))
    const numbers = matching.nearNumbers(work)
    const equal =
      numbers.length === 0 ? [] : matching.pool.ofAmount(line.amount, line.currency).filter((d) => d.date <= line.date)
    for (const d of equal) {
      const keys = matching.keysOf(d)
      const near = numbers.find((n) => speaksOf(matching, work, n, { customer: d.customer, keys }))
      if (near !== undefined && !hinted.has(d)) hinted.set(d, near.found)
    }
    const fitting = [...hinted].filter(([d]) => d.currency === line.currency && matching.pool.left(d) === line.amount)
    const [only] = fitting
    if (only === undefined || fitting.length > 1) continue
    const [document, found] = only
    const payer = matching.payers.of(line)
    if (payer === 'unclear' || (payer !== null && payer.customer !== document.customer)) continue
    if (payerAgrees(matching, work, document.customer) === 'other') continue
    const part = { document: document.number, amount: line.amount }
    take(matching, part)
    work.verdict = {
      state: 'matched',
      rule: 'numberAndAmount',
      customer: document.customer,
      parts: [part],
      evidence: [found],
      others: [],
    }
  }
}
