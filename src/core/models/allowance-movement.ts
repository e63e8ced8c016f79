// How the allowance for doubtful debts came from the last one to what is required.
import type { Currency } from '../base/currency.ts'
import { addDays, type Day } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { Book } from '../book/book.ts'
import { type Allowance, closedMonths, endOfMonthNamed } from '../book/close.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { periodTotals } from '../ledger/period-totals.ts'
import { beforeTopUp, topUp } from './allowance.ts'

export interface AllowanceMovement {
  readonly currency: Currency
  /** The last day that the previous one covers; null where there is none. */
  readonly since: Day | null
  readonly previous: Minor
  readonly writtenOff: Minor
  readonly recovered: Minor
  readonly before: Minor
  readonly required: Minor
  readonly topUp: Minor
}

export interface PreviousAllowance {
  readonly since: Day | null
  readonly held: readonly Allowance[]
}

/** That of the newest closed month before the day; before the first close, what crm.yaml says the book opened with. */
export function previousOf(book: Pick<Book, 'closes' | 'settings'>, asOf: Day): PreviousAllowance {
  const close = closedMonths(book.closes)
    .filter((c) => endOfMonthNamed(c.month) < asOf)
    .at(-1)
  if (close !== undefined) return { since: endOfMonthNamed(close.month), held: close.provision }
  const opening = book.settings.provision?.opening ?? 0
  return { since: null, held: opening === 0 ? [] : [{ currency: book.settings.currency, amount: opening }] }
}

/** In order of currency; write-offs since the previous one use it up, recoveries add to it. */
export function movementsOf(
  { since, held }: PreviousAllowance,
  { trace, asOf }: Ledger,
  required: readonly Allowance[],
): AllowanceMovement[] {
  const moved = periodTotals(trace, since === null ? null : addDays(since, 1), asOf)
  const amountIn = (list: readonly Allowance[], c: Currency) => list.find((a) => a.currency === c)?.amount ?? 0
  const touched = moved.filter((m) => m.writeoff !== 0 || m.recover !== 0)
  const currencies = [...new Set([...required, ...held, ...touched].map((a) => a.currency))]
  return currencies.sort(compareText).map((currency) => {
    const sums = moved.find((m) => m.currency === currency)
    const previous = amountIn(held, currency)
    const [writtenOff, recovered] = [sums?.writeoff ?? 0, sums?.recover ?? 0]
    const before = beforeTopUp(previous, writtenOff, recovered)
    const needed = amountIn(required, currency)
    return { currency, since, previous, writtenOff, recovered, before, required: needed, topUp: topUp(needed, before) }
  })
}
