// The section `classes` of crm.yaml, which is also the whole of a file of rules to compare.
import * as z from 'zod'
import type { Currency } from '../../core/base/currency.ts'
import { once } from '../../core/base/once.ts'
import {
  type ClassSettings,
  type DimensionSettings,
  efforts,
  type RfmRule,
  type ValueTier,
} from '../../core/book/class-settings.ts'
import type { Settings } from '../../core/book/settings.ts'
import * as field from '../fields.ts'
import { amountAt, type Complain, type YamlCodec } from '../yaml/codec.ts'
import type { Path } from '../yaml/tree.ts'

/** A predicate: words as on the command line, or a map of facts. */
export const condition = once(() => z.union([field.line, z.record(z.string(), z.unknown())]))

const kMeans = once(() =>
  z.strictObject({
    facts: z.array(field.name),
    transform: z.enum(['log1p', 'none']).exactOptional(),
    scale: z.enum(['zscore', 'none']).exactOptional(),
    k: field.countRange.exactOptional(),
    starts: field.whole.exactOptional(),
    seed: field.whole.exactOptional(),
    when: condition().exactOptional(),
  }),
)

const dimension = once(() =>
  z.strictObject({
    name: field.name,
    rules: z
      .array(
        z.strictObject({ class: field.name, when: condition().exactOptional(), keep: condition().exactOptional() }),
      )
      .exactOptional(),
    kMeans: kMeans().exactOptional(),
  }),
)

const action = once(() =>
  z.strictObject({
    dimension: field.name,
    class: field.name,
    effort: z.enum(efforts).exactOptional(),
    benefits: field.line.exactOptional(),
    discount: field.percent.exactOptional(),
    visits: field.line.exactOptional(),
    chase: field.line.exactOptional(),
  }),
)

const lifecycle = once(() =>
  z.strictObject({
    newDays: field.whole.exactOptional(),
    slipping: field.factor.exactOptional(),
    dormant: field.factor.exactOptional(),
    lost: field.factor.exactOptional(),
  }),
)

const rfm = once(() =>
  z.strictObject({
    by: z.enum(['quantile', 'rank', 'thresholds']),
    recency: z.array(field.whole).exactOptional(),
    frequency: z.array(field.whole).exactOptional(),
    monetary: z.array(field.amount).exactOptional(),
  }),
)

export const classesSchema = once(() =>
  z.strictObject({
    tiers: z
      .array(z.strictObject({ name: field.name, atLeast: field.amount, keep: field.amount.exactOptional() }))
      .exactOptional(),
    abc: z.strictObject({ a: field.fraction, b: field.fraction }).exactOptional(),
    rfmBins: field.whole.exactOptional(),
    rfm: rfm().exactOptional(),
    grace: field.whole.exactOptional(),
    lifecycle: lifecycle().exactOptional(),
    dimensions: z.array(dimension()).exactOptional(),
    actions: z.array(action()).exactOptional(),
  }),
)

type ClassShape = z.output<ReturnType<typeof classesSchema>>
type DimensionShape = z.output<ReturnType<typeof dimension>>

/** What the section says, and what it leaves out. */
export function classSettings(
  shape: ClassShape,
  fallback: ClassSettings,
  currency: Currency,
  complain: Complain,
): ClassSettings {
  const scores = shape.rfm === undefined ? fallback.rfm : rfmRule(shape.rfm, currency, complain)
  return {
    tiers: shape.tiers === undefined ? fallback.tiers : tiers(shape.tiers, currency, complain),
    abc: shape.abc ?? fallback.abc,
    rfmBins: scores.by === 'thresholds' ? scores.recency.length + 1 : (shape.rfmBins ?? fallback.rfmBins),
    rfm: scores,
    grace: shape.grace ?? fallback.grace,
    lifecycle: { ...fallback.lifecycle, ...shape.lifecycle },
    dimensions:
      shape.dimensions?.map((d, i) => dimensionSettings(d, ['classes', 'dimensions', i], complain)) ??
      fallback.dimensions,
    actions: shape.actions ?? fallback.actions,
  }
}

/** Thresholds are as many for each of the three, at most eight, since scores are single digits. */
function rfmRule(shape: z.output<ReturnType<typeof rfm>>, currency: Currency, complain: Complain): RfmRule {
  const { by, recency = [], frequency = [], monetary = [] } = shape
  if (by !== 'thresholds') return { by }
  const path = ['classes', 'rfm']
  const amounts = monetary.map((text, i) => amountAt(complain, [...path, 'monetary', i], text, currency))
  const lists = [recency, frequency, amounts]
  const ascending = lists.every((list) => list.every((v, i) => i === 0 || v > (list[i - 1] ?? v)))
  const equal = lists.every((list) => list.length === recency.length)
  if (!ascending || !equal || recency.length === 0 || recency.length > 8) complain(path, 'rfm-thresholds', {})
  return { by, recency, frequency, monetary: amounts }
}

function dimensionSettings({ name, rules, kMeans }: DimensionShape, path: Path, complain: Complain): DimensionSettings {
  if (rules === undefined && kMeans === undefined) complain(path, 'missing-key', { key: 'rules' })
  if (rules !== undefined && kMeans !== undefined) complain(path, 'rules-or-k-means', { dimension: name })
  if (kMeans === undefined) return { name, rules: rules ?? [] }
  const known = { transform: 'log1p', scale: 'zscore', k: { from: 2, to: 6 }, starts: 20, seed: 1 } as const
  return { name, rules: [], kMeans: { ...known, ...kMeans } }
}

type TierShape = { readonly name: string; readonly atLeast: string; readonly keep?: string }

/** Highest first, however they are written. */
function tiers(shapes: readonly TierShape[], currency: Currency, complain: Complain): ValueTier[] {
  return shapes
    .map((tier, i) => ({
      name: tier.name,
      atLeast: amountAt(complain, ['classes', 'tiers', i, 'atLeast'], tier.atLeast, currency),
      ...(tier.keep === undefined
        ? {}
        : { keep: amountAt(complain, ['classes', 'tiers', i, 'keep'], tier.keep, currency) }),
    }))
    .sort((a, b) => b.atLeast - a.atLeast)
}

const rulesSchema = once(() => z.strictObject({ classes: classesSchema() }).meta({ title: 'rules to compare' }))

/** RULES.yaml of `crm classify --compare`: the section `classes` of crm.yaml alone; what it leaves out stays as the book has it. */
export const rulesCodec: YamlCodec<RulesShape, ClassSettings, Settings> = {
  kind: 'rules',
  get schema() {
    return rulesSchema()
  },
  limit: 256 * 1024,
  value: (shape, book, complain) => classSettings(shape.classes, book.classes, book.currency, complain),
}

type RulesShape = { readonly classes: ClassShape }
