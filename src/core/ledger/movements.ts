// What moved a balance, in order: every row that counts, and every row that a reversal took back, on the reversal's day.
import type { DayNumber } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import { code, signOf } from './kinds.ts'
import { comparePlace } from './rows.ts'
import { never, type Trace } from './trace.ts'

export interface Movement {
  /** Index of the row that moved it; of the undone row for a reversal. */
  readonly row: number
  readonly day: DayNumber
  /** What it adds to what the customer owes; negative where it lowers it. */
  readonly amount: Minor
  readonly reversal: boolean
}

/**
 * Movements of the wanted rows up to and including a day, by day, kind and id; a reversal stands right after its row.
 * The day is the one on which it takes effect. Rows that never count move nothing.
 */
export function movementsUpTo(trace: Trace, last: DayNumber, wanted: (row: number) => boolean): Movement[] {
  const { kind } = trace.journal
  return moved(trace, last, (row) => (wanted(row) ? (signOf[kind[row] ?? 0] ?? 0) : 0))
}

/** The same and applications, which move no balance but take from what is open as much as from what is on account; negative. */
export function postingsUpTo(trace: Trace, last: DayNumber): Movement[] {
  const { kind } = trace.journal
  return moved(trace, last, (row) => (kind[row] === code.apply ? -1 : (signOf[kind[row] ?? 0] ?? 0)))
}

/** 0 where a row does not matter. */
function moved(trace: Trace, last: DayNumber, signAt: (row: number) => number): Movement[] {
  const { journal, start, end } = trace
  const found: Movement[] = []
  for (let row = 0; row < journal.length; row++) {
    const sign = signAt(row)
    const from = start[row] ?? never
    const until = end[row] ?? never
    if (sign === 0 || from > last || from === never) continue
    const amount = sign * (journal.amount[row] ?? 0)
    found.push({ row, day: from, amount, reversal: false })
    const ended = Math.max(from, until)
    if (until !== never && ended <= last) found.push({ row, day: ended, amount: -amount, reversal: true })
  }
  return found.sort(
    (a, b) =>
      a.day - b.day ||
      (journal.kind[a.row] ?? 0) - (journal.kind[b.row] ?? 0) ||
      comparePlace(journal, a.row, b.row) ||
      Number(a.reversal) - Number(b.reversal),
  )
}

/** The `reverse` row that ended each row directly; rows that went with another one are not there. */
export function reversedBy(trace: Trace): ReadonlyMap<number, number> {
  const map = new Map<number, number>()
  for (let i = 0; i < trace.journal.length; i++) {
    if (trace.journal.kind[i] === code.reverse && (trace.start[i] ?? never) !== never) map.set(trace.target[i] ?? -1, i)
  }
  return map
}
