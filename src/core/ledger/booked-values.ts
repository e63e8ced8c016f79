// What rows in other currencies are worth in the book's own: at the rate that each row books, else at the rate of its day.
import type { Currency } from '../base/currency.ts'
import { type Day, type DayNumber, dayOf } from '../base/day.ts'
import { exact } from '../base/decimal.ts'
import { convert, type Minor } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { Book } from '../book/book.ts'
import { currencyAt, type Journal, textAt } from '../book/journal.ts'
import { rateTable } from '../book/rates.ts'
import { code } from './kinds.ts'
import { comparePlace } from './rows.ts'
import { never, type Trace } from './trace.ts'

/** The first day on which a rate to the book's currency was needed and not there; a rate of that day serves the later ones too. */
export interface MissingRate {
  readonly from: Currency
  readonly to: Currency
  readonly day: Day
}

export interface BookedValues {
  readonly own: Currency
  isOwn(row: number): boolean
  /** Whether a rate that it has not is missed. */
  isNeeded(row: number): boolean
  /** Rounded half away from zero; null where neither the row nor the book states a rate, which is noted as missing if it is needed. */
  of(row: number, isNeeded?: boolean): Minor | null
  /** What an amount is worth on a day. */
  on(amount: Minor, from: Currency, day: Day): Minor | null
  /** In order of currency. */
  missing(): readonly MissingRate[]
}

/** Rows that are not wanted need no rates; theirs are not missed. */
export function bookedValues(
  book: Pick<Book, 'settings' | 'rates' | 'journal'>,
  wanted: (row: number) => boolean = () => true,
): BookedValues {
  const { journal } = book
  const own = book.settings.currency
  const ownCode = journal.currencies.find(own)
  const table = rateTable(book.rates)
  const missing = new Map<Currency, Day>()
  const on = (amount: Minor, from: Currency, day: Day, isNeeded = true): Minor | null => {
    if (from === own || amount === 0) return amount
    const stated = table.on(from, own, day)
    if (stated !== null) return convert(amount, from, own, stated.rate)
    const known = missing.get(from)
    if (isNeeded && (known === undefined || day < known)) missing.set(from, day)
    return null
  }
  return {
    own,
    isOwn: (row) => journal.currency[row] === ownCode,
    isNeeded: wanted,
    of(row, isNeeded = wanted(row)) {
      const amount = Math.abs(journal.amount[row] ?? 0)
      const rate = textAt(journal.texts, journal.rate, row)
      if (journal.currency[row] === ownCode) return amount
      const currency = currencyAt(journal, row)
      return rate === ''
        ? on(amount, currency, dayOf(journal.date[row] ?? 0), isNeeded)
        : convert(amount, currency, own, exact(rate))
    },
    on,
    missing: () => [...missing].sort(([a], [b]) => compareText(a, b)).map(([from, day]) => ({ from, to: own, day })),
  }
}

/** The other half of every move: pairs with one origin and day, where there are several the greater with the greater. */
export function moveHalves(trace: Trace): ReadonlyMap<number, number> {
  const { journal } = trace
  const groups = new Map<string, { readonly outs: number[]; readonly ins: number[] }>()
  for (let i = 0; i < journal.length; i++) {
    const kind = journal.kind[i]
    if ((kind !== code.in && kind !== code.out) || (trace.start[i] ?? never) === never) continue
    const key = `${journal.of[i]} ${journal.date[i]}`
    const group = groups.get(key) ?? { outs: [], ins: [] }
    groups.set(key, group)
    ;(kind === code.out ? group.outs : group.ins).push(i)
  }
  const halves = new Map<number, number>()
  for (const { outs, ins } of groups.values()) {
    const [a, b] = [bySize(journal, outs), bySize(journal, ins)]
    a.forEach((out, n) => {
      const into = b[n]
      if (into === undefined) return
      halves.set(out, into)
      halves.set(into, out)
    })
  }
  return halves
}

function bySize(journal: Journal, rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => (journal.amount[a] ?? 0) - (journal.amount[b] ?? 0) || comparePlace(journal, a, b))
}

/** `[from, until)` in which a row counts by a day; null where it does not begin by then or never lasts. */
export function spanOf(trace: Trace, row: number, last: DayNumber): readonly [DayNumber, DayNumber] | null {
  const from = trace.start[row] ?? never
  const until = trace.end[row] ?? never
  return from === never || from > last || until <= from ? null : [from, until]
}
