// Amounts set against more than there is, as of a day: documents over-settled, sources used beyond what they hold, write-offs over-recovered.
import { type Day, dayNumber } from '../base/day.ts'
import { formatAmount } from '../base/money.ts'
import { type Problem, problem } from '../base/problem.ts'
import { currencyAt, kindAt } from '../book/journal.ts'
import { code } from './kinds.ts'
import { comparePlace } from './rows.ts'
import type { Totals } from './totals.ts'
import { counts, nameOfRow, type Trace, whereOf } from './trace.ts'

/** In order of the rows concerned. */
export function findViolations(trace: Trace, totals: Totals, asOf: Day): Problem[] {
  const { journal } = trace
  const found: { readonly row: number; readonly problem: Problem }[] = []
  const note = (c: 'over-settled' | 'over-used' | 'over-recovered', row: number, amount: number, used: number) => {
    const money = (n: number) => `${formatAmount(n, currencyAt(journal, row))} ${currencyAt(journal, row)}`
    const params = {
      kind: kindAt(journal, row),
      name: nameOfRow(journal, row),
      amount: money(amount),
      used: money(used),
      over: money(used - amount),
    }
    found.push({ row, problem: problem(c, params, whereOf(journal, row)) })
  }
  trace.documents.row.forEach((row, d) => {
    const settled = (totals.applied[d] ?? 0) + (totals.deducted[d] ?? 0) + (totals.writtenOff[d] ?? 0)
    if (settled > (totals.owed[d] ?? 0)) note('over-settled', row, totals.owed[d] ?? 0, settled)
  })
  trace.sources.row.forEach((row, s) => {
    const used = (totals.used[s] ?? 0) + (totals.refunded[s] ?? 0) + (totals.moved[s] ?? 0)
    if (used > (totals.held[s] ?? 0)) note('over-used', row, totals.held[s] ?? 0, used)
  })
  for (const [row, recovered] of recoveries(trace, dayNumber(asOf))) {
    const amount = counts(trace, row, dayNumber(asOf)) ? (journal.amount[row] ?? 0) : 0
    if (recovered > amount) note('over-recovered', row, amount, recovered)
  }
  return found.sort((a, b) => comparePlace(journal, a.row, b.row)).map((f) => f.problem)
}

function recoveries(trace: Trace, day: number): Map<number, number> {
  const recovered = new Map<number, number>()
  const { journal, target } = trace
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== code.recover || !counts(trace, i, day)) continue
    const row = target[i] ?? -1
    recovered.set(row, (recovered.get(row) ?? 0) + (journal.amount[i] ?? 0))
  }
  return recovered
}
