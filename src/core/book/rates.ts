// The exchange rate of a day, from the rates that the book states.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
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
