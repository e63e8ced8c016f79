// What was received or credited, and how much of it is still on account.
import type { Currency } from '../base/currency.ts'
import { type Day, dayNumber } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import type { Minor } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { CustomerId } from '../book/customer.ts'
import { currencyAt, type Journal, rowIdAt, textAt } from '../book/journal.ts'
import { byAccount, dayNames } from './documents.ts'
import { code } from './kinds.ts'
import type { Totals } from './totals.ts'
import { counts, type Trace } from './trace.ts'

export interface LedgerSource {
  /** Of its (earliest) row. */
  readonly id: RowId
  readonly kind: 'payment' | 'credit' | 'opening' | 'in'
  readonly customer: CustomerId
  readonly currency: Currency
  readonly date: Day
  /** The number of a credit note; empty for others. */
  readonly document: string
  readonly amount: Minor
  readonly applied: Minor
  readonly refunded: Minor
  /** Moved out to another customer or currency. */
  readonly moved: Minor
  /** amount − applied − refunded − moved: on account. */
  readonly remaining: Minor
  /** What a credit note is about, what a move came from. */
  readonly of: string
  readonly reason: string
  readonly method: string
  /** Its origin: `bank:…`, `import:…`. */
  readonly origin: string
  /** Index of its (earliest) journal row, and in the trace. */
  readonly row: number
  readonly index: number
}

/** All sources that are there on the day. */
export function viewSources(trace: Trace, totals: Totals, asOf: Day): LedgerSource[] {
  const { journal } = trace
  const day = dayNumber(asOf)
  const days = dayNames()
  const views: LedgerSource[] = []
  for (let s = 0; s < trace.sources.row.length; s++) {
    const amount = totals.held[s] ?? 0
    const applied = totals.used[s] ?? 0
    const refunded = totals.refunded[s] ?? 0
    const moved = totals.moved[s] ?? 0
    const row = trace.sources.row[s] ?? 0
    if (!counts(trace, row, day) && amount === 0 && applied === 0 && refunded === 0 && moved === 0) continue
    views.push({
      id: rowIdAt(journal, row),
      kind: kindOf(journal, row),
      customer: textAt(journal.customers, journal.customer, row),
      currency: currencyAt(journal, row),
      date: days(journal.date[row] ?? 0),
      document: textAt(journal.documents, journal.document, row),
      amount,
      applied,
      refunded,
      moved,
      remaining: amount - applied - refunded - moved,
      of: textAt(journal.documents, journal.of, row),
      reason: textAt(journal.texts, journal.reason, row),
      method: textAt(journal.texts, journal.method, row),
      origin: textAt(journal.texts, journal.source, row),
      row,
      index: s,
    })
  }
  return byAccount(views, (a, b) => compareText(a.date, b.date) || compareText(a.id, b.id))
}

function kindOf(journal: Journal, row: number): LedgerSource['kind'] {
  switch (journal.kind[row]) {
    case code.payment:
      return 'payment'
    case code.credit:
      return 'credit'
    case code.in:
      return 'in'
    default:
      return 'opening'
  }
}
