// Facts about what a customer buys: how much, how often, how lately, how broadly and what is left of it.
import { dayOf } from '../base/day.ts'
import type { Evidence, Fact, FactValue } from './fact.ts'
import { fact } from './fact.ts'
import type { SalesWindow } from './sales-source.ts'
import type { Sources } from './sources.ts'

const journal = ['journal', 'rates'] as const
const withItems = ['journal', 'rates', 'items'] as const

/** The rows of a window as evidence. */
export const windowRows =
  (window: SalesWindow) =>
  (s: Sources, i: number): readonly Evidence[] =>
    s
      .sales()
      .rows(window, i)
      .map((row) => ({ from: 'journal', row }))

/** A part of a whole as a fraction; null where either is unknown or the whole is not positive. */
export function fraction(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole
}

/** The middle value; of an even number the mean of the two in the middle. Null for none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Days between one day with orders and the next. */
export function intervals(days: Int32Array): readonly number[] {
  const between: number[] = []
  for (let k = 1; k < days.length; k++) between.push((days[k] ?? 0) - (days[k - 1] ?? 0))
  return between
}

/** Half of the span in which the middle half of the intervals lie, so that one long pause does not decide. */
function spread(values: readonly number[]): number | null {
  if (values.length < 2) return null
  const centre = median(values) ?? 0
  return median(values.map((v) => Math.abs(v - centre)))
}

const change =
  (now: SalesWindow, before: SalesWindow) =>
  (s: Sources, i: number): FactValue => {
    const earlier = s.sales().amount(before, i)
    const later = s.sales().amount(now, i)
    return earlier === null || later === null ? null : fraction(later - earlier, earlier)
  }

export const margin12 = (s: Sources, i: number): number | null => {
  const sales = s.sales().amount('months12', i)
  const cost = s.sales().cost12(i)
  return sales === null || cost === null ? null : sales - cost
}

const money = (window: SalesWindow) => ({
  type: 'money' as const,
  needs: journal,
  value: (s: Sources, i: number): FactValue => s.sales().amount(window, i),
  evidence: windowRows(window),
})

export const salesFacts = [
  fact({ name: 'sales12m', ...money('months12') }),
  fact({ name: 'salesBefore12m', ...money('before12') }),
  fact({
    name: 'salesChange12m',
    type: 'percent',
    needs: journal,
    value: change('months12', 'before12'),
    evidence: (s, i) => [...windowRows('before12')(s, i), ...windowRows('months12')(s, i)],
  }),
  fact({ name: 'sales3m', ...money('months3') }),
  fact({ name: 'salesBefore3m', ...money('before3') }),
  fact({
    name: 'salesChange3m',
    type: 'percent',
    needs: journal,
    value: change('months3', 'before3'),
    evidence: (s, i) => [...windowRows('before3')(s, i), ...windowRows('months3')(s, i)],
  }),
  fact({ name: 'salesThisYear', ...money('year') }),
  fact({ name: 'salesTotal', ...money('total') }),
  fact({
    name: 'salesShare12m',
    type: 'percent',
    needs: journal,
    value: (s, i) => fraction(s.sales().amount('months12', i), s.wholeSales12()),
    evidence: windowRows('months12'),
  }),
  fact({
    name: 'orders12m',
    type: 'number',
    needs: journal,
    value: (s, i) => s.sales().orders(12, i),
    evidence: windowRows('months12'),
  }),
  fact({
    name: 'ordersTotal',
    type: 'number',
    needs: journal,
    value: (s, i) => s.sales().orders('all', i),
    evidence: windowRows('total'),
  }),
  fact({
    name: 'averageOrder',
    type: 'money',
    needs: journal,
    value: (s, i) => {
      const orders = s.sales().orders(12, i)
      const sales = s.sales().amount('months12', i)
      return sales === null || orders === 0 ? null : Math.round(sales / orders)
    },
    evidence: windowRows('months12'),
  }),
  fact({
    name: 'firstSale',
    type: 'day',
    needs: journal,
    value: (s, i) => {
      const first = s.sales().firstDay(i)
      return first === null ? null : dayOf(first)
    },
    evidence: windowRows('total'),
  }),
  fact({
    name: 'lastSale',
    type: 'day',
    needs: journal,
    value: (s, i) => {
      const last = s.sales().lastDay(i)
      return last === null ? null : dayOf(last)
    },
    evidence: windowRows('total'),
  }),
  fact({
    name: 'lastSaleDays',
    type: 'days',
    needs: journal,
    value: (s, i) => s.recency(i),
    evidence: windowRows('total'),
  }),
  fact({ name: 'recency', type: 'days', needs: journal, value: (s, i) => s.recency(i), evidence: windowRows('total') }),
  fact({
    name: 'frequency',
    type: 'number',
    needs: journal,
    value: (s, i) => s.sales().orders('all', i),
    evidence: windowRows('total'),
  }),
  fact({ name: 'monetary', ...money('total') }),
  fact({
    name: 'orderInterval',
    type: 'days',
    needs: journal,
    value: (s, i) => median(intervals(s.sales().days(i))),
    evidence: windowRows('total'),
  }),
  fact({
    name: 'orderSpread',
    type: 'days',
    needs: journal,
    value: (s, i) => spread(intervals(s.sales().days(i))),
    evidence: windowRows('total'),
  }),
  fact({
    name: 'silence',
    type: 'number',
    needs: journal,
    value: (s, i) => {
      const usual = median(intervals(s.sales().days(i)))
      const ratio = fraction(s.recency(i), usual)
      return ratio === null ? null : Math.round(ratio * 100) / 100
    },
    evidence: windowRows('total'),
  }),
  fact({
    name: 'items12m',
    type: 'number',
    needs: journal,
    value: (s, i) => s.sales().items12(i),
    evidence: windowRows('months12'),
  }),
  fact({
    name: 'topItem',
    type: 'text',
    needs: journal,
    value: (s, i) => s.sales().topItem(i) || null,
    evidence: windowRows('months12'),
  }),
  fact({
    name: 'returns12m',
    type: 'money',
    needs: journal,
    value: (s, i) => {
      const returned = s.sales().amount('returns12', i)
      return returned === null ? null : Math.abs(returned)
    },
    evidence: windowRows('returns12'),
  }),
  fact({
    name: 'returnShare12m',
    type: 'percent',
    needs: journal,
    value: (s, i) => {
      const returned = s.sales().amount('returns12', i)
      const left = s.sales().amount('months12', i)
      return returned === null || left === null ? null : fraction(Math.abs(returned), left - returned)
    },
    evidence: windowRows('returns12'),
  }),
  fact({ name: 'margin12m', type: 'money', needs: withItems, value: margin12, evidence: windowRows('months12') }),
  fact({
    name: 'marginShare12m',
    type: 'percent',
    needs: withItems,
    value: (s, i) => fraction(margin12(s, i), s.sales().amount('months12', i)),
    evidence: windowRows('months12'),
  }),
] as const satisfies readonly Fact[]
