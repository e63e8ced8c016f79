// How a figure came to be, row by row: what each row did to what is open of a document, or to what is left of a payment or credit.
import { type DayNumber, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import { code } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import { comparePlace } from './rows.ts'
import { never } from './trace.ts'

export interface Step {
  /** Index of the row; of the undone row for a reversal. */
  readonly row: number
  readonly day: DayNumber
  /** What it adds to the figure. */
  readonly amount: Minor
  readonly reversal: boolean
  /** The figure after it. */
  readonly after: Minor
}

/** +1 raises the figure, −1 lowers it, by kind of row. */
const effects = {
  documents: new Map([
    [code.bill, 1],
    [code.fee, 1],
    [code.opening, 1],
    [code.recover, 1],
    [code.apply, -1],
    [code.deduct, -1],
    [code.writeoff, -1],
  ]),
  sources: new Map([
    [code.payment, 1],
    [code.credit, 1],
    [code.in, 1],
    // A negative opening holds what it is below zero.
    [code.opening, -1],
    [code.apply, -1],
    [code.refund, -1],
    [code.out, -1],
  ]),
} as const

/** In the order in which rows take effect, up to the ledger's day; the last figure is what the ledger says. */
export function stepsOf({ trace, journal, asOf }: Ledger, which: 'documents' | 'sources', index: number): Step[] {
  const last = dayNumber(asOf)
  const column = which === 'documents' ? trace.document : trace.source
  const found: Omit<Step, 'after'>[] = []
  for (let row = 0; row < journal.length; row++) {
    if (column[row] !== index) continue
    const from = trace.start[row] ?? never
    const sign = effects[which].get(journal.kind[row] ?? -1) ?? 0
    if (sign === 0 || from === never || from > last) continue
    const amount = sign * (journal.amount[row] ?? 0)
    found.push({ row, day: from, amount, reversal: false })
    const until = trace.end[row] ?? never
    if (until !== never && Math.max(from, until) <= last)
      found.push({ row, day: Math.max(from, until), amount: -amount, reversal: true })
  }
  found.sort(
    (a, b) =>
      a.day - b.day ||
      (journal.kind[a.row] ?? 0) - (journal.kind[b.row] ?? 0) ||
      comparePlace(journal, a.row, b.row) ||
      Number(a.reversal) - Number(b.reversal),
  )
  let after = 0
  return found.map((step) => {
    after = safe(after + step.amount)
    return { ...step, after }
  })
}
