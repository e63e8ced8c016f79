// Dimensions whose classes nobody wrote down: customers who are alike in some facts, found by k-means and named by what sets them apart.
import { decimalsOf } from '../base/currency.ts'
import { type Problem, problem } from '../base/problem.ts'
import type { KMeansSettings } from '../book/class-settings.ts'
import { holds, readCondition } from '../facts/condition.ts'
import type { FactType, Measure } from '../facts/fact.ts'
import { valueText } from '../facts/fact-text.ts'
import { unknownFact } from '../facts/predicate-words.ts'
import { findMeasure } from '../facts/registry.ts'
import type { Sources } from '../facts/sources.ts'
import { type Clustering, kMeans, type Point, totalSpread, varianceRatio } from './k-means.ts'

export interface Cluster {
  /** Facts that lie apart from the mean, as `recency- monetary+`; `average` where none does. */
  readonly name: string
  readonly size: number
  /** The mean of each fact over its members, in the fact's own unit. */
  readonly means: readonly number[]
}

/** A number of clusters that was tried. */
export interface Trial {
  readonly k: number
  readonly within: number
  /** The share of the whole spread that lies between clusters. */
  readonly explained: number | null
  /** Calinski and Harabasz; the highest decides. */
  readonly criterion: number | null
  readonly chosen: boolean
}

export interface ClusterDimension {
  readonly name: string
  readonly facts: readonly Measure[]
  /** By the mean of the first fact, the highest first. */
  readonly clusters: readonly Cluster[]
  readonly trials: readonly Trial[]
  /** By index of customer; null for those who lack a fact or do not take part. */
  readonly of: ReadonlyMap<number, { readonly cluster: Cluster; readonly reason: string }>
}

const numeric: ReadonlySet<FactType> = new Set<FactType>(['money', 'number', 'days', 'percent'])

export function findClusters(
  sources: Sources,
  name: string,
  rule: KMeansSettings,
): { readonly dimension: ClusterDimension | null; readonly problems: readonly Problem[] } {
  const found = rule.facts.map((f) => ({ name: f, measure: findMeasure(f) }))
  const when = readCondition(rule.when, sources)
  const problems = [
    ...when.problems,
    ...found.flatMap(({ name: f, measure }) => {
      if (measure === undefined) return [unknownFact(f)]
      return numeric.has(measure.type) ? [] : [problem('fact-not-numeric', { fact: f, type: measure.type })]
    }),
  ]
  if (problems.length > 0) return { dimension: null, problems }
  const facts = found.flatMap((f) => f.measure ?? [])
  const members = membersOf(sources, facts, (i) => holds(when.predicate, sources, i))
  return { dimension: dimensionOf(sources, { name, rule, facts, members }), problems: [] }
}

interface Member {
  readonly index: number
  /** In the facts' own units; money in whole units of the currency. */
  readonly values: readonly number[]
}

function membersOf(sources: Sources, facts: readonly Measure[], takesPart: (index: number) => boolean): Member[] {
  const unit = 10 ** decimalsOf(sources.book.settings.currency)
  return sources.customers.flatMap((_, index) => {
    if (!takesPart(index)) return []
    const values = facts.flatMap((f) => {
      const value = f.value(sources, index)
      return typeof value === 'number' ? [f.type === 'money' ? value / unit : value] : []
    })
    return values.length === facts.length ? [{ index, values }] : []
  })
}

interface Basis {
  readonly name: string
  readonly rule: KMeansSettings
  readonly facts: readonly Measure[]
  readonly members: readonly Member[]
}

function dimensionOf(sources: Sources, { name, rule, facts, members }: Basis): ClusterDimension {
  const scaled = scale(members, rule)
  const { points, pointOf } = distinct(scaled)
  const total = totalSpread(points)
  const tried = range(rule.k.from, Math.min(rule.k.to, points.length)).map((k) => {
    const clustering = kMeans(points, k, rule)
    return { clustering, criterion: varianceRatio(clustering, total, members.length) }
  })
  const best = tried.reduce((a, b, i) => ((b.criterion ?? 0) > (tried[a]?.criterion ?? 0) ? i : a), 0)
  const chosen = tried[best]?.clustering
  const clusters = chosen === undefined ? [] : named({ name, rule, facts, members }, chosen, pointOf)
  const order = chosen === undefined ? [] : byFirstMean(clusters)
  const { currency } = sources.book.settings
  const of = members.map(({ index }, m) => {
    const cluster = clusters[chosen?.of[pointOf[m] ?? 0] ?? 0]
    const reason = facts
      .map((f) => `${f.name}=${valueText(f.type, f.value(sources, index), currency) ?? 'none'}`)
      .join(' ')
    return cluster === undefined ? [] : [[index, { cluster, reason }] as const]
  })
  return {
    name,
    facts,
    clusters: order,
    trials: tried.map(({ clustering, criterion }, i) => ({
      k: clustering.sizes.length,
      within: clustering.within,
      explained: total > 0 ? 1 - clustering.within / total : null,
      criterion,
      chosen: i === best,
    })),
    of: new Map(of.flat()),
  }
}

/** Logarithms keep the sign, so that returns have a place; z-scores divide by the deviation of n − 1. A fact that is the same for all says nothing. */
function scale(members: readonly Member[], rule: KMeansSettings): readonly (readonly number[])[] {
  const bent = members.map(({ values }) =>
    rule.transform === 'log1p' ? values.map((v) => Math.sign(v) * Math.log1p(Math.abs(v))) : values,
  )
  if (rule.scale === 'none') return bent
  const columns = (bent[0] ?? []).map((_, a) => meanAndDeviation(bent.map((b) => b[a] ?? 0)))
  return bent.map((b) => b.map((v, a) => (v - (columns[a]?.mean ?? 0)) / (columns[a]?.deviation || 1)))
}

/** Summed in order of size, so that the order of customers changes no bit of it. */
function meanAndDeviation(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const sorted = Float64Array.from(values).sort()
  const mean = sorted.reduce((a, b) => a + b, 0) / Math.max(sorted.length, 1)
  const squares = sorted.reduce((a, b) => a + (b - mean) ** 2, 0)
  return { mean, deviation: Math.sqrt(squares / Math.max(sorted.length - 1, 1)) }
}

/** Members with the same values are one point, so they can never part; points stand in order of their values. */
function distinct(rows: readonly (readonly number[])[]): {
  readonly points: readonly Point[]
  readonly pointOf: Int32Array
} {
  const order = rows.map((_, i) => i).sort((a, b) => compareRows(rows[a] ?? [], rows[b] ?? []))
  const points: { at: readonly number[]; weight: number }[] = []
  const pointOf = new Int32Array(rows.length)
  for (const i of order) {
    const at = rows[i] ?? []
    const last = points.at(-1)
    if (last !== undefined && compareRows(last.at, at) === 0) last.weight++
    else points.push({ at, weight: 1 })
    pointOf[i] = points.length - 1
  }
  return { points, pointOf }
}

function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let axis = 0; axis < a.length; axis++) {
    const difference = (a[axis] ?? 0) - (b[axis] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

/** Half a deviation from the mean of all sets a cluster apart. */
const apart = 0.5
/** A name speaks of the facts that are farthest apart, at most so many. */
const spoken = 3

/** In the order of the clustering. Where two would have the same name, the later in order of the first mean have a number. */
function named({ facts, members }: Basis, { sizes, of }: Clustering, pointOf: Int32Array): readonly Cluster[] {
  const overall = facts.map((_, a) => meanAndDeviation(members.map((m) => m.values[a] ?? 0)))
  const unnamed = sizes.map((size, c) => {
    const own = members.filter((_, m) => of[pointOf[m] ?? 0] === c)
    const means = facts.map((_, a) => meanAndDeviation(own.map((m) => m.values[a] ?? 0)).mean)
    return { name: profile(facts, means, overall), size, means }
  })
  const order = byFirstMean(unnamed)
  return unnamed.map((cluster) => {
    const nth = order.filter((c) => c.name === cluster.name).indexOf(cluster)
    return nth === 0 ? cluster : { ...cluster, name: `${cluster.name} ${nth + 1}` }
  })
}

function profile(
  facts: readonly Measure[],
  means: readonly number[],
  overall: readonly { readonly mean: number; readonly deviation: number }[],
): string {
  const away = facts.map((f, a) => {
    const { mean = 0, deviation = 0 } = overall[a] ?? {}
    return { fact: f.name, place: a, by: deviation > 0 ? ((means[a] ?? 0) - mean) / deviation : 0 }
  })
  const farthest = away
    .filter((f) => Math.abs(f.by) >= apart)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || a.place - b.place)
    .slice(0, spoken)
    .sort((a, b) => a.place - b.place)
  return farthest.length === 0 ? 'average' : farthest.map((f) => `${f.fact}${f.by > 0 ? '+' : '-'}`).join(' ')
}

/** Clusters whose first means are equal keep the order in which they were found. */
function byFirstMean<T extends { readonly means: readonly number[] }>(clusters: readonly T[]): readonly T[] {
  return [...clusters].sort((a, b) => (b.means[0] ?? 0) - (a.means[0] ?? 0))
}
