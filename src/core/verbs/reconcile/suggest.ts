// Last pass, books nothing: what a person would look at first for every line that is left.
import type { LedgerDocument } from '../../ledger/documents.ts'
import { isExplicit } from './by-payer.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import type { KnownPayer } from './payers.ts'
import { subsetOf } from './subset.ts'
import type { Option, Verdict } from './verdict.ts'

/** How many candidates of one kind are shown. */
const most = 5

export function suggest(matching: Matching): void {
  for (const work of matching.works) if (work.verdict === null) work.verdict = verdictFor(matching, work)
}

function verdictFor(matching: Matching, work: Work): Verdict {
  const payer = matching.payers.of(work.line)
  if (payer !== null && payer !== 'unclear') return ofPayer(matching, work, payer)
  const hints = matching
    .named(work)
    .slice(0, most)
    .map(
      (n): Option => ({
        rule: 'documentNumber',
        customer: n.document.customer,
        documents: [n.document.number],
        evidence: [n.found],
      }),
    )
  const names = namedCustomers(matching, work)
  const amounts = matching.pool.ofAmount(work.line.amount, work.line.currency).filter((d) => d.date <= work.line.date)
  const options = [
    ...hints,
    ...names,
    ...(names.length > 0 ? [] : amounts.slice(0, most).map((d) => optionOf('amountOnly', d))),
  ]
  if (payer === 'unclear') return { state: 'suggested', reason: 'payerUnclear', options }
  if (options.length === 0) return { state: 'unmatched', reason: 'noTrace' }
  return {
    state: 'suggested',
    reason: names.length > 0 || hints.length > 0 ? 'onlyNameFits' : 'onlyAmountFits',
    options,
  }
}

function optionOf(rule: Option['rule'], d: LedgerDocument, evidence: readonly string[] = []): Option {
  return { rule, customer: d.customer, documents: [d.number], evidence }
}

function ofPayer(matching: Matching, work: Work, payer: KnownPayer): Verdict {
  const { pool } = matching
  const { line } = work
  const open = pool.openOf(payer.customer, line.currency).filter((d) => d.date <= line.date)
  const evidence = [payer.evidence]
  const equal = open.filter((d) => pool.left(d) === line.amount)
  if (equal.length > 0)
    return {
      state: 'suggested',
      reason: isExplicit(matching, payer) ? 'onlyAmountFits' : 'tie',
      options: equal.slice(0, most).map((d) => optionOf('payerAndAmount', d, evidence)),
    }
  const subset = subsetOf(
    open.map((d) => pool.left(d)),
    line.amount,
  )
  if (subset.found === 'one') {
    const documents = subset.indexes.flatMap((i) => open[i]?.number ?? [])
    return {
      state: 'suggested',
      reason: 'chanceSum',
      options: [{ rule: 'severalDocuments', customer: payer.customer, documents, evidence }],
    }
  }
  const options: Option[] = [
    { rule: 'payerOnly', customer: payer.customer, documents: open.slice(0, most).map((d) => d.number), evidence },
  ]
  const paid =
    open.length === 0 &&
    pool.ledger.documentsOf(payer.customer).some((d) => d.amount === line.amount && d.currency === line.currency)
  return {
    state: 'suggested',
    reason: paid ? 'alreadyPaid' : subset.found === 'several' ? 'severalSums' : 'amountFitsNothing',
    options,
  }
}

/** Customers whose whole name stands in the payer's or in the text, with what they owe of exactly that amount. */
function namedCustomers(matching: Matching, work: Work): Option[] {
  const { line } = work
  return matching.payers.namedIn(`${line.payer} ${line.text}`, most).map((customer) => {
    const fitting = matching.pool.openOf(customer, line.currency).filter((d) => matching.pool.left(d) === line.amount)
    return {
      rule: fitting.length > 0 ? 'nameAndAmount' : 'nameOnly',
      customer,
      documents: fitting.map((d) => d.number),
      evidence: [line.payer || line.text],
    }
  })
}
