// Items of the catalogue, people of the firm, exchange rates.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'

export interface Item {
  readonly id: string
  readonly name: string
  readonly unit?: string
  /** Exact decimal text in `currency`, net or gross as the book's price mode says. */
  readonly price?: string
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
}

/** One unit of `from` is `rate` units of `to` on that day. */
export interface Rate {
  readonly date: Day
  readonly from: Currency
  readonly to: Currency
  readonly rate: string
}
