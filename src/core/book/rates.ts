// Exchange rates as of a day, from what the book states: `rates.csv`, read in either direction.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { type Exact, exact, formatDecimal } from '../base/decimal.ts'
import { convert, type Minor } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { Book } from './book.ts'
import type { Rate } from './catalog.ts'

export interface RateTable {
  /**
   * Units of `to` for one of `from`: the latest stated on or before the day in either direction. Of one day the direct one goes before the
   * inverse, of two lines the later. Null when none is; rates through a third currency are not invented.
   */
  on(from: Currency, to: Currency, date: Day): StatedRate | null
}

export interface StatedRate {
  readonly rate: Exact
  /** As a row books it: as it stands in the file, an inverse with twelve significant digits. */
  readonly text: string
}

const known = new WeakMap<readonly Rate[], RateTable>()

/** The rates of one book are sorted once. */
export function rateTable(rates: readonly Rate[]): RateTable {
  const table = known.get(rates) ?? sortedRates(rates)
  known.set(rates, table)
  return table
}

function sortedRates(rates: readonly Rate[]): RateTable {
  const byPair = new Map<string, Rate[]>()
  for (const rate of rates) {
    if (exact(rate.rate).lte(0)) continue
    const key = `${rate.from} ${rate.to}`
    const list = byPair.get(key)
    if (list === undefined) byPair.set(key, [rate])
    else list.push(rate)
  }
  for (const list of byPair.values()) list.sort((a, b) => compareText(a.date, b.date))
  return {
    on(from, to, date) {
      if (from === to) return { rate: exact(1), text: '1' }
      const direct = lastUpTo(byPair.get(`${from} ${to}`) ?? [], date)
      const inverse = lastUpTo(byPair.get(`${to} ${from}`) ?? [], date)
      if (direct !== null && (inverse === null || direct.date >= inverse.date))
        return { rate: exact(direct.rate), text: direct.rate }
      if (inverse === null) return null
      const rate = exact(1).div(exact(inverse.rate))
      return { rate, text: rateText(rate) }
    },
  }
}

/** A rate that was computed, with twelve significant digits. */
export function rateText(rate: Exact): string {
  return formatDecimal(rate.toSignificantDigits(12))
}

/** The list is in order of day. */
function lastUpTo(list: readonly Rate[], date: Day): Rate | null {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.date ?? date) <= date) low = middle + 1
    else high = middle
  }
  return list[low - 1] ?? null
}

/** The rate that a row books: empty in the book's own currency, and where the book states none. */
export function bookedRate(book: Pick<Book, 'settings' | 'rates'>, currency: Currency, date: Day): string {
  const own = book.settings.currency
  return currency === own ? '' : (rateTable(book.rates).on(currency, own, date)?.text ?? '')
}

/** The same where only currency and day change. */
export function bookedRates(book: Pick<Book, 'settings' | 'rates'>): (currency: Currency, date: Day) => string {
  return (currency, date) => bookedRate(book, currency, date)
}

/** What an amount is worth in another currency, rounded once; through the book's own currency where nothing leads there directly. */
export function exchanged(
  book: Pick<Book, 'settings' | 'rates'>,
  {
    amount,
    from,
    to,
    date,
  }: { readonly amount: Minor; readonly from: Currency; readonly to: Currency; readonly date: Day },
): Minor | null {
  const rate = crossRate(book, from, to, date)
  return rate === null ? null : convert(amount, from, to, rate)
}

function crossRate(book: Pick<Book, 'settings' | 'rates'>, from: Currency, to: Currency, date: Day): Exact | null {
  const table = rateTable(book.rates)
  const whole = table.on(from, to, date)
  if (whole !== null) return whole.rate
  const own = book.settings.currency
  const [there, back] = [table.on(from, own, date), table.on(own, to, date)]
  return there === null || back === null ? null : there.rate.times(back.rate)
}
