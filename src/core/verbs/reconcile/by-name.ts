// Lines whose payer is only named like a customer: booked where just one open document of all who are so named has the amount.

import { isExplicit } from './agree.ts'
import { take } from './by-number.ts'
import type { Matching } from './matching.ts'

export function matchByName(matching: Matching): void {
  for (const work of matching.works) {
    if (work.verdict !== null || matching.payers.of(work.line) !== null) continue
    const { line } = work
    const likely = matching.likely(work)
    if (likely.size === 0) continue
    const equal = matching.pool.ofAmount(line.amount, line.currency).filter((d) => d.date <= line.date)
    const fitting = equal.filter((d) => likely.get(d.customer) === 'likely' && !isExplicit(matching, d))
    const [only] = fitting
    if (only === undefined || fitting.length > 1) continue
    const part = { document: only.number, amount: line.amount }
    take(matching, part)
    work.verdict = {
      state: 'matched',
      rule: 'nameAndAmount',
      customer: only.customer,
      parts: [part],
      evidence: [line.payer || line.text],
      others: [],
    }
  }
}
