// Recency, frequency and monetary scores with named segments.
import type { RfmRule } from '../book/class-settings.ts'
import { type Cut, fixedCuts, quantileCuts, rankCuts, scoreOf } from './cuts.ts'

export interface RfmInput {
  /** Days since the last order. */
  readonly recency: number
  readonly frequency: number
  /** Minor units. */
  readonly monetary: number
}

export const segments = [
  'champions',
  'loyal',
  'potentialLoyalists',
  'newcomers',
  'promising',
  'needAttention',
  'aboutToSleep',
  'atRisk',
  'cantLose',
  'lost',
  'others',
] as const
export type Segment = (typeof segments)[number]

type Bounds = readonly [low: number, high: number]

/** Recency, frequency and monetary bounds, both inclusive, of five; the first that fits wins. As in the R package `rfm`, 0.2.2. */
const table: readonly (readonly [Segment, Bounds, Bounds, Bounds])[] = [
  ['champions', [4, 5], [4, 5], [4, 5]],
  ['loyal', [2, 5], [3, 5], [3, 5]],
  ['potentialLoyalists', [3, 5], [1, 3], [1, 3]],
  ['newcomers', [4, 5], [1, 1], [1, 1]],
  ['promising', [3, 4], [1, 1], [1, 1]],
  ['needAttention', [2, 3], [2, 3], [2, 3]],
  ['aboutToSleep', [2, 3], [1, 2], [1, 2]],
  ['atRisk', [1, 2], [2, 5], [2, 5]],
  ['cantLose', [1, 1], [4, 5], [4, 5]],
  ['lost', [1, 2], [1, 2], [1, 2]],
]

export interface RfmScore {
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
  /** As `545`. */
  readonly code: string
  readonly segment: Segment
}

export interface RfmCuts {
  readonly recency: readonly Cut[]
  readonly frequency: readonly Cut[]
  readonly monetary: readonly Cut[]
}

/** `unit` is one major unit of the currency in minor units: quantiles of money move by it, those of days and orders by one. */
export function rfmCuts(
  inputs: readonly RfmInput[],
  rule: RfmRule,
  { bins, unit }: { readonly bins: number; readonly unit: number },
): RfmCuts {
  const cutsOf = (part: keyof RfmInput, step: number) => {
    if (rule.by === 'thresholds') return fixedCuts(rule[part])
    const values = inputs.map((i) => i[part])
    return rule.by === 'rank' ? rankCuts(values, bins) : quantileCuts(values, bins, step)
  }
  return { recency: cutsOf('recency', 1), frequency: cutsOf('frequency', 1), monetary: cutsOf('monetary', unit) }
}

/** 1 is worst and `bins` best in each; a recent order scores high. */
export function rfmScore(input: RfmInput, cuts: RfmCuts, bins: number): RfmScore {
  const recency = bins + 1 - scoreOf(input.recency, cuts.recency)
  const frequency = scoreOf(input.frequency, cuts.frequency)
  const monetary = scoreOf(input.monetary, cuts.monetary)
  return {
    recency,
    frequency,
    monetary,
    code: `${recency}${frequency}${monetary}`,
    segment: segmentOf(inFifths(recency, bins), inFifths(frequency, bins), inFifths(monetary, bins)),
  }
}

/** The table speaks of fifths; other numbers of bins are carried over to them, rounded up. */
function inFifths(score: number, bins: number): number {
  return bins === 5 ? score : Math.max(1, Math.ceil((score * 5) / bins))
}

function segmentOf(recency: number, frequency: number, monetary: number): Segment {
  const within = (score: number, [low, high]: Bounds) => score >= low && score <= high
  const found = table.find(([, r, f, m]) => within(recency, r) && within(frequency, f) && within(monetary, m))
  return found?.[0] ?? 'others'
}
