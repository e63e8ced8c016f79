// A closed month as its file says it, and the one rule that follows: nothing dated inside a closed month is written any more.
import type { Currency } from '../base/currency.ts'
import { addDays, addMonths, type Day, dayFrom, endOfMonth, monthOf } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import { note, type Problem, problem } from '../base/problem.ts'
import type { Change } from './change.ts'

/** What a balance was, what moved it in the month, what it then was; every part in its own direction, all positive in the usual case. */
export interface PeriodTotals {
  readonly currency: Currency
  readonly before: Minor
  readonly opening: Minor
  readonly bill: Minor
  readonly fee: Minor
  readonly recover: Minor
  readonly refund: Minor
  readonly out: Minor
  readonly payment: Minor
  readonly credit: Minor
  readonly in: Minor
  readonly deduct: Minor
  readonly writeoff: Minor
  /** before + opening + bill + fee + recover + refund + out − payment − credit − in − deduct − writeoff */
  readonly after: Minor
  /** after = open − onAccount */
  readonly open: Minor
  readonly onAccount: Minor
}

export interface Allowance {
  readonly currency: Currency
  readonly amount: Minor
}

export interface Reopening {
  readonly date: Day
  readonly reason: string
  /** The seal that the month had. */
  readonly seal: string
}

export interface Close {
  /** `2026-10` */
  readonly month: string
  readonly state: 'closed' | 'reopened'
  /** The day on which it was closed. */
  readonly date: Day
  /** In order of currency. */
  readonly totals: readonly PeriodTotals[]
  /** What is provided for doubtful debts at the end of the month; none where the book has no provision. */
  readonly provision: readonly Allowance[]
  /** How many rows and documents the month is sealed over; of the first month those of all earlier ones too. */
  readonly rows: number
  /** SHA-256 of the sorted lines of `closes/<yyyy-mm>.csv`. */
  readonly digest: string
  /** The seal of the month before; empty for the first one. */
  readonly previous: string
  /** SHA-256 of everything above. */
  readonly seal: string
  /** The oldest first. */
  readonly reopened: readonly Reopening[]
}

/** The digest of one journal row or document of a closed month, without personal text. */
export interface SealedLine {
  readonly kind: 'row' | 'document'
  /** Id of the row, number of the document. */
  readonly id: string
  readonly digest: string
}

export type Closes = ReadonlyMap<string, Close>

export function endOfMonthNamed(month: string): Day {
  return endOfMonth(firstOfMonth(month))
}

export function firstOfMonth(month: string): Day {
  return dayFrom(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1)
}

export function monthAfter(month: string): string {
  return monthOf(addMonths(firstOfMonth(month), 1))
}

/** The months that are closed now, the oldest first. */
export function closedMonths(closes: Closes): readonly Close[] {
  return [...closes.values()].filter((c) => c.state === 'closed').sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** The last day that is closed; every earlier day is closed too. */
export function closedThrough(closes: Closes): Day | null {
  const newest = closedMonths(closes).at(-1)
  return newest === undefined ? null : endOfMonthNamed(newest.month)
}

/** The first day on which something may be written. */
export function firstOpenDay(closes: Closes): Day | null {
  const last = closedThrough(closes)
  return last === null ? null : addDays(last, 1)
}

/** What a plan would write into closed months: one problem a month. Bank lines are facts of the bank and may come late. */
export function closedMonthProblems(changes: readonly Change[], closes: Closes): Problem[] {
  const last = closedThrough(closes)
  if (last === null) return []
  const counts = new Map<string, { date: Day; count: number }>()
  for (const change of changes) {
    const date =
      change.change === 'addRow' ? change.row.date : change.change === 'issueBill' ? change.bill.date : undefined
    if (date === undefined || date > last) continue
    const known = counts.get(monthOf(date))
    counts.set(monthOf(date), { date: known?.date ?? date, count: (known?.count ?? 0) + 1 })
  }
  const newest = monthOf(last)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { date, count }]) => problem('month-closed', { month, date, count, newest, open: addDays(last, 1) }))
}

/**
 * Money that became known late: its rows come on the first open day, and a payment keeps its own day at the head of the memo.
 * Ids stay what they are, so a second run still knows them.
 */
export function onOpenDay(changes: readonly Change[], closes: Closes): { changes: Change[]; problems: Problem[] } {
  const last = closedThrough(closes)
  if (last === null) return { changes: [...changes], problems: [] }
  const open = addDays(last, 1)
  let count = 0
  const moved = changes.map((change): Change => {
    if (change.change !== 'addRow' || change.row.date > last) return change
    count++
    const { row } = change
    const memo = row.kind === 'payment' ? [row.date, row.memo].filter((t) => t !== '').join(' ') : row.memo
    return { ...change, row: { ...row, date: open, memo } }
  })
  return {
    changes: moved,
    problems: count === 0 ? [] : [note('booked-on-open-day', { count, newest: monthOf(last), open })],
  }
}
