// The same day as two states of the book know it: what was believed then, what is known now, and the rows that make the difference.
import type { Currency } from '../base/currency.ts'
import { type Day, dayNumber } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import { type Minor, safe } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { CustomerId } from '../book/customer.ts'
import { type Journal, type JournalRow, journalRow, rowIdAt } from '../book/journal.ts'
import { spanOf } from './booked-values.ts'
import { code } from './kinds.ts'
import { traceJournal } from './link.ts'
import { movementsUpTo, reversedBy } from './movements.ts'
import type { Trace } from './trace.ts'

/** A row that one state of the book has and counts by the day, and the other does not. */
export interface Explaining {
  /** `added`: known only now · `gone`: believed then, not there any more */
  readonly how: 'added' | 'gone'
  readonly row: JournalRow
  /** What it adds to the balance as known now; 0 for a row that only moves amounts between documents and money on account. */
  readonly effect: Minor
}

/** By customer, currency, day and id; the effects of each account sum to the difference of its balances. */
export function explainDifference(believed: Journal, known: Journal, asOf: Day): Explaining[] {
  const [then, now] = [effectsOf(traceJournal(believed), asOf), effectsOf(traceJournal(known), asOf)]
  const missing = (from: ReadonlyMap<RowId, Effect>, other: ReadonlyMap<RowId, Effect>, how: Explaining['how']) =>
    [...from].flatMap(([id, { row, effect }]): Explaining[] => {
      const sign = how === 'added' ? 1 : -1
      const left = safe(sign * effect - (other.has(id) ? sign * (other.get(id)?.effect ?? 0) : 0))
      const isShown = how === 'added' ? !other.has(id) || left !== 0 : !other.has(id)
      return isShown ? [{ how, row, effect: left }] : []
    })
  return [...missing(now, then, 'added'), ...missing(then, now, 'gone')].sort(
    (a, b) =>
      compareText(a.row.customer, b.row.customer) ||
      compareText(a.row.currency, b.row.currency) ||
      compareText(a.row.date, b.row.date) ||
      compareText(a.row.id, b.row.id),
  )
}

interface Effect {
  readonly row: JournalRow
  readonly effect: Minor
}

const settling: ReadonlySet<number> = new Set([code.apply, code.reverse])

/** Every row that counts by the day with what it does to the balance; a reversal carries what it takes back. */
function effectsOf(trace: Trace, asOf: Day): ReadonlyMap<RowId, Effect> {
  const { journal } = trace
  const last = dayNumber(asOf)
  const reversal = reversedBy(trace)
  const found = new Map<RowId, Effect>()
  const put = (i: number, effect: Minor) => {
    const id = rowIdAt(journal, i)
    found.set(id, { row: journalRow(journal, i), effect: safe((found.get(id)?.effect ?? 0) + effect) })
  }
  for (let i = 0; i < journal.length; i++)
    if (settling.has(journal.kind[i] ?? -1) && spanOf(trace, i, last) !== null) put(i, 0)
  for (const m of movementsUpTo(trace, last, () => true))
    put(m.reversal ? (reversal.get(m.row) ?? m.row) : m.row, m.amount)
  return found
}

/** The account that a row belongs to. */
export function accountKey(row: { readonly customer: CustomerId; readonly currency: Currency }): string {
  return `${row.customer} ${row.currency}`
}
