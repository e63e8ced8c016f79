// What `crm.yaml` says of classes: tiers, shares, scores, stages of life, dimensions of the book's own, and what is done for each class.
import type { Minor } from '../base/money.ts'

/** Highest first; a customer is in the first tier whose threshold the fact reaches. */
export interface ValueTier {
  readonly name: string
  readonly atLeast: Minor
  /** Who is in the tier stays as long as he reaches this; the threshold itself unless said. */
  readonly keep?: Minor
}

/** A predicate as written: words, or a map of facts. It is read where facts are known. */
export type ConditionSource = string | Readonly<Record<string, unknown>>

/** The first rule whose condition holds gives the class; one without a condition takes everybody. */
export interface DimensionRule {
  readonly class: string
  readonly when?: ConditionSource
  /** Who is in the class stays as long as this holds, unless an earlier rule takes him. */
  readonly keep?: ConditionSource
}

/** Classes found by k-means among those who meet `when` and have all of the facts. */
export interface KMeansSettings {
  readonly facts: readonly string[]
  readonly transform: 'log1p' | 'none'
  readonly scale: 'zscore' | 'none'
  /** How many clusters, both ends included; the variance ratio decides within. */
  readonly k: { readonly from: number; readonly to: number }
  readonly starts: number
  readonly seed: number
  readonly when?: ConditionSource
}

/** A dimension of the book's own; its classes stand in the order of its rules, the best first. Either rules or k-means. */
export interface DimensionSettings {
  readonly name: string
  readonly rules: readonly DimensionRule[]
  readonly kMeans?: KMeansSettings
}

export const efforts = ['raise', 'keep', 'reduce', 'letGo'] as const
export type Effort = (typeof efforts)[number]

/** What is done for the customers of a class. */
export interface ClassAction {
  readonly dimension: string
  readonly class: string
  /** By cost and benefit. */
  readonly effort?: Effort
  readonly benefits?: string
  /** Percent as exact decimal text. */
  readonly discount?: string
  /** In words; for grades the visit plan where it says nothing. */
  readonly visits?: string
  readonly chase?: string
}

/** `newDays` after the first sale a customer is no longer new; the others are multiples of his usual interval. */
export interface LifecycleSettings {
  readonly newDays: number
  readonly slipping: number
  readonly dormant: number
  readonly lost: number
}

/**
 * How scores are cut: at quantiles, as the R package `rfm` does; into equally wide bins of ranks, equal values having the
 * lowest; or at thresholds, ascending, one fewer than scores, a value on one belonging to the bin above it.
 */
export type RfmRule =
  | { readonly by: 'quantile' | 'rank' }
  | {
      readonly by: 'thresholds'
      /** Days. */
      readonly recency: readonly number[]
      readonly frequency: readonly number[]
      readonly monetary: readonly Minor[]
    }

export interface ClassSettings {
  /** The fact that tiers and shares are about. */
  readonly tiers: readonly ValueTier[]
  /** Cumulative shares that end A and B, as fractions: 0.8 and 0.95. The customer who crosses a line still belongs to it. */
  readonly abc: { readonly a: number; readonly b: number }
  /** How many score bins RFM uses, usually 5. */
  readonly rfmBins: number
  readonly rfm: RfmRule
  /** Nobody is moved down again within so many days of the last accepted move: tiers, grades, dimensions of the book's own. */
  readonly grace: number
  readonly lifecycle: LifecycleSettings
  readonly dimensions: readonly DimensionSettings[]
  readonly actions: readonly ClassAction[]
}
