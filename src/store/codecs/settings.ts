// crm.yaml: the company, its currency and rules.
import * as z from 'zod'
import { compareText } from '../../core/base/order.ts'
import { allocationPolicies } from '../../core/book/allocation.ts'
import { type AccountRole, chartNames, type LedgerSettings } from '../../core/book/general-ledger.ts'
import {
  bookFormat,
  type ChaseStep,
  creditLimitRules,
  type ProvisionSettings,
  type Settings,
  type TaxSettings,
} from '../../core/book/settings.ts'
import { countries } from '../../core/book/vat.ts'
import { once } from '../../core/facts/once.ts'
import { defaultSettings } from '../defaults.ts'
import * as field from '../fields.ts'
import { amountAt, type Complain, type YamlCodec } from '../yaml/codec.ts'
import { treeAt } from '../yaml/tree.ts'
import { billingSettingsSchema } from './billing.ts'
import { classesSchema, classSettings, condition } from './class-settings.ts'

const company = once(() =>
  z.strictObject({
    name: field.filled,
    taxId: field.line.exactOptional(),
    address: field.text.exactOptional(),
    email: field.line.exactOptional(),
    phone: field.line.exactOptional(),
    bank: field.text.exactOptional(),
  }),
)

const tax = once(() =>
  z.strictObject({
    mode: z.enum(['net', 'gross']),
    rounding: z.enum(['group', 'line']),
    default: field.name,
    rates: z.record(field.name, field.percent),
    categories: z.record(field.name, z.enum(['S', 'Z', 'E', 'G', 'AE', 'K', 'O'])).exactOptional(),
    exemptions: z.record(field.name, field.line).exactOptional(),
    changes: z
      .array(z.strictObject({ rate: field.name, from: field.dayField, percent: field.percent }))
      .exactOptional(),
    country: z.enum(countries).exactOptional(),
    discountLowersTax: field.flag.exactOptional(),
  }),
)

const discount = once(() =>
  z.strictObject({
    name: field.discountName,
    percent: field.decimal,
    when: condition().exactOptional(),
    items: z.array(field.name).exactOptional(),
    from: field.dayField.exactOptional(),
    until: field.dayField.exactOptional(),
  }),
)

const monthlyTerms = once(() =>
  z.strictObject({
    anchor: z.enum(['bill', 'delivery', 'statement', 'monthEnd', 'nextMonthStart']),
    date: field.dateOfMonth.exactOptional(),
    unit: z.enum(['day', 'month']),
    grace: field.whole.exactOptional(),
  }),
)

const calendar = once(() =>
  z.strictObject({
    base: z.enum(['CN', 'weekends']),
    holidays: z.array(field.dayField).exactOptional(),
    workdays: z.array(field.dayField).exactOptional(),
  }),
)

const series = once(() => ({
  bill: field.numberSeries.exactOptional(),
  credit: field.numberSeries.exactOptional(),
  fee: field.numberSeries.exactOptional(),
  quote: field.numberSeries.exactOptional(),
  proforma: field.numberSeries.exactOptional(),
}))

const numbering = once(() =>
  z.strictObject({
    ...series(),
    branches: z.record(field.name, z.strictObject(series())).exactOptional(),
  }),
)

const view = once(() =>
  z.strictObject({
    name: field.name,
    when: condition().exactOptional(),
    columns: z.array(field.name).exactOptional(),
    sort: field.name.exactOptional(),
  }),
)

const alert = once(() => z.strictObject({ name: field.name, when: condition(), again: field.whole.exactOptional() }))

const account = once(() =>
  z.strictObject({
    name: field.customerIdField,
    iban: field.line.exactOptional(),
    number: field.line.exactOptional(),
    currency: field.currencyField.exactOptional(),
  }),
)

const chase = once(() =>
  z.strictObject({
    ladder: z.array(z.strictObject({ name: field.name, after: field.whole, channel: field.name })).exactOptional(),
    every: field.whole.exactOptional(),
    minimum: field.amount.exactOptional(),
  }),
)

const visit = once(() => z.strictObject({ grade: field.name, everyMonths: field.whole, channel: field.name }))

const provision = once(() =>
  z.strictObject({
    framework: z.enum(['ifrs', 'cas', 'small']),
    method: z.enum(['matrix', 'roll']).exactOptional(),
    buckets: z.array(field.whole).exactOptional(),
    months: field.whole.exactOptional(),
    opening: field.amount.exactOptional(),
    segments: z
      .array(
        z.strictObject({
          name: field.name,
          when: condition().exactOptional(),
          rates: z.array(field.percent).exactOptional(),
        }),
      )
      .exactOptional(),
  }),
)

const accountName = once(() => field.filled.exactOptional())

const ledger = once(() =>
  z.strictObject({
    chart: z.enum(chartNames).exactOptional(),
    receivable: accountName(),
    onAccount: accountName(),
    deposits: accountName(),
    allowance: accountName(),
    bank: accountName(),
    sales: accountName(),
    tax: accountName(),
    lateFees: accountName(),
    opening: accountName(),
    moves: accountName(),
    exchangeGains: accountName(),
    exchangeLosses: accountName(),
    discounts: accountName(),
    bankFees: accountName(),
    withheld: accountName(),
    rounding: accountName(),
    deductions: accountName(),
    badDebts: accountName(),
    recoveries: accountName(),
    impairment: accountName(),
  } satisfies Record<AccountRole | 'chart', unknown>),
)

export const settingsSchema = once(() =>
  z
    .strictObject({
      book: field.whole,
      company: company(),
      currency: field.currencyField,
      locale: field.name.exactOptional(),
      timezone: field.name.exactOptional(),
      tax: tax(),
      numbering: numbering().exactOptional(),
      terms: field.line.exactOptional(),
      discounts: z.array(discount()).exactOptional(),
      billing: billingSettingsSchema().exactOptional(),
      minimumBill: field.amount.exactOptional(),
      monthlyTerms: monthlyTerms().exactOptional(),
      calendar: calendar().exactOptional(),
      classes: classesSchema().exactOptional(),
      chase: chase().exactOptional(),
      visits: z.array(visit()).exactOptional(),
      hourlyCost: field.amount.exactOptional(),
      reconcile: z
        .strictObject({
          tolerance: field.amount.exactOptional(),
          withholding: z.array(field.percent).exactOptional(),
          disputes: z.enum(['open', 'suggest']).exactOptional(),
        })
        .exactOptional(),
      allocation: z.enum(allocationPolicies).exactOptional(),
      creditLimits: z.enum(creditLimitRules).exactOptional(),
      aging: z.array(field.whole).exactOptional(),
      accounts: z.array(account()).exactOptional(),
      provision: provision().exactOptional(),
      ledger: ledger().exactOptional(),
      views: z.array(view()).exactOptional(),
      alerts: z.array(alert()).exactOptional(),
      custom: field.custom,
    })
    .meta({ title: 'crm.yaml' }),
)

type Shape = z.output<ReturnType<typeof settingsSchema>>

/** Sections that are not there have their defaults, except tax, which nobody should have without knowing. */
export const settingsCodec: YamlCodec<Shape, Settings, undefined> = {
  kind: 'settings',
  get schema() {
    return settingsSchema()
  },
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
          shape.reconcile?.tolerance === undefined
            ? fallback.reconcile.tolerance
            : amountAt(complain, ['reconcile', 'tolerance'], shape.reconcile.tolerance, currency),
        withholding: shape.reconcile?.withholding ?? fallback.reconcile.withholding,
        disputes: shape.reconcile?.disputes ?? fallback.reconcile.disputes,
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
