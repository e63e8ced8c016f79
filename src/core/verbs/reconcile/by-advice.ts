// Lines whose payer has said what he pays for. Every line of the advice has to lead to one open document, and together to the amount.
import type { Currency } from '../../base/currency.ts'
import { type Minor, parseAmount, sum } from '../../base/money.ts'
import type { OpenReason } from '../../base/words/bank.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { Remittance } from '../../book/remittance.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { payerAgrees } from './agree.ts'
import { take } from './by-number.ts'
import { deductionFor } from './deduct.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { nearNumbers, nearness } from './near.ts'
import { heldForPerson } from './short.ts'
import type { Option, Part, Verdict } from './verdict.ts'

export function matchByAdvice(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const advice = matching.advice(work)
    if (advice === null) continue
    const found = verdictFor(matching, work, advice.lines)
    if (found === null) continue
    const verdict = heldForPerson(matching, work, found)
    if (verdict.state === 'matched') for (const p of verdict.parts) take(matching, p)
    work.verdict = verdict
  }
}

/** One line of the advice with the document it leads to. */
interface Answer {
  readonly line: Remittance
  readonly document: LedgerDocument
  /** Its number says so; otherwise only the amount and the payer. */
  readonly byNumber: boolean
}

function verdictFor(matching: Matching, work: Work, lines: readonly Remittance[]): Verdict | null {
  const { pool } = matching
  const evidence = lines.map((r) => r.document)
  const debits = lines.filter((r) => r.amount > 0)
  const taken = new Set<LedgerDocument>()
  const answers = debits.map((line) => {
    const answer = answerTo(matching, work, line, taken)
    if (answer !== null) taken.add(answer.document)
    return answer
  })
  const known = answers.filter((a): a is Answer => a !== null)
  const suggest = (reason: OpenReason): Verdict => ({ state: 'suggested', reason, options: optionsOf(known, evidence) })
  if (known.length === 0) {
    const isPaid = debits.some((r) =>
      matching.numbers.find(r.document).some((n) => n.whole && pool.left(n.document) === 0),
    )
    return isPaid ? paidAlready(matching, debits, evidence) : null
  }
  if (known.length < answers.length) return suggest('adviceUnclear')
  if (sum(lines.map((r) => r.amount)) !== work.line.amount) return suggest('adviceDiffers')
  const credits = creditsOf(matching, lines, known)
  if (credits === null) return suggest('adviceUnclear')
  return matchedBy(matching, work, { known, credits, evidence })
}

function paidAlready(matching: Matching, debits: readonly Remittance[], evidence: readonly string[]): Verdict {
  const named = debits.flatMap((r) => matching.numbers.find(r.document).flatMap((n) => (n.whole ? [n.document] : [])))
  const [first] = named
  if (first === undefined) return { state: 'unmatched', reason: 'alreadyPaid' }
  const option = { rule: 'advice', customer: first.customer, documents: named.map((d) => d.number), evidence } as const
  return { state: 'suggested', reason: 'alreadyPaid', options: [option] }
}

function matchedBy(
  matching: Matching,
  work: Work,
  found: { readonly known: readonly Answer[]; readonly credits: readonly Part[]; readonly evidence: readonly string[] },
): Verdict | null {
  const { known, credits, evidence } = found
  const [first] = known
  if (first === undefined) return null
  const isBatch = known.some((a) => a.document.customer !== first.document.customer)
  if (isBatch && credits.length > 0) return null
  let rest = sum(credits.map((c) => c.amount))
  const parts = known.map(({ line, document }): Part => {
    const fromMoney = Math.min(line.amount, matching.pool.left(document))
    const fromCredit = Math.min(rest, fromMoney)
    rest -= fromCredit
    const amount = fromMoney - fromCredit
    const deduct = fromCredit > 0 ? null : deductionFor(matching, document, { ...work.line, amount: line.amount })
    return {
      document: document.number,
      amount,
      ...(isBatch ? { customer: document.customer } : {}),
      ...(deduct === null ? {} : { deduct }),
      ...(line.memo === '' ? {} : { note: line.memo }),
    }
  })
  // What is over cannot be laid on the account of one customer where the line pays for several.
  if (isBatch && sum(parts.map((p) => p.amount)) !== work.line.amount)
    return { state: 'suggested', reason: 'adviceDiffers', options: optionsOf(known, evidence) }
  return {
    state: 'matched',
    rule: 'advice',
    customer: first.document.customer,
    parts: [...parts.filter((p) => p.amount > 0), ...credits],
    evidence,
    others: [],
  }
}

/**
 * The document of that number, if its customer may be the payer and it is still open for the amount. A number that is not ours, or
 * not of the payer, is a slip where exactly one open document of the payer has the very amount, deductions that are named included.
 */
function answerTo(matching: Matching, work: Work, line: Remittance, taken: ReadonlySet<LedgerDocument>): Answer | null {
  const { pool } = matching
  const isFree = (d: LedgerDocument) => d.currency === line.currency && pool.left(d) > 0 && !taken.has(d)
  const named = documentsNamed(matching, line.document).filter(isFree)
  const mine = named.filter((d) => payerAgrees(matching, work, d.customer) !== 'other')
  const [only] = mine
  const wanted = wantedAmounts(line)
  if (only !== undefined && mine.length === 1) return { line, document: only, byNumber: true }
  const fitting = mine.filter((d) => wanted.includes(pool.left(d)))
  const [fit] = fitting
  if (fit !== undefined && fitting.length === 1) return { line, document: fit, byNumber: true }
  const document = byAmount(
    matching,
    work,
    line,
    wanted.flatMap((amount) => pool.ofAmount(amount, line.currency)).filter(isFree),
  )
  return document === null ? null : { line, document, byNumber: false }
}

/** The whole number, else the same digits behind another or no series. */
function documentsNamed(matching: Matching, text: string): readonly LedgerDocument[] {
  const whole = matching.numbers.find(text).flatMap((n) => (n.whole ? [n.document] : []))
  return whole.length > 0 ? whole : matching.numbers.endingIn(text)
}

/** What is paid, and what is paid with what the payer says he kept back, in its own column or in words. */
function wantedAmounts(line: Remittance): Minor[] {
  const kept = [...(line.deducted === undefined ? [] : [line.deducted]), ...amountsIn(line.memo, line.currency)]
  return [...new Set([line.amount, ...kept.map((k) => line.amount + k)])]
}

function amountsIn(text: string, currency: Currency): Minor[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).flatMap((number) => {
    const amount = parseAmount(number, currency)
    return typeof amount === 'number' && amount > 0 ? [amount] : []
  })
}

/** Of the documents with that amount: the one of the payer who is known; else the one of somebody so named whose number is near. */
function byAmount(
  matching: Matching,
  work: Work,
  line: Remittance,
  equal: readonly LedgerDocument[],
): LedgerDocument | null {
  const numbers = nearNumbers([line.document], () => false)
  const isNear = (d: LedgerDocument) => numbers.some((n) => nearness(n, matching.keysOf(d)) !== null)
  for (const accept of [
    (d: LedgerDocument) => payerAgrees(matching, work, d.customer) === 'known',
    (d: LedgerDocument) => payerAgrees(matching, work, d.customer) === 'resembles',
    (d: LedgerDocument) => payerAgrees(matching, work, d.customer) === 'unknown' && isNear(d),
  ]) {
    const fitting = equal.filter(accept)
    const [only] = fitting
    if (only !== undefined && fitting.length === 1) return only
    if (fitting.length > 1) {
      const near = fitting.filter(isNear)
      return near.length === 1 ? (near[0] ?? null) : null
    }
  }
  return null
}

/** Credit notes that the payer takes off, each set against the documents paid. Null where one is not his or not there any more. */
function creditsOf(matching: Matching, lines: readonly Remittance[], known: readonly Answer[]): Part[] | null {
  const { ledger } = matching.pool
  const customers = new Set<CustomerId>(known.map((a) => a.document.customer))
  const against = [...known].sort((a, b) => b.line.amount - a.line.amount)
  const parts: Part[] = []
  for (const line of lines) {
    if (line.amount >= 0) continue
    const source: LedgerSource | undefined = ledger.source(line.document)
    const [target] = against
    if (source === undefined || target === undefined || !customers.has(source.customer)) return null
    if (matching.pool.creditLeft(source) < -line.amount || target.line.amount < -line.amount) return null
    parts.push({ document: target.document.number, amount: -line.amount, from: source.document || source.id })
  }
  return parts
}

function optionsOf(known: readonly Answer[], evidence: readonly string[]): Option[] {
  const customers = [...new Set(known.map((a) => a.document.customer))].sort()
  return customers.map((customer) => ({
    rule: 'advice',
    customer,
    documents: known.filter((a) => a.document.customer === customer).map((a) => a.document.number),
    evidence,
  }))
}
