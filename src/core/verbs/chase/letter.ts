// The letter of a claim and the activity row that records it.

import type { Day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount } from '../../base/money.ts'
import { type ActivityRow, emptyActivity } from '../../book/activity.ts'
import type { Customer } from '../../book/customer.ts'
import type { Paper } from '../../book/paper.ts'
import type { Context } from '../../book/plan.ts'
import type { Settings } from '../../book/settings.ts'
import { channelOf, letterPaper } from '../../cases/letter.ts'
import { documentSet } from '../../cases/order.ts'
import type { Claim } from './overdue.ts'

export function letterOf(claim: Claim, customer: Customer, settings: Settings, date: Day): Paper | null {
  const items = claim.chased.map(({ document, date, due, open, daysLate }) => ({ document, date, due, open, daysLate }))
  return letterPaper({ ...claim, items }, customer, settings, date)
}

/** Its id is made of customer, currency, documents and level, so the same reminder is one row on every branch. */
export function reminderRow(
  claim: Claim,
  customer: Customer,
  settings: Settings,
  now: { readonly context: Context; readonly date: Day },
): ActivityRow | null {
  const step = settings.chase.ladder[claim.level - 1]
  if (step === undefined) return null
  const documents = documentSet(claim.chased.map((d) => d.document))
  const id = rowId(now.context.hash, ['reminder', customer.id, claim.currency, documents, String(claim.level)])
  return {
    ...emptyActivity,
    id,
    date: now.date,
    kind: 'reminder',
    customer: customer.id,
    channel: channelOf(step, customer),
    direction: 'out',
    document: documents,
    subject: step.name,
    severity: String(claim.level),
    amount: formatAmount(claim.total, claim.currency),
    currency: claim.currency,
  }
}
