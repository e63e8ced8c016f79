// Bank lines, bills and customers for tests of reconciling, and what reconciling makes of them.
import { type Day, day } from '../../src/core/base/day.ts'
import { rowId } from '../../src/core/base/id.ts'
import type { BankLine } from '../../src/core/book/bank.ts'
import type { Book } from '../../src/core/book/book.ts'
import { type JournalRow, journalRow } from '../../src/core/book/journal.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { judgeLines, planReconcile } from '../../src/core/verbs/reconcile/plan.ts'
import { bankLine, context, row, sha256 } from './book.ts'
import { applied, rowsOf } from './import.ts'

let lineCount = 0

/** Money in is positive; a line of its own every time. */
export function line(amount: number, more: Partial<BankLine> = {}): BankLine {
  return bankLine(rowId(sha256, ['line', String(lineCount++)]), '2026-10-20', amount, more)
}

export const bill = (document: string, who: string, amount: number, more: Parameters<typeof row>[4] = {}) =>
  row('2026-10-01', 'bill', who, amount, { document, due: day('2026-10-31'), ...more })

/** Rows as `[kind, customer, document, amount]`, verdicts, and what a sound run has none of: violations and a second plan. */
export function planned(start: Book) {
  const wish = { account: undefined, strict: false, explain: undefined }
  const plan = planReconcile(start, wish, context('2026-11-22'))
  const rows = rowsOf(plan.changes).map((r) => [r.kind, r.customer, r.document, r.amount] as const)
  const verdicts = judgeLines(start, { account: undefined, romanise: () => [], hash: sha256 }).judged.map(
    (j) => j.verdict,
  )
  const after = applied(start, plan.changes)
  const ledger = openLedger(after.journal, day('2026-12-31'))
  const second = planReconcile(after, wish, context('2026-11-23')).changes
  return { plan, rows, verdicts, violations: ledger.problems, second, after, ledger }
}

export const sound = { violations: [], second: [] }

/** What is open of each document, by number. */
export function openAfter(start: Book, until: Day = day('2026-12-31')): Record<string, number> {
  const { documents } = openLedger(start.journal, until)
  return Object.fromEntries(documents.map((d) => [d.number, d.open]))
}

export function rowsOfBook({ journal }: Book): JournalRow[] {
  return Array.from({ length: journal.length }, (_, i) => journalRow(journal, i))
}
