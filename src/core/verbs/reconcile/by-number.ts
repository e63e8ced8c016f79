// Lines that name documents: by a creditor reference, by a whole number, or by the end of a number with exactly its amount.
import { sum } from '../../base/money.ts'
import type { MatchRule, OpenReason } from '../../base/words/bank.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { allDiscounted, deductionFor } from './deduct.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { compare } from './pool.ts'
import { subsetOf } from './subset.ts'
import type { Named } from './tokens.ts'
import type { Option, Part, Verdict } from './verdict.ts'

export function matchByReference(matching: Matching): void {
  for (const work of matching.works)
    if (work.verdict === null) judge(matching, work, 'creditorReference', matching.referenced(work))
}

export function matchByNumber(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict === null)
      judge(
        matching,
        work,
        'documentNumber',
        matching.named(work).filter((n) => n.whole),
      )
  }
}

function judge(matching: Matching, work: Work, rule: MatchRule, named: readonly Named<LedgerDocument>[]): void {
  if (named.length === 0) return
  const verdict = verdictFor(matching, work, rule, named)
  if (verdict.state === 'matched') for (const p of verdict.parts) take(matching, p)
  work.verdict = verdict
}

export function take({ pool }: Matching, part: Part): void {
  const document = pool.ledger.document(part.document)
  if (document !== undefined) pool.take(document, part.amount + (part.deduct?.amount ?? 0))
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
  if (customer === undefined || customers.size > 1) return suggest('severalCustomers')
  const payer = matching.payers.of(line)
  if (payer !== null && payer !== 'unclear' && payer.by !== 'words' && payer.customer !== customer)
    return suggest('payerOfAnother')
  const sameCurrency = named.filter((n) => n.document.currency === line.currency)
  if (sameCurrency.length === 0) return suggest('otherCurrencyThan')
  const documents = sameCurrency.map((n) => n.document).filter((d) => pool.left(d) > 0)
  if (documents.length === 0) return suggest('alreadyPaid')
  documents.sort((a, b) => compare(a.number, b.number))
  const lefts = documents.map((d) => pool.left(d))
  const total = sum(lefts)
  const matched = (parts: readonly Part[]): Verdict => ({
    state: 'matched',
    rule,
    customer,
    parts,
    evidence,
    others: [],
  })
  if (line.amount >= total) return matched(documents.map((d) => ({ document: d.number, amount: pool.left(d) })))
  const [only] = documents
  if (documents.length === 1 && only !== undefined) {
    const deduct = deductionFor(matching, only, line)
    const part = { document: only.number, amount: line.amount }
    return matched([deduct === null ? part : { ...part, deduct }])
  }
  const discounted = allDiscounted(matching, documents, line)
  if (discounted !== null) return matched(discounted)
  const subset = subsetOf(lefts, line.amount)
  if (subset.found !== 'one') return suggest(subset.found === 'several' ? 'severalSums' : 'shortOfSeveral')
  const chosen = subset.indexes.flatMap((i) => documents[i] ?? [])
  return matched(chosen.map((d) => ({ document: d.number, amount: pool.left(d) })))
}

function optionsOf(rule: MatchRule, named: readonly Named<LedgerDocument>[]): Option[] {
  const customers = [...new Set(named.map((n) => n.document.customer))].sort()
  return customers.map((customer) => {
    const mine = named.filter((n) => n.document.customer === customer)
    return { rule, customer, documents: mine.map((n) => n.document.number).sort(), evidence: mine.map((n) => n.found) }
  })
}

/** The end of a number, or the number without its zeros, and exactly the open amount, of one document only. */
export function matchByHint(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const { line } = work
    const fitting = matching
      .named(work)
      .filter((n) => n.document.currency === line.currency && matching.pool.left(n.document) === line.amount)
    const [only] = fitting
    if (only === undefined || fitting.length > 1) continue
    const payer = matching.payers.of(line)
    if (payer === 'unclear' || (payer !== null && payer.customer !== only.document.customer)) continue
    const part = { document: only.document.number, amount: line.amount }
    take(matching, part)
    work.verdict = {
      state: 'matched',
      rule: 'numberAndAmount',
      customer: only.document.customer,
      parts: [part],
      evidence: [only.found],
      others: [],
    }
  }
}
