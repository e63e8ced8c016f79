// Facts about what a customer costs beside the goods: the time spent on him at a rate, and what is left of the margin after it.
import { exact } from '../base/decimal.ts'
import { roundToMinor, toExact } from '../base/money.ts'
import { minuteRows } from './activity.ts'
import type { Evidence, Fact } from './fact.ts'
import { fact } from './fact.ts'
import { fraction, margin12, windowRows } from './sales.ts'
import type { Sources } from './sources.ts'

const time = ['activity', 'staff'] as const
const all = ['journal', 'rates', 'items', 'activity', 'staff'] as const

/** Minutes at the hourly cost of whoever spent them, else at the book's; rounded once. Null where neither has a rate. */
function serviceCost(s: Sources, i: number): number | null {
  const rows = minuteRows(s, i)
  if (rows.length === 0) return 0
  const { currency, hourlyCost } = s.book.settings
  const usual = hourlyCost === undefined ? undefined : toExact(hourlyCost, currency)
  let sum = exact(0)
  for (const { by, minutes } of rows) {
    const own = s.book.staff.find((m) => m.id === by || m.name === by)?.hourlyCost
    const rate = own === undefined ? usual : exact(own)
    if (rate === undefined) return null
    sum = sum.plus(rate.times(minutes))
  }
  return roundToMinor(sum.div(60), currency)
}

function netMargin(s: Sources, i: number): number | null {
  const margin = margin12(s, i)
  const cost = margin === null ? null : serviceCost(s, i)
  return margin === null || cost === null ? null : margin - cost
}

const timeRows = (s: Sources, i: number): readonly Evidence[] =>
  minuteRows(s, i).map((row) => ({ from: 'activity', row: s.activity().place(row) }))

const bothRows = (s: Sources, i: number): readonly Evidence[] => [...windowRows('months12')(s, i), ...timeRows(s, i)]

export const serviceCostFacts = [
  fact({ name: 'serviceCost12m', type: 'money', needs: time, value: serviceCost, evidence: timeRows }),
  fact({ name: 'netMargin12m', type: 'money', needs: all, value: netMargin, evidence: bothRows }),
  fact({
    name: 'netMarginShare12m',
    type: 'percent',
    needs: all,
    value: (s, i) => fraction(netMargin(s, i), s.sales().amount('months12', i)),
    evidence: bothRows,
  }),
] as const satisfies readonly Fact[]
