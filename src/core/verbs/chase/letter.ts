// The letter of a claim and the activity row that records it.

import type { Day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount } from '../../base/money.ts'
import { type ActivityRow, emptyActivity } from '../../book/activity.ts'
import type { Party } from '../../book/bill.ts'
import type { Customer } from '../../book/customer.ts'
import type { Paper } from '../../book/paper.ts'
import type { Context } from '../../book/plan.ts'
import { type ChaseStep, languageOf, type Settings } from '../../book/settings.ts'
import { documentSet } from '../../cases/order.ts'
import type { Claim } from './overdue.ts'

/** An email needs an address: without one the letter goes by post. */
export function channelOf(step: ChaseStep, customer: Customer): string {
  return step.channel === 'email' && emailOf(customer) === undefined ? 'post' : step.channel
}

function emailOf(customer: Customer): string | undefined {
  return customer.email ?? customer.contacts.find((c) => c.email !== undefined)?.email
}

function sender(settings: Settings): Party {
  const { name, taxId, address, email } = settings.company
  return {
    name,
    ...(taxId === undefined ? {} : { taxId }),
    ...(address === undefined ? {} : { address }),
    ...(email === undefined ? {} : { email }),
  }
}

function receiver(customer: Customer): Party {
  const email = emailOf(customer)
  return {
    name: customer.name,
    ...(customer.address === undefined ? {} : { address: customer.address }),
    ...(email === undefined ? {} : { email }),
  }
}

export function letterPaper(claim: Claim, customer: Customer, settings: Settings, date: Day): Paper | null {
  const step = settings.chase.ladder[claim.level - 1]
  if (step === undefined) return null
  const contact = customer.contacts[0]?.name
  return {
    paper: 'letter',
    name: `${customer.id}-${claim.currency}-${step.name}`,
    language: customer.language ?? languageOf(settings),
    letter: {
      step: step.name,
      level: claim.level,
      channel: channelOf(step, customer),
      date,
      sender: sender(settings),
      receiver: receiver(customer),
      ...(contact === undefined ? {} : { contact }),
      currency: claim.currency,
      items: claim.chased.map(({ document, date, due, open, daysLate }) => ({ document, date, due, open, daysLate })),
      onAccount: claim.onAccount,
      total: claim.total,
    },
  }
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
