// How often and on which day a customer is billed: of the book, and of a customer.
import * as z from 'zod'
import { once } from '../../core/base/once.ts'
import { type BillingRule, billGroups } from '../../core/book/bill-day.ts'
import * as field from '../fields.ts'
import { type OutMap, plain } from '../yaml/write.ts'

export const billingSchema = once(() =>
  z.strictObject({
    groupBy: z.enum(billGroups).exactOptional(),
    every: field.span.exactOptional(),
    day: field.dateOfMonth.exactOptional(),
    anchor: field.dayField.exactOptional(),
  }),
)

export const billingSettingsSchema = once(() => billingSchema().extend({ jump: field.whole.exactOptional() }))

export function billingTree(rule: BillingRule | undefined): OutMap | undefined {
  if (rule === undefined) return undefined
  const { groupBy, every, day, anchor } = rule
  return {
    groupBy,
    every,
    day: day === undefined ? undefined : plain(day),
    anchor: anchor === undefined ? undefined : plain(anchor),
  }
}
