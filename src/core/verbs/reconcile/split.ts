// One line for several documents or customers, each with the amount that a person gave it.
import { sum } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { take } from './by-number.ts'
import type { Share } from './decision.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import type { Part, Verdict } from './verdict.ts'

/** Together exactly the line where several customers share it; of one customer what is left goes on account. */
export function splitVerdict(
  matching: Matching,
  { line }: Work,
  shares: readonly Share[],
): Extract<Verdict, { state: 'matched' }> | Problem {
  const { pool, book } = matching
  const parts: Part[] = []
  for (const { target, amount } of shares) {
    const document = pool.ledger.document(target)
    if (document === undefined) {
      if (!book.customers.has(target)) return problem('unknown-document', { number: target, like: [] })
      parts.push({ document: '', amount, customer: target })
      continue
    }
    const taken = sum(parts.filter((p) => p.document === target).map((p) => p.amount))
    if (document.currency !== line.currency)
      return problem('not-one-customer', { line: line.id, documents: shares.map((s) => s.target) })
    if (taken + amount > pool.left(document)) return problem('share-too-large', { line: line.id, document: target })
    parts.push({ document: target, amount, customer: document.customer })
  }
  const customers = [...new Set(parts.map((p) => p.customer))]
  const [customer] = customers
  const total = sum(parts.map((p) => p.amount))
  if (customer === undefined || total > line.amount || (customers.length > 1 && total < line.amount))
    return problem('shares-not-the-line', { line: line.id })
  for (const part of parts) if (part.document !== '') take(matching, part)
  return {
    state: 'matched',
    rule: 'acceptedByPerson',
    customer,
    parts,
    evidence: shares.map((s) => s.target),
    others: [],
  }
}
