// Terms that make sales by themselves: what is charged again and again, for usage, or once; by which cycle; from when to when.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import type { Tier, TierMode } from './tiers.ts'

/**
 * From `from` on the line costs this, or is charged for that many; what is not said stays as it was. What is used costs what holds on its
 * day; how much of a cycle is free, in which packages and by which mode hold for a whole cycle, as of its first day.
 */
export interface PriceStep {
  readonly from: Day
  readonly price?: string
  readonly quantity?: string
  /** Usage; instead of a price. */
  readonly tiers?: readonly Tier[]
  readonly tierMode?: TierMode
  readonly included?: string
  readonly package?: string
}

/** What lifts a cycle to its least, or cuts it to its most, is called so beside the lines of the contract, which may not be. */
export const contractBounds = ['minimum', 'maximum'] as const
export type ContractBound = (typeof contractBounds)[number]

export function isBound(line: string): line is ContractBound {
  return contractBounds.some((bound) => bound === line)
}

/** Least and most that a cycle costs which begins on `from` or later; what is not said stays as it was. */
export interface BoundStep {
  readonly from: Day
  readonly minimum?: string
  readonly maximum?: string
}

/** Prices rise by so many percent from a day on, once or again with every span; what has risen rises on. Falls are negative. */
export interface Indexation {
  readonly from: Day
  /** Exact decimal text. */
  readonly percent: string
  readonly every?: string
  /** Last day on which it may rise again. */
  readonly until?: Day
}

/** Percent off every line from the first day to the last; always, where they are not said. Several follow one another. */
export interface ContractDiscount {
  readonly percent: string
  readonly from?: Day
  readonly until?: Day
}

export const lineKinds = ['recurring', 'once', 'usage'] as const
export type LineKind = (typeof lineKinds)[number]

export interface ContractLine {
  /** Unique in its contract, never used for another line again: rows name it. `minimum` and `maximum` are taken. */
  readonly id: string
  readonly item: string
  readonly kind: LineKind
  /** Exact decimal text; 1 unless said. Recurring and once. */
  readonly quantity?: string
  /** Exact decimal text for one piece and one cycle, in the price mode of the book. */
  readonly price?: string
  /** In order of day. */
  readonly steps?: readonly PriceStep[]
  /** First day charged; the contract's start unless said. */
  readonly from?: Day
  /** Last day charged. */
  readonly until?: Day
  /** Usage: what one cycle's quantity costs. */
  readonly tiers?: readonly Tier[]
  /** Usage: each tier for its own part, or all at the price of the tier reached. */
  readonly tierMode?: TierMode
  /** Usage: free in each cycle. */
  readonly included?: string
  /** Usage: sold in packages of this size, the last one whole. */
  readonly package?: string
}

export const prorations = ['day', 'fixed30', 'none'] as const

export interface Contract {
  /** Unique in its customer. */
  readonly id: string
  readonly name?: string
  readonly currency?: Currency
  /** What its charges are for, where bills go by project. */
  readonly project?: string
  readonly start: Day
  /** Last day. With `renewal: auto` it is where the present term ends, and charging goes on. */
  readonly end?: Day
  /** `month`, `2 weeks`, `quarter`, `10 days`; a month unless said. */
  readonly every?: string
  /** A day on which a cycle turns, before or after the start; the start unless said. */
  readonly anchor?: Day
  /** Charged when a cycle begins, or when it has ended. Usage is always charged in arrears. */
  readonly timing?: 'advance' | 'arrears'
  /** Of incomplete cycles: by days of the cycle, by days of 30-day months, or not at all. `day` unless said. */
  readonly proration?: (typeof prorations)[number]
  readonly renewal?: 'auto' | 'manual' | 'none'
  /** What a renewal adds: `12 months`, `year`. */
  readonly term?: string
  /** How long before the end of a term notice must be given: `30 days`, `3 months`. */
  readonly notice?: string
  /** Free from the start for so long, but for what is charged once: `30 days`, `month`. */
  readonly trial?: string
  /** Percent off every line, exact decimal text. */
  readonly discount?: string
  readonly discounts?: readonly ContractDiscount[]
  /** Of all prices but those charged once, in order of day. */
  readonly indexation?: readonly Indexation[]
  /** Least and most that one cycle costs, exact decimal text. */
  readonly minimum?: string
  readonly maximum?: string
  /** In order of day. */
  readonly bounds?: readonly BoundStep[]
  readonly lines: readonly ContractLine[]
}

/** A length of time counted in days or in months. */
export interface Span {
  readonly unit: 'days' | 'months'
  readonly n: number
}

const units: Readonly<Record<string, Span>> = {
  day: { unit: 'days', n: 1 },
  week: { unit: 'days', n: 7 },
  month: { unit: 'months', n: 1 },
  quarter: { unit: 'months', n: 3 },
  year: { unit: 'months', n: 12 },
}

/** `month`, `3 months`, `2 weeks`, `quarter`, `10 days`; null for anything else. At most 120 of a unit. */
export function parseSpan(text: string): Span | null {
  const found = /^(?:([1-9]\d{0,3})\s+)?(day|week|month|quarter|year)s?$/.exec(text.trim().toLowerCase())
  const unit = found === null ? undefined : units[found[2] ?? '']
  const count = Number(found?.[1] ?? '1')
  return unit === undefined || (count > 120 && unit.unit === 'months') ? null : { unit: unit.unit, n: unit.n * count }
}
