// Lines whose payer is known: exactly one open document of that amount, the whole balance, or the one choice of documents that sums to it.
import { sum } from '../../base/money.ts'
import type { MatchRule } from '../../base/words/bank.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { isExplicit } from './agree.ts'
import { take } from './by-number.ts'
import { deductionFor } from './deduct.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import type { KnownPayer } from './payers.ts'
import { chanceOf, mostChance, subsetOf } from './subset.ts'

type Answer = { readonly rule: MatchRule; readonly documents: readonly LedgerDocument[] }

function matchPayer(
  matching: Matching,
  pass: string,
  answer: (work: Work, payer: KnownPayer, open: readonly LedgerDocument[]) => Answer | null,
): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const payer = matching.payers.of(work.line)
    if (payer === null || payer === 'unclear' || isExplicit(matching, payer)) continue
    if (!matching.isNews(pass, work, payer)) continue
    // A bill of a later day is not what somebody paid before.
    const open = matching.pool.openOf(payer.customer, work.line.currency).filter((d) => d.date <= work.line.date)
    const found = answer(work, payer, open)
    if (found === null) continue
    const parts = found.documents.map((d) => ({ document: d.number, amount: matching.pool.left(d) }))
    for (const p of parts) take(matching, p)
    work.verdict = {
      state: 'matched',
      rule: found.rule,
      customer: payer.customer,
      parts,
      evidence: [payer.evidence],
      others: [],
    }
  }
}

/** Two documents of the same amount are a tie, unless the line hints at one of them, which an earlier pass has booked. */
export function matchByPayer(matching: Matching): void {
  matchPayer(matching, 'amount', (work, payer, open) => {
    const fitting = open.filter((d) => matching.pool.left(d) === work.line.amount)
    if (fitting.length !== 1) return null
    return { rule: payer.by === 'words' ? 'nameAndAmount' : 'payerAndAmount', documents: fitting }
  })
}

/** One document that the amount settles but for a discount in time, or for what the book tolerates. */
export function matchDeducted(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const { line } = work
    const payer = matching.payers.of(line)
    if (payer === null || payer === 'unclear' || payer.by === 'words' || isExplicit(matching, payer)) continue
    if (!matching.isNews('deducted', work, payer)) continue
    const open = matching.pool.openOf(payer.customer, line.currency).filter((d) => d.date <= line.date)
    const fitting = open.flatMap((d) => {
      const deduct = deductionFor(matching, d, line)
      return deduct === null ? [] : [{ document: d.number, amount: line.amount, deduct }]
    })
    const [only] = fitting
    if (only === undefined || fitting.length > 1 || open.some((d) => matching.pool.left(d) === line.amount)) continue
    take(matching, only)
    const evidence = [payer.evidence, only.deduct.reason]
    work.verdict = {
      state: 'matched',
      rule: 'lessDeduction',
      customer: payer.customer,
      parts: [only],
      evidence,
      others: [],
    }
  }
}

export function matchSeveral(matching: Matching): void {
  matchPayer(matching, 'several', (work, payer, open) => {
    if (open.length < 2 || payer.by === 'words') return null
    const lefts = open.map((d) => matching.pool.left(d))
    if (lefts.includes(work.line.amount)) return null
    if (sum(lefts) === work.line.amount) return { rule: 'wholeBalance', documents: open }
    const subset = subsetOf(lefts, work.line.amount)
    if (subset.found !== 'one') return null
    const chosen = subset.indexes.map((i) => lefts[i] ?? 0)
    if (chanceOf(lefts, chosen) > mostChance) return null
    return { rule: 'severalDocuments', documents: subset.indexes.flatMap((i) => open[i] ?? []) }
  })
}
