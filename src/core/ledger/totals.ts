// Sums of everything set against documents and drawn from sources, as of a day: one pass over the journal's columns.
import { type Minor, safe } from '../base/money.ts'
import { code } from './kinds.ts'
import { counts, type Trace } from './trace.ts'

/** Sums by index of document and of source, as of the day. */
export interface Totals {
  readonly owed: Float64Array
  readonly applied: Float64Array
  readonly deducted: Float64Array
  /** Less what was recovered. */
  readonly writtenOff: Float64Array
  readonly held: Float64Array
  readonly used: Float64Array
  readonly refunded: Float64Array
  readonly moved: Float64Array
}

export function foldTotals(trace: Trace, day: number): Totals {
  const sums = (n: number) => new Float64Array(n)
  const d = trace.documents.row.length
  const s = trace.sources.row.length
  const totals: Totals = {
    owed: sums(d),
    applied: sums(d),
    deducted: sums(d),
    writtenOff: sums(d),
    held: sums(s),
    used: sums(s),
    refunded: sums(s),
    moved: sums(s),
  }
  const { kind, amount, length } = trace.journal
  for (let i = 0; i < length; i++) {
    if (!counts(trace, i, day)) continue
    const value = amount[i] ?? 0
    const document = trace.document[i] ?? -1
    const source = trace.source[i] ?? -1
    switch (kind[i]) {
      case code.bill:
      case code.fee:
        add(totals.owed, document, value)
        break
      case code.opening:
        if (document >= 0) add(totals.owed, document, value)
        else add(totals.held, source, -value)
        break
      case code.payment:
      case code.credit:
      case code.in:
        add(totals.held, source, value)
        break
      case code.apply:
        add(totals.applied, document, value)
        add(totals.used, source, value)
        break
      case code.deduct:
        add(totals.deducted, document, value)
        break
      case code.writeoff:
        add(totals.writtenOff, document, value)
        break
      case code.recover:
        add(totals.writtenOff, document, -value)
        break
      case code.refund:
        add(totals.refunded, source, value)
        break
      case code.out:
        add(totals.moved, source, value)
    }
  }
  return totals
}

function add(column: Float64Array, at: number, value: Minor): void {
  column[at] = safe((column[at] ?? 0) + value)
}
