// Several lines of one payer that name, well or badly, the same document and are together exactly what is open of it.
import { sum } from '../../base/money.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { nearDocuments } from './by-near.ts'
import { take } from './by-number.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'

export function matchTogether(matching: Matching): void {
  const groups = new Map<LedgerDocument, { readonly work: Work; readonly found: string }[]>()
  const counts = new Map<Work, number>()
  for (const work of matching.works) {
    if (work.verdict !== null) continue
    const payer = matching.payers.of(work.line)
    if (payer === null || payer === 'unclear') continue
    for (const { document, found } of nearDocuments(matching, work, payer.customer)) {
      const group = groups.get(document)
      if (group === undefined) groups.set(document, [{ work, found }])
      else group.push({ work, found })
    }
  }
  const complete = [...groups].filter(
    ([document, group]) =>
      group.length > 1 && sum(group.map((g) => g.work.line.amount)) === matching.pool.left(document),
  )
  for (const [, group] of complete) for (const { work } of group) counts.set(work, (counts.get(work) ?? 0) + 1)
  for (const [document, group] of complete) {
    // A line that would complete two documents decides for neither.
    if (group.some(({ work }) => (counts.get(work) ?? 0) > 1)) continue
    for (const { work, found } of group) {
      const part = { document: document.number, amount: work.line.amount }
      take(matching, part)
      work.verdict = {
        state: 'matched',
        rule: 'paidTogether',
        customer: document.customer,
        parts: [part],
        evidence: [found],
        others: [],
      }
    }
  }
}
