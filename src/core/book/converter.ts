// Exchange rates as of a day, for reports that need one currency; booked amounts never pass through here.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { type Exact, exact } from '../base/decimal.ts'
import { convert, type Minor } from '../base/money.ts'
import type { Rate } from './catalog.ts'

/** Turns amounts into one currency at the rates of one day. */
export interface Converter {
  readonly to: Currency
  readonly day: Day
  /** Rounded once, half away from zero; null where no rate of that day or before is known. */
  convert(amount: Minor, from: Currency): Minor | null
  /** The currencies for which `convert` had no rate so far, in order. */
  missing(): readonly Currency[]
}

/**
 * The latest rate on or before `day` counts; where the same day has both directions, the direct one.
 * Rates through a third currency are not invented. Of two on one day the later line counts, as in `rateOn`.
 */
export function converter(rates: readonly Rate[], to: Currency, day: Day): Converter {
  const latest = new Map<Currency, { date: Day; direct: boolean; rate: Exact }>()
  const offer = (from: Currency, date: Day, direct: boolean, rate: Exact) => {
    const known = latest.get(from)
    const better =
      known === undefined ||
      date > known.date ||
      (date === known.date && direct && !known.direct) ||
      (date === known.date && direct === known.direct)
    if (better) latest.set(from, { date, direct, rate })
  }
  for (const r of rates) {
    if (r.date > day) continue
    const value = exact(r.rate)
    if (value.lte(0)) continue
    if (r.to === to) offer(r.from, r.date, true, value)
    else if (r.from === to) offer(r.to, r.date, false, exact(1).div(value))
  }
  const missing = new Set<Currency>()
  return {
    to,
    day,
    missing: () => [...missing].sort((a, b) => (a < b ? -1 : 1)),
    convert(amount, from) {
      if (from === to || amount === 0) return amount
      const found = latest.get(from)
      if (found === undefined) missing.add(from)
      return found === undefined ? null : convert(amount, from, to, found.rate)
    },
  }
}
