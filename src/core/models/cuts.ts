// Quantile cuts and scores: the binning of recency, frequency and monetary value.

/**
 * A cut kept exact: `numerator / bins`. R's `quantile` type 7 of integers at k/bins, plus one unit, as the R package `rfm`
 * bins (https://rfm.rsquaredacademy.com): bins are closed below, so a value on the cut belongs to the upper bin.
 */
export interface Cut {
  readonly numerator: number
  readonly bins: number
}

/** The bins − 1 cuts of whole numbers, ascending; none for an empty list. */
export function quantileCuts(values: readonly number[], bins: number, unit: number): readonly Cut[] {
  const sorted = Float64Array.from(values).sort()
  if (sorted.length === 0) return []
  const cuts: Cut[] = []
  for (let k = 1; k < bins; k++) {
    const position = (sorted.length - 1) * k
    const lower = sorted[Math.floor(position / bins)] ?? 0
    const upper = sorted[Math.min(Math.floor(position / bins) + 1, sorted.length - 1)] ?? lower
    cuts.push({ numerator: lower * bins + (position % bins) * (upper - lower) + unit * bins, bins })
  }
  return cuts
}

/**
 * Ranks of 1 to the highest, equal values having the lowest, cut into equally wide bins that are closed above; as cuts of the
 * values. A bin that no rank falls into begins where the next one does.
 */
export function rankCuts(values: readonly number[], bins: number): readonly Cut[] {
  const sorted = Float64Array.from(values).sort()
  const last = sorted.at(-1)
  if (last === undefined) return []
  const span = sorted.indexOf(last)
  const cuts: Cut[] = []
  for (let k = 1; k < bins; k++) {
    // The first value whose rank, less one, lies beyond k bins; places count from 0, as ranks less one do.
    let place = Math.floor((span * k) / bins) + 1
    while (place < sorted.length && sorted[place] === sorted[place - 1]) place++
    cuts.push({ numerator: sorted[place] ?? last + 1, bins: 1 })
  }
  return cuts
}

/** Thresholds as they are written. */
export function fixedCuts(thresholds: readonly number[]): readonly Cut[] {
  return thresholds.map((numerator) => ({ numerator, bins: 1 }))
}

/** 1 + the number of cuts that the value reaches; equal values score equally. */
export function scoreOf(value: number, cuts: readonly Cut[]): number {
  let score = 1
  for (const cut of cuts) if (value * cut.bins >= cut.numerator) score++
  return score
}

/** The smallest whole number that reaches a cut. */
export function cutValue(cut: Cut): number {
  return Math.ceil(cut.numerator / cut.bins)
}
