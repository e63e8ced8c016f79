// k-means against the published case: iris, R's `kmeans(iris[, 1:4], 3)`, and scikit-learn's Calinski–Harabasz of it.
import { describe, expect, it } from 'vitest'
import { kMeans, type Point, totalSpread, varianceRatio } from '../../../src/core/models/k-means.ts'
import { iris } from '../../support/iris.ts'

const rule = { starts: 20, seed: 1 }
const points: Point[] = iris.map((at) => ({ at, weight: 1 }))
const sorted = (sizes: readonly number[]) => [...sizes].sort((a, b) => a - b)

describe('k-means of iris', () => {
  it('with three clusters has sizes 38, 50 and 62 and a within-sum of 78.85144', () => {
    const { sizes, within } = kMeans(points, 3, rule)
    expect(sorted(sizes)).toEqual([38, 50, 62])
    expect(within).toBeCloseTo(78.85144, 5)
  })
  it.each([
    [2, 152.348],
    [4, 57.22847],
    [5, 46.44618],
  ])('with %i clusters has the least within-sum that R finds: %f', (k, within) =>
    expect(kMeans(points, k, rule).within).toBeCloseTo(within, 4),
  )
  it('lies to 88.4 % between three clusters, which the variance ratio of 561.63 prefers', () => {
    const total = totalSpread(points)
    const ratios = [2, 3, 4, 5].map((k) => varianceRatio(kMeans(points, k, rule), total, 150))
    expect(1 - kMeans(points, 3, rule).within / total).toBeCloseTo(0.884, 3)
    expect(ratios[0]).toBeCloseTo(513.92, 1)
    expect(ratios[1]).toBeCloseTo(561.63, 2)
    expect(ratios.indexOf(Math.max(...ratios.map(Number)))).toBe(1)
  })
})

describe('k-means', () => {
  it('gives the same with weights as with the points repeated', () => {
    const once = [1, 2, 9, 10].map((x, i) => ({ at: [x], weight: i + 1 }))
    // Means 5/3 and 67/7: 1·(2/3)² + 2·(1/3)² + 3·(4/7)² + 4·(3/7)² = 2/3 + 12/7.
    expect(kMeans(once, 2, rule).within).toBeCloseTo(2 / 3 + 12 / 7, 10)
    expect(sorted(kMeans(once, 2, rule).sizes)).toEqual([3, 7])
  })
  it('has no empty cluster, and no more clusters than points', () => {
    const few = [[0], [1], [100]].map((at) => ({ at, weight: 1 }))
    expect(sorted(kMeans(few, 3, rule).sizes)).toEqual([1, 1, 1])
    expect(kMeans(few, 9, rule).sizes.length).toBe(3)
    expect(kMeans([], 3, rule).sizes).toEqual([])
  })
})
