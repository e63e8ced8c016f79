// Which class every customer belongs to today: value tier, A/B/C, RFM score and segment, each with its evidence.
import { decimalsOf } from '../base/currency.ts'
import { formatAmount, type Minor } from '../base/money.ts'
import type { Problem } from '../base/problem.ts'
import type { DimensionSettings, ValueTier } from '../book/class-settings.ts'
import type { CustomerId } from '../book/customer.ts'
import type { Sources } from '../facts/sources.ts'
import type { Assignment } from './assignment.ts'
import type { ClusterDimension } from './clusters.ts'
import { lifecycleOf, usualInterval } from './lifecycle.ts'
import { ownAssignments } from './own-dimensions.ts'
import { type RfmCuts, type RfmInput, type RfmScore, rfmCuts, rfmScore } from './rfm.ts'
import { type Graded, gradeByShare, grades, shareLines } from './shares.ts'
import { settled } from './sticky.ts'

/** The dimensions that every book has, in the order in which they are shown; a book's own come after them. */
export const dimensions = ['tier', 'grade', 'rfm', 'segment', 'lifecycle'] as const
export type Dimension = (typeof dimensions)[number]

export interface Classification {
  /** By customer, then in the order of `dimensions` and of the book's own. */
  readonly assignments: readonly Assignment[]
  /** Classes from best to worst, of the dimensions that have an order. */
  readonly orders: ReadonlyMap<string, readonly string[]>
  /** What is wrong with the rules of crm.yaml. */
  readonly problems: readonly Problem[]
  /** Customers whose sales cannot be converted to the book's currency: they are in no class. */
  readonly unknown: readonly CustomerId[]
  readonly measures: Measures
  /** The dimensions that k-means made. */
  readonly clusters: readonly ClusterDimension[]
}

/** What the classes were computed from; parallel to `places`. */
export interface Measures {
  /** Indexes of the customers that take part in tiers and grades. */
  readonly places: readonly number[]
  readonly sales: readonly Minor[]
  readonly graded: readonly Graded[]
  readonly lines: { readonly a: number; readonly b: number; readonly whole: number }
  /** Indexes of those who ever bought, with what RFM scores. */
  readonly buyers: readonly { readonly index: number; readonly input: RfmInput; readonly score: RfmScore }[]
  readonly cuts: RfmCuts
}

/**
 * The place of the tier for an amount: the first whose threshold it reaches, or, for the accepted tier, whose `keep`;
 * the last takes everybody else.
 */
export function tierOf(amount: Minor, tiers: readonly ValueTier[], accepted: string | null): number {
  const found = tiers.findIndex(
    (t) => amount >= (t.name === accepted ? Math.min(t.keep ?? t.atLeast, t.atLeast) : t.atLeast),
  )
  return found < 0 ? tiers.length - 1 : found
}

export function classifyAll(sources: Sources): Classification {
  const { classes, currency } = sources.book.settings
  const sales = sources.sales()
  const places: number[] = []
  const amounts: Minor[] = []
  const unknown: CustomerId[] = []
  const inputs: { index: number; input: RfmInput }[] = []
  sources.customers.forEach((customer, index) => {
    const recent = sales.amount('months12', index)
    const monetary = sales.amount('total', index)
    if (recent === null || monetary === null) {
      unknown.push(customer.id)
      return
    }
    places.push(index)
    amounts.push(recent)
    const input = rfmInput(sources, index, monetary)
    if (input !== null) inputs.push({ index, input })
  })
  const unit = 10 ** decimalsOf(currency)
  const cuts = rfmCuts(
    inputs.map((b) => b.input),
    classes.rfm,
    { bins: classes.rfmBins, unit },
  )
  const measures: Measures = {
    places,
    sales: amounts,
    graded: gradeByShare(amounts, classes.abc),
    lines: shareLines(amounts, classes.abc),
    buyers: inputs.map(({ index, input }) => ({ index, input, score: rfmScore(input, cuts, classes.rfmBins) })),
    cuts,
  }
  const usual = usualAssignments(sources, measures)
  const usualOrders: readonly (readonly [string, readonly string[]])[] = [
    ['tier', classes.tiers.map((t) => t.name)],
    ['grade', grades],
  ]
  const settledUsual = settledBy(sources, usual, new Map(usualOrders))
  const own = ownAssignments(sources, places, settledUsual)
  return {
    assignments: inOrder([...settledUsual, ...own.assignments], classes.dimensions),
    orders: new Map([...usualOrders, ...own.orders]),
    problems: own.problems,
    unknown,
    measures,
    clusters: own.clusters,
  }
}

function settledBy(
  sources: Sources,
  proposals: readonly Assignment[],
  orders: ReadonlyMap<string, readonly string[]>,
): readonly Assignment[] {
  return proposals.map((a) => settled(sources, a, orders.get(a.dimension) ?? []))
}

/** By customer, then dimension. */
function inOrder(assignments: readonly Assignment[], own: readonly DimensionSettings[]): readonly Assignment[] {
  const place = new Map([...dimensions, ...own.map((d) => d.name)].map((name, i) => [name, i]))
  const of = (a: Assignment) => place.get(a.dimension) ?? 0
  return [...assignments].sort((a, b) => a.index - b.index || of(a) - of(b))
}

/** Null for those who never bought. */
function rfmInput(sources: Sources, index: number, monetary: Minor): RfmInput | null {
  const recency = sources.recency(index)
  if (recency === null) return null
  return { recency, frequency: sources.sales().orders('all', index), monetary }
}

function usualAssignments(sources: Sources, measures: Measures): readonly Assignment[] {
  const { classes, currency } = sources.book.settings
  const show = (amount: Minor) => formatAmount(amount, currency)
  const buyers = new Map(measures.buyers.map((b) => [b.index, b]))
  const interval = usualInterval(sources)
  return measures.places.flatMap((index, k) => {
    const amount = measures.sales[k] ?? 0
    const customer = sources.customers[index]?.id ?? ''
    const result: Assignment[] = []
    const assign = (dimension: string, name: string, reason: string) =>
      result.push({ index, customer, dimension, class: name, reason })
    const accepted = (dimension: string) => sources.classes().accepted(index, dimension)?.row.class ?? null
    const place = tierOf(amount, classes.tiers, accepted('tier'))
    const tier = classes.tiers[place]
    if (tier !== undefined) assign('tier', tier.name, tierReason(amount, classes.tiers, place, show))
    const graded = measures.graded[k]
    if (graded !== undefined) assign('grade', graded.grade, gradeReason(amount, graded, measures.lines.whole, show))
    const buyer = buyers.get(index)
    if (buyer !== undefined) {
      const { recency, frequency, monetary } = buyer.input
      assign('rfm', buyer.score.code, `recency=${recency} frequency=${frequency} monetary=${show(monetary)}`)
      assign('segment', buyer.score.segment, `rfm=${buyer.score.code}`)
    }
    const life = lifecycleOf(sources, index, interval, classes.lifecycle)
    assign('lifecycle', life.stage, life.reason)
    return result
  })
}

function tierReason(amount: Minor, tiers: readonly ValueTier[], place: number, show: (a: Minor) => string): string {
  const tier = tiers[place]
  const above = tiers[place - 1]
  const reached = tier !== undefined && amount >= tier.atLeast
  if (tier?.keep !== undefined && !reached && amount >= tier.keep)
    return `sales12m=${show(amount)} (keep>=${show(tier.keep)})`
  const bound = reached ? `>=${show(tier.atLeast)}` : above === undefined ? '' : `<${show(above.atLeast)}`
  return `sales12m=${show(amount)}${bound === '' ? '' : ` (${bound})`}`
}

/** The share of those who bring more, on which the grade rests. */
function gradeReason(amount: Minor, graded: Graded, whole: number, show: (a: Minor) => string): string {
  if (amount <= 0 || whole <= 0) return `sales12m=${show(amount)}`
  return `sales12m=${show(amount)} before=${((graded.before / whole) * 100).toFixed(2)}%`
}
