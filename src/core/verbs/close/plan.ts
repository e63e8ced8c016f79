// crm close MONTH: proves a month, then writes what it came to and what it is sealed over; from then on nothing is dated inside it.
import { dayOf, monthOf } from '../../base/day.ts'
import { note, type Problem, problem, warning } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { type Close, closedMonths, endOfMonthNamed, firstOfMonth, monthAfter } from '../../book/close.ts'
import { cutBook } from '../../book/cut.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { openSources } from '../../facts/sources.ts'
import { undecidedLines } from '../../ledger/bank-lines.ts'
import { traceJournal } from '../../ledger/link.ts'
import { periodTotals } from '../../ledger/period-totals.ts'
import { digestOfLines, sealedLines, sealOf } from '../../ledger/seal.ts'
import { totalsTable } from '../../ledger/totals-table.ts'
import { provisionOf, requiredOf } from '../../models/provision.ts'

export interface CloseWish {
  /** `2026-10` */
  readonly month: string
}

/** Every finding in a book as of today; the checks belong to `crm check`. */
export type Prove = (book: Book, context: Context) => readonly Problem[]

export function planClose(book: Book, { month }: CloseWish, context: Context, prove: Prove): Plan {
  const stopped = (...problems: Problem[]): Plan => ({ changes: [], problems, output: noOutput })
  const last = endOfMonthNamed(month)
  if (context.today <= last) return stopped(problem('month-not-over', { month, last, today: context.today }))
  const order = orderProblem(book, month)
  if (order !== null) return stopped(order)
  const findings = findingsUpTo(book, month, context, prove)
  if (findings.length > 0) return stopped(...findings, problem('month-unproven', { month, findings: findings.length }))
  const { close, changes } = closing(book, month, context)
  const open = undecidedLines(book, last).length
  return {
    changes,
    problems: [
      ...(open > 0 ? [warning('month-has-open-lines', { month, count: open })] : []),
      note('month-is-closed', { month, count: close.rows, open: firstOfMonth(monthAfter(month)) }),
    ],
    output: { tables: [totalsTable(close.totals)] },
    confirm: true,
  }
}

/** Months close one after the other; the first may be any that has rows before its end, and stands for all before it. Closing twice changes nothing. */
function orderProblem({ closes, journal }: Book, month: string): Problem | null {
  const newest = closedMonths(closes).at(-1)
  if (newest !== undefined && month <= newest.month)
    return note('month-closed-already', { month, newest: newest.month })
  const reopened = [...closes.values()].find((c) => c.state === 'reopened')
  const next = newest === undefined ? reopened?.month : monthAfter(newest.month)
  if (next !== undefined) return next === month ? null : problem('close-out-of-order', { month, next })
  if (journal.length === 0) return null
  const first = dayOf(journal.date.reduce((a, b) => Math.min(a, b)))
  return month < monthOf(first) ? problem('month-before-book', { month, first }) : null
}

function findingsUpTo(book: Book, month: string, context: Context, prove: Prove): readonly Problem[] {
  const last = endOfMonthNamed(month)
  return prove(cutBook(book, last), { ...context, today: last }).filter(
    // A number that a later document bears is no gap.
    (p) =>
      p.severity === 'error' &&
      !(p.code === 'number-missing' && 'number' in p.params && book.bills.has(p.params.number)),
  )
}

function closing(book: Book, month: string, { hash, today }: Context): { close: Close; changes: Plan['changes'] } {
  const months = [...book.closes.values()].filter((c) => c.month < month)
  const from = months.length === 0 ? null : firstOfMonth(month)
  const lines = sealedLines(book, { from, to: endOfMonthNamed(month) }, hash)
  const said = {
    month,
    date: today,
    totals: periodTotals(traceJournal(book.journal), from, endOfMonthNamed(month)),
    provision: requiredOf(provisionOf(openSources(book, endOfMonthNamed(month))).cells),
    rows: lines.length,
    digest: digestOfLines(lines, hash),
    previous: months.at(-1)?.seal ?? '',
  }
  const reopened = book.closes.get(month)?.reopened ?? []
  const close: Close = { ...said, state: 'closed', seal: sealOf(said, hash), reopened }
  return {
    close,
    changes: [
      { change: 'writeClose', close },
      { change: 'sealMonth', month, lines },
    ],
  }
}
