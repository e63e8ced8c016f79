// Why a customer is in a class, and what would move him: rule, numbers and the next bound, in the predicate language.
import { formatAmount } from '../../base/money.ts'
import type { Row } from '../../base/table.ts'
import type { Output } from '../../book/paper.ts'
import { formatPredicate } from '../../facts/predicate.ts'
import type { Sources } from '../../facts/sources.ts'
import { actionsTable } from '../../models/actions.ts'
import { type Classification, type Measures, tierOf } from '../../models/classification.ts'
import { clusterMeans } from '../../models/cluster-tables.ts'
import type { ClusterDimension } from '../../models/clusters.ts'
import { type Cut, cutValue } from '../../models/cuts.ts'
import { readDimensions } from '../../models/own-dimensions.ts'
import { amountForBetter } from '../../models/shares.ts'

interface Line {
  readonly dimension: string
  readonly class: string
  /** The fact and its value. */
  readonly value: string
  /** The condition of this class. */
  readonly rule: string
  /** The condition of the next better one; empty when there is none. */
  readonly needed: string
}

/** `only`: one dimension. */
export function explainClasses(sources: Sources, classification: Classification, index: number, only?: string): Output {
  const { measures } = classification
  const lines = [
    ...tierLines(sources, measures, index),
    ...gradeLines(sources, measures, index),
    ...rfmLines(sources, measures, index),
  ]
  const all = [...lines, ...otherLines(sources, classification, index, new Set(lines.map((l) => l.dimension)))]
  const rows = all
    .filter((line) => only === undefined || line.dimension === only)
    .map((line): Row => {
      const accepted = sources.classes().accepted(index, line.dimension)?.row
      const final = classification.assignments.find((a) => a.index === index && a.dimension === line.dimension)
      const held = final !== undefined && final.class !== line.class ? { class: final.class, rule: final.reason } : {}
      return { ...line, ...held, accepted: accepted?.class ?? null, since: accepted?.date ?? null }
    })
  const actions = actionsTable(
    sources.book.settings,
    rows.map((r) => ({ dimension: String(r.dimension), class: String(r.class), customers: 1 })),
  )
  return {
    tables: [
      {
        name: 'explanation',
        columns: [
          { key: 'dimension', type: 'word' },
          { key: 'class', type: 'word' },
          { key: 'value', type: 'text' },
          { key: 'rule', type: 'text' },
          { key: 'needed', type: 'text' },
          { key: 'accepted', type: 'word' },
          { key: 'since', type: 'day' },
        ],
        rows,
      },
      ...(actions.rows.length === 0
        ? []
        : [{ ...actions, columns: actions.columns.filter((c) => c.key !== 'customers') }]),
    ],
  }
}

/** Lifecycle and the book's own dimensions: the values that decided, and the condition of the next better class. */
function otherLines(
  sources: Sources,
  { assignments, clusters }: Classification,
  index: number,
  shown: ReadonlySet<string>,
): readonly Line[] {
  const { currency } = sources.book.settings
  const own = readDimensions(sources).dimensions
  return assignments
    .filter((a) => a.index === index && !shown.has(a.dimension))
    .map((a): Line => {
      const rules = own.find((d) => d.name === a.dimension)?.rules ?? []
      const place = rules.findIndex((r) => r.class === a.class)
      const rule = rules[place]
      const better = rules[place - 1]
      const cluster = clusters.find((d) => d.name === a.dimension)
      return {
        dimension: a.dimension,
        class: a.class,
        value: a.reason,
        rule:
          cluster !== undefined
            ? meansText(sources, cluster, a.class)
            : rule === undefined
              ? ''
              : formatPredicate(rule.when, currency),
        needed: better === undefined ? '' : `${formatPredicate(better.when, currency)} (${better.class})`,
      }
    })
}

/** What the customers of a cluster have in common. */
function meansText(sources: Sources, dimension: ClusterDimension, name: string): string {
  const cluster = dimension.clusters.find((c) => c.name === name)
  return cluster === undefined ? '' : `~ ${clusterMeans(sources.book.settings, dimension, cluster)}`
}

function salesOf(measures: Measures, index: number): number | null {
  const place = measures.places.indexOf(index)
  return place < 0 ? null : (measures.sales[place] ?? 0)
}

function tierLines(sources: Sources, measures: Measures, index: number): readonly Line[] {
  const { classes, currency } = sources.book.settings
  const amount = salesOf(measures, index)
  if (amount === null) return []
  const place = tierOf(amount, classes.tiers, sources.classes().accepted(index, 'tier')?.row.class ?? null)
  const tier = classes.tiers[place]
  const above = classes.tiers[place - 1]
  if (tier === undefined) return []
  const lowest = place === classes.tiers.length - 1
  const least = lowest ? '' : `>=${formatAmount(tier.atLeast, currency)}`
  const bound = above === undefined ? '' : formatAmount(above.atLeast, currency)
  return [
    {
      dimension: 'tier',
      class: tier.name,
      value: `sales12m=${formatAmount(amount, currency)}`,
      rule: [least, bound === '' ? '' : `<${bound}`]
        .filter((t) => t !== '')
        .map((t) => `sales12m${t}`)
        .join(' and '),
      needed: above === undefined ? '' : `sales12m>=${bound} (${above.name})`,
    },
  ]
}

/** The rule is about those with more: as long as together they bring less than the line, the customer is within it. */
function gradeLines(sources: Sources, measures: Measures, index: number): readonly Line[] {
  const { classes, currency } = sources.book.settings
  const place = measures.places.indexOf(index)
  const graded = measures.graded[place]
  const amount = measures.sales[place]
  if (graded === undefined || amount === undefined) return []
  const percent = (part: number) => `${(Math.round(part * 10_000) / 100).toFixed(2)}%`
  const { whole } = measures.lines
  const before = whole > 0 ? percent(graded.before / whole) : '–'
  const a = percent(classes.abc.a)
  const b = percent(classes.abc.b)
  const rule =
    graded.grade === 'A' ? `${before} < ${a}` : graded.grade === 'B' ? `${a} <= ${before} < ${b}` : `${before} >= ${b}`
  const better = amountForBetter(measures.sales, place, classes.abc)
  return [
    {
      dimension: 'grade',
      class: graded.grade,
      value: `sales12m=${formatAmount(amount, currency)}`,
      rule: amount > 0 ? rule : 'sales12m<=0',
      needed: better === null ? '' : `sales12m>=${formatAmount(better, currency)}`,
    },
  ]
}

function rfmLines(sources: Sources, measures: Measures, index: number): readonly Line[] {
  const { classes, currency } = sources.book.settings
  const buyer = measures.buyers.find((b) => b.index === index)
  if (buyer === undefined) return []
  const { input, score } = buyer
  const show = { recency: String, frequency: String, monetary: (v: number) => formatAmount(v, currency) }
  const parts = (['recency', 'frequency', 'monetary'] as const).map((part): Line => {
    const cuts = measures.cuts[part]
    const bin = part === 'recency' ? classes.rfmBins + 1 - score[part] : score[part]
    const [low, high] = bounds(cuts, bin)
    const better = part === 'recency' ? low : high
    return {
      dimension: part,
      class: String(score[part]),
      value: `${part}=${show[part](input[part])}`,
      rule: ruleText(part, low, high, show[part]),
      needed: better === null ? '' : `${part}${part === 'recency' ? '<' : '>='}${show[part](better)}`,
    }
  })
  return [
    ...parts,
    { dimension: 'rfm', class: score.code, value: parts.map((p) => p.class).join(' '), rule: '', needed: '' },
    { dimension: 'segment', class: score.segment, value: `rfm=${score.code}`, rule: '', needed: '' },
  ]
}

/** The values at which a bin begins and the next one begins; null at either end. */
function bounds(cuts: readonly Cut[], bin: number): readonly [number | null, number | null] {
  const lower = cuts[bin - 2]
  const upper = cuts[bin - 1]
  return [lower === undefined ? null : cutValue(lower), upper === undefined ? null : cutValue(upper)]
}

function ruleText(fact: string, low: number | null, high: number | null, show: (v: number) => string): string {
  const from = low === null ? [] : [`${fact}>=${show(low)}`]
  const to = high === null ? [] : [`${fact}<${show(high)}`]
  return [...from, ...to].join(' and ')
}
