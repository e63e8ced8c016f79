// Who is billed how often, on which day, and on how many bills.
import { type Day, dayFrom } from '../base/day.ts'
import { parseSpan } from './contract.ts'
import { cycleOf, cycleStart } from './cycle.ts'

export const billGroups = ['customer', 'contract', 'project'] as const
export type BillGroup = (typeof billGroups)[number]

/** What is not said for a customer is as the book says; what neither says is one bill for all, whenever a run is made. */
export interface BillingRule {
  /** One bill per customer, per contract, or per project that sales and contracts name. */
  readonly groupBy?: BillGroup
  /** `month`, `2 weeks`, `quarter`; a month where a day is said. */
  readonly every?: string
  /** Date of the month, 1 to 31; short months end earlier. Longer cycles count from December. */
  readonly day?: number
  /** A day on which he is billed, where a date of the month does not say it. */
  readonly anchor?: Day
}

/** The last bill day up to and including `on`: what was delivered later waits. `on` itself where the rule names no cycle. */
export function lastBillDay(rule: BillingRule, on: Day): Day {
  if (rule.every === undefined && rule.day === undefined && rule.anchor === undefined) return on
  const every = parseSpan(rule.every ?? 'month') ?? { unit: 'months', n: 1 }
  const anchor = rule.anchor ?? dayFrom(1999, 12, rule.day ?? 31)
  return cycleStart(anchor, every, cycleOf(anchor, every, on))
}

/** What the book says of bills in general. */
export interface BillingSettings extends BillingRule {
  /** Percent by which a bill may differ from the last one without a warning; none is given unless said. */
  readonly jump?: number
}
