// What the kinds of bill runs have to show.
import { formatAmount } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Paper } from '../../book/paper.ts'
import type { Plan } from '../../book/plan.ts'

export function nothing(problems: readonly Problem[]): Plan {
  return { changes: [], problems, output: { tables: [] } }
}

export function paperOf(bill: Bill): Paper {
  return { paper: 'bill', name: bill.number, language: bill.language, bill }
}

/** One bill with its rows. */
export function documentPlan(bill: Bill, rows: readonly JournalRow[]): Plan {
  const amount = formatAmount(bill.total, bill.currency)
  const due = bill.instalments.at(-1)?.due ?? bill.date
  return {
    changes: [{ change: 'issueBill', bill }, ...rows.map((row) => ({ change: 'addRow', row }) as const)],
    problems: [note('bill-planned', { number: bill.number, amount, currency: bill.currency, due })],
    output: { tables: [], papers: [paperOf(bill)] },
  }
}
