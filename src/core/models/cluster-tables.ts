// How a dimension found by k-means came about: what its clusters are like, and why there are so many.
import { decimalsOf } from '../base/currency.ts'
import type { Table } from '../base/table.ts'
import type { Settings } from '../book/settings.ts'
import { valueText } from '../facts/fact-text.ts'
import type { Cluster, ClusterDimension } from './clusters.ts'

export function clusterTables(settings: Settings, dimensions: readonly ClusterDimension[]): readonly Table[] {
  return dimensions.length === 0 ? [] : [clustersTable(settings, dimensions), trialsTable(dimensions)]
}

/** The mean of each fact of a cluster, as `recency=12.5 monetary=340.00`. */
export function clusterMeans({ currency }: Settings, { facts }: ClusterDimension, { means }: Cluster): string {
  const unit = 10 ** decimalsOf(currency)
  return facts
    .map((f, a) => {
      const value = means[a] ?? 0
      const rounded =
        f.type === 'money' ? Math.round(value * unit) : f.type === 'percent' ? value : Math.round(value * 100) / 100
      return `${f.name}=${valueText(f.type, rounded, currency) ?? ''}`
    })
    .join(' ')
}

function clustersTable(settings: Settings, dimensions: readonly ClusterDimension[]): Table {
  return {
    name: 'clusters',
    columns: [
      { key: 'dimension', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'customers', type: 'number' },
      { key: 'means', type: 'text' },
    ],
    rows: dimensions.flatMap((d) =>
      d.clusters.map((c) => ({
        dimension: d.name,
        class: c.name,
        customers: c.size,
        means: clusterMeans(settings, d, c),
      })),
    ),
  }
}

/** Sums and ratios to four and two decimals, as they are published elsewhere. */
function trialsTable(dimensions: readonly ClusterDimension[]): Table {
  return {
    name: 'trials',
    columns: [
      { key: 'dimension', type: 'word' },
      { key: 'clusters', type: 'number' },
      { key: 'within', type: 'number' },
      { key: 'explained', type: 'percent' },
      { key: 'varianceRatio', type: 'number' },
      { key: 'chosen', type: 'flag' },
    ],
    rows: dimensions.flatMap((d) =>
      d.trials.map((t) => ({
        dimension: d.name,
        clusters: t.k,
        within: t.within.toFixed(4),
        explained: t.explained,
        varianceRatio: t.criterion === null ? null : t.criterion.toFixed(2),
        chosen: t.chosen,
      })),
    ),
  }
}
