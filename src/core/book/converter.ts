// Exchange rates as of a day, for reports that need one currency; booked amounts never pass through here.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { convert, type Minor } from '../base/money.ts'
import type { Rate } from './catalog.ts'
import { rateTable } from './rates.ts'

/** Turns amounts into one currency at the rates of one day. */
export interface Converter {
  readonly to: Currency
  readonly day: Day
  /** Rounded once, half away from zero; null where no rate of that day or before is known. */
  convert(amount: Minor, from: Currency): Minor | null
  /** The currencies for which `convert` had no rate so far, in order. */
  missing(): readonly Currency[]
}

export function converter(rates: readonly Rate[], to: Currency, day: Day): Converter {
  const table = rateTable(rates)
  const missing = new Set<Currency>()
  return {
    to,
    day,
    missing: () => [...missing].sort((a, b) => (a < b ? -1 : 1)),
    convert(amount, from) {
      if (from === to || amount === 0) return amount
      const found = table.on(from, to, day)
      if (found === null) missing.add(from)
      return found === null ? null : convert(amount, from, to, found.rate)
    },
  }
}
