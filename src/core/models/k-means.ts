// k-means over points with weights: the same points give the same clusters, whatever their order and however often it is run.

/** Values on every axis, and how many members share them. */
export interface Point {
  readonly at: readonly number[]
  readonly weight: number
}

export interface Clustering {
  readonly centres: readonly (readonly number[])[]
  /** By point: the number of its cluster. */
  readonly of: Int32Array
  /** Members of each cluster. */
  readonly sizes: readonly number[]
  /** Sum of squared distances to the own centre. */
  readonly within: number
}

export interface KMeansRule {
  /** How often it begins anew from other centres; the best result counts, of equal ones the first. */
  readonly starts: number
  readonly seed: number
}

/**
 * Each start: k-means++ (Arthur and Vassilvitskii 2007), Lloyd's iteration, then single moves while one lowers the sum, as
 * Hartigan and Wong 1979. A cluster that loses its last point takes the point that lies farthest from its centre.
 * Points must differ from each other; with fewer points than k there are as many clusters as points.
 */
export function kMeans(points: readonly Point[], k: number, rule: KMeansRule): Clustering {
  const space = spaceOf(points)
  const next = seeded(rule.seed)
  const count = Math.min(k, points.length)
  let best: Fit | null = null
  for (let start = 0; start < rule.starts; start++) {
    const fit = firstCentres(space, count, next)
    settle(space, fit)
    for (let moves = 0; moves < most && moveOne(space, fit); moves++) settle(space, fit)
    fit.within = withinOf(space, fit)
    if (best === null || fit.within < best.within - 1e-9 * best.within) best = fit
  }
  return best === null ? { centres: [], of: new Int32Array(0), sizes: [], within: 0 } : result(space, best)
}

/** The sum of squared distances to the mean of all. */
export function totalSpread(points: readonly Point[]): number {
  return kMeans(points, 1, { starts: 1, seed: 1 }).within
}

/**
 * Calinski and Harabasz 1974: spread between clusters against spread within them, each by its degrees of freedom. The number
 * of clusters with the highest is the best justified. Null for one cluster, or for as many as there are members.
 */
export function varianceRatio(clustering: Clustering, total: number, members: number): number | null {
  const k = clustering.sizes.length
  if (k < 2 || members <= k || clustering.within <= 0) return null
  return (total - clustering.within) / (k - 1) / (clustering.within / (members - k))
}

/** Single moves of one start; a few do, and of very many points each costs a look at all. */
const most = 200

interface Space {
  readonly axes: number
  readonly length: number
  /** Point by point. */
  readonly at: Float64Array
  readonly weight: Float64Array
}

interface Fit {
  readonly k: number
  readonly centres: Float64Array
  readonly weights: Float64Array
  readonly of: Int32Array
  within: number
}

function spaceOf(points: readonly Point[]): Space {
  const axes = points[0]?.at.length ?? 0
  return {
    axes,
    length: points.length,
    at: Float64Array.from(points.flatMap((p) => p.at)),
    weight: Float64Array.from(points, (p) => p.weight),
  }
}

/** Numbers from 0 (inclusive) to 1 (exclusive): mulberry32. */
function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function distance({ axes, at }: Space, p: number, centres: Float64Array, c: number): number {
  let sum = 0
  for (let a = 0; a < axes; a++) {
    const d = (at[p * axes + a] ?? 0) - (centres[c * axes + a] ?? 0)
    sum += d * d
  }
  return sum
}

/** Points far from the centres chosen so far are likelier to be the next one. */
function firstCentres(space: Space, k: number, next: () => number): Fit {
  const { axes, length, at, weight } = space
  const centres = new Float64Array(k * axes)
  const nearest = new Float64Array(length).fill(1)
  for (let c = 0; c < k; c++) {
    let sum = 0
    for (let p = 0; p < length; p++) sum += (nearest[p] ?? 0) * (weight[p] ?? 0)
    let left = next() * sum
    let chosen = length - 1
    for (let p = 0; p < length; p++) {
      left -= (nearest[p] ?? 0) * (weight[p] ?? 0)
      if (left < 0) {
        chosen = p
        break
      }
    }
    for (let a = 0; a < axes; a++) centres[c * axes + a] = at[chosen * axes + a] ?? 0
    for (let p = 0; p < length; p++) {
      const d = distance(space, p, centres, c)
      if (c === 0 || d < (nearest[p] ?? 0)) nearest[p] = d
    }
  }
  return { k, centres, weights: new Float64Array(k), of: new Int32Array(length).fill(-1), within: 0 }
}

/** Lloyd: every point to its nearest centre (of equal ones the first), every centre to the mean of its points, until nothing moves. */
function settle(space: Space, fit: Fit): void {
  for (let round = 0; round < 300; round++) {
    let moved = false
    for (let p = 0; p < space.length; p++) {
      let own = Math.max(fit.of[p] ?? 0, 0)
      let least = distance(space, p, fit.centres, own)
      for (let c = 0; c < fit.k; c++) {
        const d = distance(space, p, fit.centres, c)
        if (d < least || (d === least && c < own)) {
          least = d
          own = c
        }
      }
      if (fit.of[p] !== own) {
        fit.of[p] = own
        moved = true
      }
    }
    centre(space, fit)
    if (fillEmpty(space, fit)) moved = true
    if (!moved) return
  }
}

function centre(space: Space, { k, centres, weights, of }: Fit): void {
  const { axes, length, at, weight } = space
  centres.fill(0)
  weights.fill(0)
  for (let p = 0; p < length; p++) {
    const c = of[p] ?? 0
    const w = weight[p] ?? 0
    weights[c] = (weights[c] ?? 0) + w
    for (let a = 0; a < axes; a++) centres[c * axes + a] = (centres[c * axes + a] ?? 0) + w * (at[p * axes + a] ?? 0)
  }
  for (let c = 0; c < k; c++)
    for (let a = 0; a < axes; a++) centres[c * axes + a] = (centres[c * axes + a] ?? 0) / Math.max(weights[c] ?? 0, 1)
}

function fillEmpty(space: Space, fit: Fit): boolean {
  const empty = fit.weights.indexOf(0)
  if (empty < 0) return false
  let farthest = -1
  let most = 0
  for (let p = 0; p < space.length; p++) {
    const d = distance(space, p, fit.centres, fit.of[p] ?? 0)
    if (d > most) {
      most = d
      farthest = p
    }
  }
  if (farthest < 0) return false
  fit.of[farthest] = empty
  centre(space, fit)
  return true
}

/** Moves the first point whose move to another cluster lowers the sum, centres moving along; false where there is none. */
function moveOne(space: Space, fit: Fit): boolean {
  for (let p = 0; p < space.length; p++) {
    const own = fit.of[p] ?? 0
    const w = space.weight[p] ?? 0
    const mine = fit.weights[own] ?? 0
    if (mine <= w) continue
    const gain = (distance(space, p, fit.centres, own) * mine * w) / (mine - w)
    for (let c = 0; c < fit.k; c++) {
      const theirs = fit.weights[c] ?? 0
      if (c === own || (distance(space, p, fit.centres, c) * theirs * w) / (theirs + w) >= gain * (1 - 1e-9)) continue
      fit.of[p] = c
      centre(space, fit)
      return true
    }
  }
  return false
}

function withinOf(space: Space, fit: Fit): number {
  let sum = 0
  for (let p = 0; p < space.length; p++) sum += distance(space, p, fit.centres, fit.of[p] ?? 0) * (space.weight[p] ?? 0)
  return sum
}

function result({ axes }: Space, { k, centres, weights, of, within }: Fit): Clustering {
  const rows = Array.from({ length: k }, (_, c) => [...centres.subarray(c * axes, (c + 1) * axes)])
  return { centres: rows, of, sizes: [...weights], within }
}
