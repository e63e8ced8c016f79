// Last pass, books nothing: what a person would look at first for every line that is left.
import { sum } from '../../base/money.ts'
import type { OpenReason } from '../../base/words/bank.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { isExplicit } from './agree.ts'
import { nearlyEntered } from './by-hand.ts'
import { nearDocuments } from './by-near.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { nearness } from './near.ts'
import { type Subset, subsetOf } from './subset.ts'
import type { Option, Verdict } from './verdict.ts'

/** How many candidates of one kind are shown. */
const most = 5

export function suggest(matching: Matching): void {
  for (const work of matching.works) {
    if (work.line.amount <= 0) continue
    if (work.verdict === null && work.isTakenBack)
      work.verdict = { state: 'suggested', reason: 'takenBack', options: optionsFor(matching, work) }
    else if (work.verdict === null) work.verdict = verdictFor(matching, work)
    else if (work.verdict.state === 'suggested')
      work.verdict = {
        ...work.verdict,
        options: distinct([...work.verdict.options, ...optionsFor(matching, work)]),
      }
  }
}

function verdictFor(matching: Matching, work: Work): Verdict {
  const payer = matching.payers.of(work.line)
  const account = accountOf(matching, work)
  const options = optionsFor(matching, work, account)
  if (payer === 'unclear') return { state: 'suggested', reason: 'payerUnclear', options }
  if (account !== null) return { state: 'suggested', reason: reasonOf(matching, work, account), options }
  if (options.length === 0) return { state: 'unmatched', reason: 'noTrace' }
  const isOnlyAmount = options.every((o) => o.rule === 'amountOnly')
  return { state: 'suggested', reason: isOnlyAmount ? 'onlyAmountFits' : 'onlyNameFits', options }
}

/** What the known payer owed when he paid, and how the amount sits to it. */
interface Account {
  readonly customer: CustomerId
  readonly open: readonly LedgerDocument[]
  /** Of exactly the amount. */
  readonly equal: readonly LedgerDocument[]
  /** Searched where no single document has the amount. */
  readonly subset: Subset
}

function accountOf({ payers, pool }: Matching, { line }: Work): Account | null {
  const payer = payers.of(line)
  if (payer === null || payer === 'unclear') return null
  const { customer } = payer
  const open = pool.openOf(customer, line.currency).filter((d) => d.date <= line.date)
  const lefts = open.map((d) => pool.left(d))
  const equal = open.filter((_, i) => lefts[i] === line.amount)
  return { customer, open, equal, subset: equal.length > 0 ? { found: 'none' } : subsetOf(lefts, line.amount) }
}

/** Why a line of a known payer was not booked. */
function reasonOf(matching: Matching, { line }: Work, { customer, open, equal, subset }: Account): OpenReason {
  const { pool } = matching
  if (equal.length > 0) return isExplicit(matching, { customer }) ? 'onlyAmountFits' : 'tie'
  if (subset.found === 'one') return 'chanceSum'
  if (subset.found === 'several') return 'severalSums'
  const isPaid =
    open.length === 0 &&
    pool.ledger
      .documentsOf(customer)
      .some((d) => d.amount === line.amount && d.currency === line.currency && pool.left(d) === 0)
  return isPaid ? 'alreadyPaid' : 'amountFitsNothing'
}

/** The best first: numbers, then what the payer owes of that amount, then sums, then names, then the amount alone. */
function optionsFor(matching: Matching, work: Work, account = accountOf(matching, work)): Option[] {
  const found = [
    ...byNumberAndAmount(matching, work),
    ...byNumber(matching, work),
    ...(account === null ? [] : ofPayer(matching, work, account)),
  ]
  if (account === null) found.push(...byName(matching, work))
  if (found.length === 0) {
    found.push(...nearlyEntered(matching, work).slice(0, most).map(entered))
    const equal = matching.pool.ofAmount(work.line.amount, work.line.currency).filter((d) => d.date <= work.line.date)
    found.push(...equal.slice(0, most).map((d) => optionOf('amountOnly', d)))
  }
  return distinct(found)
}

function entered(payment: LedgerSource): Option {
  return { rule: 'byHand', customer: payment.customer, documents: [payment.id], evidence: [payment.date] }
}

function optionOf(rule: Option['rule'], d: LedgerDocument, evidence: readonly string[] = []): Option {
  return { rule, customer: d.customer, documents: [d.number], evidence }
}

/** Exactly the amount, and one slip away from a number that stands there, or of the customer whose number stands there. */
function byNumberAndAmount(matching: Matching, work: Work): Option[] {
  const { pool, nearNumbers, keysOf } = matching
  const { line } = work
  const numbers = nearNumbers(work)
  const named = matching.named(work).filter((n) => n.whole)
  if (numbers.length === 0 && named.length === 0) return []
  return pool
    .ofAmount(line.amount, line.currency)
    .flatMap((d) => {
      const near = d.date > line.date ? undefined : numbers.find((n) => nearness(n, keysOf(d)) !== null)
      const ofSame =
        near !== undefined || d.date > line.date ? undefined : named.find((n) => n.document.customer === d.customer)
      if (ofSame !== undefined && ofSame.document !== d) return [optionOf('amountOnly', d, [ofSame.found])]
      return near === undefined ? [] : [optionOf('numberAndAmount', d, [near.found])]
    })
    .slice(0, most)
}

/** Of each customer whose numbers stand there, well or badly: all of them together, for that is what the line says. */
function byNumber(matching: Matching, work: Work): Option[] {
  const { pool } = matching
  const customers = new Set<CustomerId>()
  const payer = matching.payers.of(work.line)
  if (payer !== null && payer !== 'unclear') customers.add(payer.customer)
  for (const n of matching.named(work)) if (pool.left(n.document) > 0) customers.add(n.document.customer)
  for (const near of matching.nearNumbers(work)) {
    const found = matching.nearIndex().find(near.key)
    if (found !== 'many' && found.length <= most) for (const d of found) customers.add(d.customer)
  }
  return [...customers].slice(0, most).flatMap((customer): Option[] => {
    const near = nearDocuments(matching, work, customer)
    if (near.length === 0) return []
    const evidence = near.map((n) => n.found)
    return [{ rule: 'documentNumber', customer, documents: near.map((n) => n.document.number), evidence }]
  })
}

function ofPayer(matching: Matching, { line }: Work, { customer, open, equal, subset }: Account): Option[] {
  const evidence = [line.payer || line.payerAccount]
  if (equal.length > 0) return equal.slice(0, most).map((d) => optionOf('payerAndAmount', d, evidence))
  const chosen = subset.found === 'one' ? [subset.indexes] : subset.found === 'several' ? subset.choices : []
  if (chosen.length > 0) {
    const sums = chosen.map((indexes): Option => {
      const documents = indexes.flatMap((i) => open[i]?.number ?? [])
      return { rule: 'severalDocuments', customer, documents, evidence }
    })
    const others = chosen.length < 2 ? [] : open.filter((_, i) => !chosen.some((c) => c.includes(i)))
    return [...sums, ...others.slice(0, most).map((d) => optionOf('payerOnly', d, evidence))]
  }
  // More than he owes pays all of it; else any one of his documents may be meant.
  const { pool } = matching
  const isMore = sum(open.map((d) => pool.left(d))) <= line.amount
  if (isMore) return [{ rule: 'payerOnly', customer, documents: open.slice(0, most).map((d) => d.number), evidence }]
  const near = nearestAbove(matching, open, line.amount)
  const others = open.filter((d) => d !== near)
  return [...(near === null ? [] : [near]), ...others].slice(0, most).map((d) => optionOf('payerOnly', d, evidence))
}

/** The document that the amount falls short of least: a deduction, a fee, a discount taken late. */
function nearestAbove({ pool }: Matching, open: readonly LedgerDocument[], amount: number): LedgerDocument | null {
  let best: LedgerDocument | null = null
  for (const d of open) if (pool.left(d) > amount && (best === null || pool.left(d) < pool.left(best))) best = d
  return best
}

/** Customers whose whole name stands there or who are named alike, with what they owe of exactly that amount first. */
function byName(matching: Matching, work: Work): Option[] {
  const { line } = work
  const likely = matching.likely(work)
  const named = matching.payers.namedIn(`${line.payer} ${line.text}`, most)
  const customers = [...new Set([...named, ...[...likely.keys()].sort()])]
  const options = customers.map((customer): Option => {
    const fitting = matching.pool.openOf(customer, line.currency).filter((d) => matching.pool.left(d) === line.amount)
    return {
      rule: fitting.length > 0 ? 'nameAndAmount' : 'nameOnly',
      customer,
      documents: fitting.map((d) => d.number),
      evidence: [line.payer || line.text],
    }
  })
  return [...options.filter((o) => o.documents.length > 0), ...options.filter((o) => o.documents.length === 0)].slice(
    0,
    most,
  )
}

/** What stands before is not said again, nor a customer alone of whom documents are named. */
function distinct(options: readonly Option[]): Option[] {
  const seen = new Set(options.flatMap((o) => (o.documents.length > 0 ? [o.customer] : [])))
  return options.filter((o) => {
    const key = [o.customer, ...o.documents].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}
