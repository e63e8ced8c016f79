// Facts about how rarely a customer pays late: two years of documents, so that a first time stands out.
import { addMonths, dayNumber, noDay } from '../base/day.ts'
import type { Fact } from './fact.ts'
import { fact } from './fact.ts'
import { documentRows } from './receivables.ts'
import type { Sources } from './sources.ts'

const journal = ['journal', 'rates'] as const

const settled24 = (s: Sources, i: number) => {
  const since = dayNumber(addMonths(s.asOf, -24))
  return s.receivables().documentsWhere(i, (d, { settledOn }) => (settledOn[d] ?? noDay) > since)
}

/** Settled after their last due day, or overdue now. */
const late24 = (s: Sources, i: number) => {
  const since = dayNumber(addMonths(s.asOf, -24))
  return s.receivables().documentsWhere(i, (d, { settledOn, due, late }) => {
    const on = settledOn[d] ?? noDay
    return late[d] !== 0 || (on > since && on > (due[d] ?? 0))
  })
}

/** 0 while something is overdue. */
function lastLateDays(s: Sources, i: number): number | null {
  const documents = late24(s, i)
  if (documents.length === 0) return null
  const { late, settledOn } = s.receivables().documentColumns()
  const now = dayNumber(s.asOf)
  return Math.min(...documents.map((d) => (late[d] !== 0 ? 0 : now - (settledOn[d] ?? 0))))
}

export const latenessFacts = [
  fact({
    name: 'settled24m',
    type: 'number',
    needs: journal,
    value: (s, i) => settled24(s, i).length,
    evidence: (s, i) => documentRows(s, settled24(s, i)),
  }),
  fact({
    name: 'late24m',
    type: 'number',
    needs: journal,
    value: (s, i) => late24(s, i).length,
    evidence: (s, i) => documentRows(s, late24(s, i)),
  }),
  fact({
    name: 'lastLateDays',
    type: 'days',
    needs: journal,
    value: lastLateDays,
    evidence: (s, i) => documentRows(s, late24(s, i)),
  }),
] as const satisfies readonly Fact[]
