// Facts about a change that is only seen against the customer's own pace, and about a step that is near.
import { dayNumber } from '../base/day.ts'
import type { Evidence, Fact } from './fact.ts'
import { fact } from './fact.ts'
import { fraction, intervals, median, windowRows } from './sales.ts'
import type { Sources } from './sources.ts'

const journal = ['journal', 'rates'] as const

/** Days of two usual pauses between orders, at least 90 and at most 365; null where fewer than two pauses are known. */
function span(s: Sources, i: number): number | null {
  const pauses = intervals(s.sales().days(i))
  if (pauses.length < 2) return null
  return Math.min(365, Math.max(90, Math.round(2 * (median(pauses) ?? 0))))
}

/** The last span against half of the two spans before it. */
function againstRhythm(s: Sources, i: number): number | null {
  const days = span(s, i)
  if (days === null) return null
  const now = dayNumber(s.asOf)
  const recent = s.sales().between({ after: now - days, upTo: now }, i)
  const before = s.sales().between({ after: now - 3 * days, upTo: now - days }, i)
  return recent === null || before === null ? null : fraction(recent - before / 2, before / 2)
}

function rhythmRows(s: Sources, i: number): readonly Evidence[] {
  const days = span(s, i)
  const now = dayNumber(s.asOf)
  if (days === null) return []
  const rows = s.sales().rowsBetween({ after: now - 3 * days, upTo: now }, i)
  return rows.map((row) => ({ from: 'journal', row }))
}

/** The lowest threshold above what was sold in 12 months; null where there is none. */
function nextThreshold(s: Sources, sales: number): number | null {
  const above = s.book.settings.classes.tiers.filter((t) => t.atLeast > sales).map((t) => t.atLeast)
  return above.length === 0 ? null : Math.min(...above)
}

export const rhythmFacts = [
  fact({
    name: 'salesAgainstRhythm',
    type: 'percent',
    needs: journal,
    value: againstRhythm,
    evidence: rhythmRows,
  }),
  fact({
    name: 'toNextTier',
    type: 'money',
    needs: journal,
    value: (s, i) => {
      const sales = s.sales().amount('months12', i)
      const next = sales === null ? null : nextThreshold(s, sales)
      return sales === null || next === null ? null : next - sales
    },
    evidence: windowRows('months12'),
  }),
  fact({
    name: 'tierProgress',
    type: 'percent',
    needs: journal,
    value: (s, i) => {
      const sales = s.sales().amount('months12', i)
      return sales === null ? null : fraction(sales, nextThreshold(s, sales))
    },
    evidence: windowRows('months12'),
  }),
] as const satisfies readonly Fact[]
