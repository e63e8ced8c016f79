// crm.yaml: the company, its currency and rules.
import * as z from 'zod'
import type { Currency } from '../../core/base/currency.ts'
import { compareText } from '../../core/base/order.ts'
import { allocationPolicies } from '../../core/book/allocation.ts'
import { type AccountRole, chartNames, type LedgerSettings } from '../../core/book/general-ledger.ts'
import {
  bookFormat,
  type ChaseStep,
  type ClassSettings,
  creditLimitRules,
  type DimensionSettings,
  efforts,
  type ProvisionSettings,
  type RfmRule,
  type Settings,
  type TaxSettings,
  type ValueTier,
} from '../../core/book/settings.ts'
import { countries } from '../../core/book/vat.ts'
import { defaultSettings } from '../defaults.ts'
import * as field from '../fields.ts'
import { amountAt, type Complain, type YamlCodec } from '../yaml/codec.ts'
import { type Path, treeAt } from '../yaml/tree.ts'
import { billingSettingsSchema } from './billing.ts'

const company = z.strictObject({
  name: field.filled,
  taxId: field.line.exactOptional(),
  address: field.text.exactOptional(),
  email: field.line.exactOptional(),
  phone: field.line.exactOptional(),
  bank: field.text.exactOptional(),
})

const tax = z.strictObject({
  mode: z.enum(['net', 'gross']),
  rounding: z.enum(['group', 'line']),
  default: field.name,
  rates: z.record(field.name, field.percent),
  categories: z.record(field.name, z.enum(['S', 'Z', 'E', 'G', 'AE', 'K', 'O'])).exactOptional(),
  exemptions: z.record(field.name, field.line).exactOptional(),
  changes: z.array(z.strictObject({ rate: field.name, from: field.dayField, percent: field.percent })).exactOptional(),
  country: z.enum(countries).exactOptional(),
})

const discount = z.strictObject({
  name: field.discountName,
  percent: field.decimal,
  when: z.union([field.line, z.record(z.string(), z.unknown())]).exactOptional(),
  items: z.array(field.name).exactOptional(),
  from: field.dayField.exactOptional(),
  until: field.dayField.exactOptional(),
})

const monthlyTerms = z.strictObject({
  anchor: z.enum(['bill', 'delivery', 'monthEnd', 'nextMonthStart']),
  unit: z.enum(['day', 'month']),
  grace: field.whole.exactOptional(),
})

const calendar = z.strictObject({
  base: z.enum(['CN', 'weekends']),
  holidays: z.array(field.dayField).exactOptional(),
  workdays: z.array(field.dayField).exactOptional(),
})

const numbering = z.strictObject({
  bill: field.numberSeries.exactOptional(),
  credit: field.numberSeries.exactOptional(),
  fee: field.numberSeries.exactOptional(),
})

/** A predicate: words as on the command line, or a map of facts. */
const condition = z.union([field.line, z.record(z.string(), z.unknown())])

const kMeans = z.strictObject({
  facts: z.array(field.name),
  transform: z.enum(['log1p', 'none']).exactOptional(),
  scale: z.enum(['zscore', 'none']).exactOptional(),
  k: field.countRange.exactOptional(),
  starts: field.whole.exactOptional(),
  seed: field.whole.exactOptional(),
  when: condition.exactOptional(),
})

const dimension = z.strictObject({
  name: field.name,
  rules: z
    .array(z.strictObject({ class: field.name, when: condition.exactOptional(), keep: condition.exactOptional() }))
    .exactOptional(),
  kMeans: kMeans.exactOptional(),
})

const action = z.strictObject({
  dimension: field.name,
  class: field.name,
  effort: z.enum(efforts).exactOptional(),
  benefits: field.line.exactOptional(),
  discount: field.percent.exactOptional(),
  visits: field.line.exactOptional(),
  chase: field.line.exactOptional(),
})

const lifecycle = z.strictObject({
  newDays: field.whole.exactOptional(),
  slipping: field.factor.exactOptional(),
  dormant: field.factor.exactOptional(),
  lost: field.factor.exactOptional(),
})

const view = z.strictObject({
  name: field.name,
  when: condition.exactOptional(),
  columns: z.array(field.name).exactOptional(),
  sort: field.name.exactOptional(),
})

const alert = z.strictObject({ name: field.name, when: condition, again: field.whole.exactOptional() })

const account = z.strictObject({
  name: field.customerIdField,
  iban: field.line.exactOptional(),
  number: field.line.exactOptional(),
  currency: field.currencyField.exactOptional(),
})

const rfm = z.strictObject({
  by: z.enum(['quantile', 'rank', 'thresholds']),
  recency: z.array(field.whole).exactOptional(),
  frequency: z.array(field.whole).exactOptional(),
  monetary: z.array(field.amount).exactOptional(),
})

const classes = z.strictObject({
  tiers: z
    .array(z.strictObject({ name: field.name, atLeast: field.amount, keep: field.amount.exactOptional() }))
    .exactOptional(),
  abc: z.strictObject({ a: field.fraction, b: field.fraction }).exactOptional(),
  rfmBins: field.whole.exactOptional(),
  rfm: rfm.exactOptional(),
  grace: field.whole.exactOptional(),
  lifecycle: lifecycle.exactOptional(),
  dimensions: z.array(dimension).exactOptional(),
  actions: z.array(action).exactOptional(),
})

type ClassShape = z.output<typeof classes>
type DimensionShape = z.output<typeof dimension>

const chase = z.strictObject({
  ladder: z.array(z.strictObject({ name: field.name, after: field.whole, channel: field.name })).exactOptional(),
  every: field.whole.exactOptional(),
  minimum: field.amount.exactOptional(),
})

const visit = z.strictObject({ grade: field.name, everyMonths: field.whole, channel: field.name })

const provision = z.strictObject({
  framework: z.enum(['ifrs', 'cas', 'small']),
  method: z.enum(['matrix', 'roll']).exactOptional(),
  buckets: z.array(field.whole).exactOptional(),
  months: field.whole.exactOptional(),
  opening: field.amount.exactOptional(),
  segments: z
    .array(
      z.strictObject({
        name: field.name,
        when: condition.exactOptional(),
        rates: z.array(field.percent).exactOptional(),
      }),
    )
    .exactOptional(),
})

const accountName = field.filled.exactOptional()

const ledger = z.strictObject({
  chart: z.enum(chartNames).exactOptional(),
  receivable: accountName,
  onAccount: accountName,
  allowance: accountName,
  bank: accountName,
  sales: accountName,
  tax: accountName,
  lateFees: accountName,
  opening: accountName,
  moves: accountName,
  exchangeGains: accountName,
  exchangeLosses: accountName,
  discounts: accountName,
  bankFees: accountName,
  withheld: accountName,
  rounding: accountName,
  deductions: accountName,
  badDebts: accountName,
  recoveries: accountName,
  impairment: accountName,
} satisfies Record<AccountRole | 'chart', unknown>)

export const settingsSchema = z
  .strictObject({
    book: field.whole,
    company,
    currency: field.currencyField,
    locale: field.name.exactOptional(),
    timezone: field.name.exactOptional(),
    tax,
    numbering: numbering.exactOptional(),
    terms: field.line.exactOptional(),
    discounts: z.array(discount).exactOptional(),
    billing: billingSettingsSchema.exactOptional(),
    minimumBill: field.amount.exactOptional(),
    monthlyTerms: monthlyTerms.exactOptional(),
    calendar: calendar.exactOptional(),
    classes: classes.exactOptional(),
    chase: chase.exactOptional(),
    visits: z.array(visit).exactOptional(),
    hourlyCost: field.amount.exactOptional(),
    reconcile: z.strictObject({ tolerance: field.amount }).exactOptional(),
    allocation: z.enum(allocationPolicies).exactOptional(),
    creditLimits: z.enum(creditLimitRules).exactOptional(),
    aging: z.array(field.whole).exactOptional(),
    accounts: z.array(account).exactOptional(),
    provision: provision.exactOptional(),
    ledger: ledger.exactOptional(),
    views: z.array(view).exactOptional(),
    alerts: z.array(alert).exactOptional(),
    custom: field.custom,
  })
  .meta({ title: 'crm.yaml' })

type Shape = z.output<typeof settingsSchema>

/** Sections that are not there have their defaults, except tax, which nobody should have without knowing. */
export const settingsCodec: YamlCodec<Shape, Settings, undefined> = {
  kind: 'settings',
  schema: settingsSchema,
  limit: 256 * 1024,
  admit(tree, complain) {
    const found = Number(treeAt(tree, ['book']) ?? bookFormat)
    if (found > bookFormat) complain(['book'], 'book-newer', { found, known: bookFormat })
  },
  value(shape, _context, complain) {
    const { currency } = shape
    const fallback = defaultSettings(shape.company.name, currency, shape.locale ?? 'en', shape.timezone ?? 'UTC')
    if (!(shape.tax.default in shape.tax.rates))
      complain(['tax', 'default'], 'wrong-value', {
        key: 'tax.default',
        found: shape.tax.default,
        expected: 'one-of',
        detail: Object.keys(shape.tax.rates),
      })
    const { chase: ch } = shape
    return {
      company: shape.company,
      currency,
      locale: shape.locale ?? fallback.locale,
      timezone: shape.timezone ?? fallback.timezone,
      tax: taxSettings(shape.tax, complain),
      numbering: { ...fallback.numbering, ...shape.numbering },
      terms: shape.terms ?? fallback.terms,
      ...(shape.discounts === undefined ? {} : { discounts: shape.discounts }),
      ...(shape.billing === undefined ? {} : { billing: shape.billing }),
      ...(shape.minimumBill === undefined
        ? {}
        : { minimumBill: amountAt(complain, ['minimumBill'], shape.minimumBill, currency) }),
      ...(shape.monthlyTerms === undefined ? {} : { monthlyTerms: { grace: 0, ...shape.monthlyTerms } }),
      ...(shape.calendar === undefined ? {} : { calendar: { holidays: [], workdays: [], ...shape.calendar } }),
      classes: classSettings(shape.classes ?? {}, fallback.classes, currency, complain),
      chase: {
        ladder: ch?.ladder === undefined ? fallback.chase.ladder : ladder(ch.ladder),
        every: ch?.every ?? fallback.chase.every,
        minimum:
          ch?.minimum === undefined
            ? fallback.chase.minimum
            : amountAt(complain, ['chase', 'minimum'], ch.minimum, currency),
      },
      visits: shape.visits ?? [],
      ...(shape.hourlyCost === undefined
        ? {}
        : { hourlyCost: amountAt(complain, ['hourlyCost'], shape.hourlyCost, currency) }),
      reconcile: {
        tolerance:
          shape.reconcile === undefined
            ? fallback.reconcile.tolerance
            : amountAt(complain, ['reconcile', 'tolerance'], shape.reconcile.tolerance, currency),
      },
      allocation: shape.allocation ?? fallback.allocation,
      creditLimits: shape.creditLimits ?? fallback.creditLimits,
      aging: shape.aging ?? fallback.aging,
      accounts: shape.accounts ?? [],
      ...(shape.provision === undefined
        ? {}
        : { provision: provisionOf(shape.provision, { aging: shape.aging ?? fallback.aging, currency }, complain) }),
      ledger: ledgerOf(shape.ledger ?? {}),
      views: shape.views ?? [],
      alerts: (shape.alerts ?? fallback.alerts).map((a) => ({ again: usualAgain, ...a })),
    }
  },
}

/** What the section says, and what it leaves out. */
function classSettings(
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
function rfmRule(shape: z.output<typeof rfm>, currency: Currency, complain: Complain): RfmRule {
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

/** RULES.yaml of `crm classify --compare`: the section `classes` of crm.yaml alone; what it leaves out stays as the book has it. */
export const rulesCodec: YamlCodec<RulesShape, ClassSettings, Settings> = {
  kind: 'rules',
  schema: z.strictObject({ classes }).meta({ title: 'rules to compare' }),
  limit: 256 * 1024,
  value: (shape, book, complain) => classSettings(shape.classes, book.classes, book.currency, complain),
}

type RulesShape = { readonly classes: ClassShape }

/** Changes stand in order of day, however they are written, and are of rates that exist. */
function taxSettings(of: Shape['tax'], complain: Complain): TaxSettings {
  for (const [i, change] of (of.changes ?? []).entries())
    if (!(change.rate in of.rates))
      complain(['tax', 'changes', i, 'rate'], 'wrong-value', {
        key: 'rate',
        found: change.rate,
        expected: 'one-of',
        detail: Object.keys(of.rates),
      })
  const { changes, ...rest } = of
  if (changes === undefined) return rest
  return { ...rest, changes: [...changes].sort((a, b) => compareText(a.from, b.from)) }
}

/** Half a year before an alert that still holds is raised again. */
const usualAgain = 180

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

/** Earliest first, however they are written. */
function ladder(steps: readonly ChaseStep[]): ChaseStep[] {
  return [...steps].sort((a, b) => a.after - b.after)
}

type ProvisionShape = NonNullable<Shape['provision']>

/** Every segment has a rate for each age; only roll rates may do without. */
function provisionOf(
  shape: ProvisionShape,
  { aging, currency }: Pick<Settings, 'aging' | 'currency'>,
  complain: Complain,
): ProvisionSettings {
  const { framework, method = 'matrix', buckets = aging, months = 12, segments = [] } = shape
  const rates = buckets.length + 2
  segments.forEach((segment, i) => {
    const found = segment.rates?.length ?? (method === 'roll' ? rates : 0)
    if (found !== rates && framework !== 'small')
      complain(['provision', 'segments', i], 'provision-rates-count', { segment: segment.name, found, rates })
  })
  const opening = amountAt(complain, ['provision', 'opening'], shape.opening ?? '0', currency)
  return { framework, method, buckets, months, opening, segments: segments.length === 0 ? [{ name: 'all' }] : segments }
}

function ledgerOf({ chart, ...names }: NonNullable<Shape['ledger']>): LedgerSettings {
  return { chart: chart ?? chartNames[0], names }
}
