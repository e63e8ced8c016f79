// How debts of the past grew old: what of each bill was still unpaid when it reached each bucket, and what was never paid.
import type { Currency } from '../base/currency.ts'
import { addMonths, type Day, type DayNumber, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { CustomerId } from '../book/customer.ts'
import { bucketBounds } from '../ledger/aging.ts'
import { code } from '../ledger/kinds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { never } from '../ledger/trace.ts'

/** Buckets: not due first, then one for each range of days late. */
export interface Roll {
  readonly segment: number
  readonly currency: Currency
  readonly reached: readonly Minor[]
  readonly lost: Minor
}

export interface RollWish {
  /** Upper ends of the buckets in days late, inclusive. */
  readonly ends: readonly number[]
  /** How many months of due days are looked at. */
  readonly months: number
  /** Customers are added up by what this says; currencies are never. */
  readonly segment: (customer: CustomerId) => number
}

/**
 * Looks at what was due in the latest months whose debts are old enough today to have passed through every bucket. What was given up
 * counts as not paid; credit notes and deductions settle.
 */
export function rollOf(ledger: Ledger, { ends, months, segment }: RollWish): Roll[] {
  const bounds = bucketBounds(ends)
  const today = dayNumber(ledger.asOf)
  const { from, to } = rollWindow(ledger.asOf, { ends, months })
  const paid = paymentsOf(ledger)
  const found = new Map<string, { segment: number; currency: Currency; reached: Minor[]; lost: Minor }>()
  for (const document of ledger.documents) {
    let earlier = 0
    for (const { due, amount } of document.instalments) {
      const before = earlier
      earlier = safe(earlier + amount)
      const day = dayNumber(due)
      if (day < from || day > to) continue
      const unpaid = (on: DayNumber) => amount - share(paid(document.index, on), before, amount)
      const at = segment(document.customer)
      const none = { segment: at, currency: document.currency, reached: bounds.map(() => 0).concat(0), lost: 0 }
      const roll = found.get(`${at} ${document.currency}`) ?? none
      found.set(`${at} ${document.currency}`, roll)
      roll.reached[0] = safe((roll.reached[0] ?? 0) + amount)
      bounds.forEach(([lower], i) => {
        roll.reached[i + 1] = safe((roll.reached[i + 1] ?? 0) + unpaid(day + lower))
      })
      roll.lost = safe(roll.lost + unpaid(today))
    }
  }
  return [...found.values()].sort((a, b) => a.segment - b.segment || compareText(a.currency, b.currency))
}

/** What of a sum falls to an instalment: payments fill the instalments in order of due day. */
function share(sum: Minor, before: Minor, amount: Minor): Minor {
  return Math.min(Math.max(sum - before, 0), amount)
}

/** By index of document and day: what was applied or deducted by then. */
function paymentsOf({ trace, journal }: Ledger): (document: number, day: DayNumber) => Minor {
  const rows = new Map<number, number[]>()
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== code.apply && journal.kind[i] !== code.deduct) continue
    const document = trace.document[i] ?? -1
    const list = rows.get(document)
    if (list === undefined) rows.set(document, [i])
    else list.push(i)
  }
  return (document, day) => {
    let sum = 0
    for (const i of rows.get(document) ?? [])
      if ((trace.start[i] ?? never) <= day && (trace.end[i] ?? never) > day) sum += journal.amount[i] ?? 0
    return safe(sum)
  }
}

/** From and to of the due days that `rollOf` looks at, both inside. */
export function rollWindow(
  asOf: Day,
  { ends, months }: Pick<RollWish, 'ends' | 'months'>,
): { from: DayNumber; to: DayNumber } {
  const lastLower = bucketBounds(ends).at(-1)?.[0] ?? 1
  const to = dayNumber(asOf) - lastLower
  return { from: to - (dayNumber(asOf) - dayNumber(addMonths(asOf, -months))) + 1, to }
}
