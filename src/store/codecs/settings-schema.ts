// What crm.yaml may say.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import { allocationPolicies } from '../../core/book/allocation.ts'
import { type AccountRole, chartNames } from '../../core/book/general-ledger.ts'
import { creditLimitRules } from '../../core/book/settings.ts'
import { countries } from '../../core/book/vat.ts'
import * as field from '../fields.ts'
import { billingSettingsSchema } from './billing.ts'
import { classesSchema, condition } from './class-settings.ts'
import { partySchema } from './party.ts'

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
      company: partySchema(),
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
