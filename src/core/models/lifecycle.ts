// Where a customer stands in his life with us, measured by his own rhythm.
import type { LifecycleSettings } from '../book/class-settings.ts'
import { intervals, median } from '../facts/sales.ts'
import type { Sources } from '../facts/sources.ts'

/** From the best to the worst, those without sales first. */
export const lifecycleStages = ['lead', 'new', 'activeBuyer', 'slipping', 'dormant', 'lost'] as const
export type LifecycleStage = (typeof lifecycleStages)[number]

export interface LifecyclePlace {
  readonly stage: LifecycleStage
  readonly reason: string
}

/** Two intervals make a rhythm of one's own; with fewer the median of all intervals of the book counts, else this. */
const fallbackInterval = 30

/** The median of the days between orders over all customers who came back. */
export function usualInterval(sources: Sources): number {
  const all = sources.customers.flatMap((_, i) => intervals(sources.sales().days(i)))
  return median(all) ?? fallbackInterval
}

/**
 * Never bought: lead. Within `newDays` of the first sale: new. Else by the days since the last sale in usual intervals:
 * up to `slipping` active, up to `dormant` slipping, up to `lost` dormant, beyond lost; each bound belongs to the better stage.
 */
export function lifecycleOf(sources: Sources, index: number, book: number, rule: LifecycleSettings): LifecyclePlace {
  const since = sources.recency(index)
  const first = sources.sales().firstDay(index)
  const last = sources.sales().lastDay(index)
  if (since === null || first === null || last === null) return { stage: 'lead', reason: 'lastSale=none' }
  const age = since + (last - first)
  if (age <= rule.newDays) return { stage: 'new', reason: `firstSaleDays=${age}` }
  const own = intervals(sources.sales().days(index))
  const usual = Math.max(1, own.length >= 2 ? (median(own) ?? book) : book)
  const reason = `lastSaleDays=${since} orderInterval=${usual}`
  if (since <= rule.slipping * usual) return { stage: 'activeBuyer', reason }
  if (since <= rule.dormant * usual) return { stage: 'slipping', reason }
  return { stage: since <= rule.lost * usual ? 'dormant' : 'lost', reason }
}
