// Bills of customers beyond their credit limit: issued with a warning, or not at all, as the book says. Contract charges count too.
import type { Day } from '../../base/day.ts'
import type { Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { JournalRow } from '../../book/journal.ts'
import { beyondLimits } from '../../ledger/exposure.ts'
import type { Draft } from '../../ledger/issue.ts'
import { openLedger } from '../../ledger/ledger.ts'
import { unbilledSales } from '../../ledger/unbilled.ts'

export interface LimitInput {
  readonly date: Day
  /** Rows that the run itself makes. */
  readonly made: readonly JournalRow[]
  /** What becomes of a refusal where the customer was not asked for by name. */
  readonly parked: (found: Problem, draft: Draft) => Problem
}

export function withinLimits(
  book: Book,
  drafts: readonly Draft[],
  { date, made, parked }: LimitInput,
): { readonly drafts: readonly Draft[]; readonly problems: readonly Problem[] } {
  const customers = [...new Set(drafts.map((d) => d.customer))]
  if (customers.every((c) => c.creditLimit === undefined)) return { drafts, problems: [] }
  const sales = [...unbilledSales(book, date), ...made]
  const { accounts } = openLedger(book.journal, date)
  const { beyond, missing } = beyondLimits(book, customers, { day: date, accounts, sales })
  const problems = drafts.flatMap((d) => {
    const found = beyond.get(d.customer.id)
    if (found === undefined) return []
    return found.severity === 'error' ? [parked(found, d)] : [found]
  })
  return {
    drafts: drafts.filter((d) => beyond.get(d.customer.id)?.severity !== 'error'),
    problems: [...new Set(problems), ...missing],
  }
}
