// Items of the catalogue, people of the firm, exchange rates.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'

/** A price from a day on, from a quantity on, in a currency. */
export interface PriceEntry {
  /** Exact decimal text. */
  readonly price: string
  /** The item's currency, or the book's, unless said. */
  readonly currency?: Currency
  /** First day; a list that began later replaces earlier ones. */
  readonly from?: Day
  /** Exact decimal text. */
  readonly atLeast?: string
}

export interface Item {
  readonly id: string
  readonly name: string
  readonly unit?: string
  /** UN/ECE Recommendation 20, where the unit's name does not say it. */
  readonly unitCode?: string
  /** Exact decimal text in `currency`, net or gross as the book's price mode says. */
  readonly price?: string
  /** Prices by day, quantity or currency, beside `price`. */
  readonly prices?: readonly PriceEntry[]
  readonly cost?: string
  readonly currency?: Currency
  /** Name of a tax rate in `crm.yaml`. */
  readonly tax?: string
  readonly category?: string
  /** Classification codes by scheme: `{ hs: …, cn: … }`. */
  readonly codes: Readonly<Record<string, string>>
}

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly department?: string
  readonly email?: string
  /** What an hour of his costs, as exact decimal text in the book's currency. */
  readonly hourlyCost?: string
}

/** One unit of `from` is `rate` units of `to` on that day. */
export interface Rate {
  readonly date: Day
  readonly from: Currency
  readonly to: Currency
  readonly rate: string
}
