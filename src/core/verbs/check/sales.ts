// Check `sales`: every sale is on at most one live bill, and what a bill bills is there (law 9).
import { type Problem, problem } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import { type Journal, kindCode, rowIdAt } from '../../book/journal.ts'
import { never, type Trace } from '../../ledger/trace.ts'
import { billedCounts } from '../../ledger/unbilled.ts'
import type { Check } from './check.ts'

export const sales: Check = {
  name: 'sales',
  check({ book, ledger }) {
    const counts = billedCounts(book.bills.values())
    if (counts.size === 0) return []
    const rows = saleRows(book.journal)
    const found: Problem[] = []
    for (const [id, count] of counts) {
      if (count > 1) found.push(problem('sale-billed-twice', { id, bills: billsOf(book.bills.values(), id) }))
      const row = rows.get(id)
      if (row === undefined) found.push(problem('billed-sale-missing', { id, bills: billsOf(book.bills.values(), id) }))
      else if (count > 0 && isReversed(ledger.trace, row))
        found.push(problem('billed-sale-reversed', { id, bills: billsOf(book.bills.values(), id) }))
    }
    return found
  },
}

function saleRows(journal: Journal): Map<string, number> {
  const sale = kindCode('sale')
  const rows = new Map<string, number>()
  for (let i = 0; i < journal.length; i++) if (journal.kind[i] === sale) rows.set(rowIdAt(journal, i), i)
  return rows
}

function isReversed(trace: Trace, row: number): boolean {
  return (trace.end[row] ?? never) !== never
}

function billsOf(bills: Iterable<Bill>, id: string): string[] {
  return [...bills].filter((b) => b.lines.some((l) => l.sales.includes(id))).map((b) => b.number)
}
