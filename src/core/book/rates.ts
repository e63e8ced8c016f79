// The exchange rate of a day, from the rates that the book states.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Book } from './book.ts'
import type { Rate } from './catalog.ts'

/** The last rate from one currency to the other stated on or before a day; null when none is. Of two on one day the later line counts. */
export function rateOn(rates: readonly Rate[], from: Currency, to: Currency, date: Day): string | null {
  let found: Rate | null = null
  for (const rate of rates) {
    if (rate.from !== from || rate.to !== to || rate.date > date) continue
    if (found === null || rate.date >= found.date) found = rate
  }
  return found?.rate ?? null
}

/** The booked rate of a row: empty in the book's own currency and where the book states none. */
export function bookedRates(book: Book): (currency: Currency, date: Day) => string {
  const known = new Map<string, string>()
  return (currency, date) => {
    if (currency === book.settings.currency) return ''
    const key = currency + date
    const found = known.get(key) ?? rateOn(book.rates, currency, book.settings.currency, date) ?? ''
    known.set(key, found)
    return found
  }
}
