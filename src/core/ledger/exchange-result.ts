// What a period brought in exchange differences: settlements in it, and what open amounts gained or lost at the rates of its ends.
import { addDays, type Day, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import type { Book } from '../book/book.ts'
import { currencyAt } from '../book/journal.ts'
import { type BookedValues, bookedValues, type MissingRate } from './booked-values.ts'
import { foldExchange, type Position, type Settlement } from './exchange.ts'
import type { Trace } from './trace.ts'

export interface ValuedPosition extends Position {
  /** At the rate of the day, in the book's currency. */
  readonly value: Minor
  /** value − booked; positive: a gain. */
  readonly difference: Minor
}

export interface ExchangeResult {
  /** Those of the period, also without a difference, in order of day. */
  readonly settlements: readonly Settlement[]
  /** At the end of the period. */
  readonly positions: readonly ValuedPosition[]
  /** The day before it begins; empty where it has no beginning. */
  readonly before: readonly ValuedPosition[]
  /** Rates that are needed and not there; amounts without one count for nothing, so say nothing else then. */
  readonly missing: readonly MissingRate[]
}

/** What settlements realised up to a day. */
export function exchangeRealised(
  book: Pick<Book, 'settings' | 'rates' | 'journal'>,
  trace: Trace,
  asOf: Day,
): Pick<ExchangeResult, 'settlements' | 'missing'> {
  const values = bookedValues(book)
  const { settlements } = foldExchange(trace, values, asOf)
  return { settlements, missing: values.missing() }
}

/** `from` null: everything up to `asOf`. `wanted` says whose rows count. */
export function exchangeResult(
  book: Pick<Book, 'settings' | 'rates' | 'journal'>,
  trace: Trace,
  { from, asOf }: { readonly from: Day | null; readonly asOf: Day },
  wanted: (row: number) => boolean = () => true,
): ExchangeResult {
  const values = bookedValues(book, wanted)
  const at = (day: Day) => {
    const { settlements, positions } = foldExchange(trace, values, day)
    return { settlements, positions: positions.filter((p) => wanted(p.row)).map((p) => valued(trace, values, p, day)) }
  }
  const end = at(asOf)
  const settlements = end.settlements.filter((s) => wanted(s.row) && (from === null || s.day >= dayNumber(from)))
  const before = from === null ? [] : at(addDays(from, -1)).positions
  return { settlements, positions: end.positions, before, missing: values.missing() }
}

function valued(trace: Trace, values: BookedValues, position: Position, day: Day): ValuedPosition {
  const value = values.on(position.amount, currencyAt(trace.journal, position.row), day) ?? 0
  return { ...position, value, difference: safe(value - position.booked) }
}
