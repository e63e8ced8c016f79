// The letter of a claim: the same page when it is sent and when it is looked at again.
import type { Currency } from '../base/currency.ts'
import { type Day, daysBetween } from '../base/day.ts'
import { formatAmount, type Minor } from '../base/money.ts'
import type { ActivityRow } from '../book/activity.ts'
import type { Party } from '../book/bill.ts'
import type { Customer } from '../book/customer.ts'
import type { LetterItem } from '../book/letter.ts'
import type { Paper } from '../book/paper.ts'
import { type ChaseStep, languageOf, type Settings } from '../book/settings.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { documentsOf } from './order.ts'

/** What a letter asks for. */
export interface Asked {
  /** Place of the step in the ladder, from 1. */
  readonly level: number
  readonly currency: Currency
  readonly items: readonly LetterItem[]
  readonly onAccount: Minor
  readonly total: Minor
}

type LetterPaper = Extract<Paper, { readonly paper: 'letter' }>

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

/** Null where the ladder has no such step. */
export function letterPaper(asked: Asked, customer: Customer, settings: Settings, date: Day): LetterPaper | null {
  const step = settings.chase.ladder[asked.level - 1]
  if (step === undefined) return null
  const contact = customer.contacts[0]?.name
  return {
    paper: 'letter',
    name: `${customer.id}-${asked.currency}-${step.name}`,
    language: customer.language ?? languageOf(settings),
    letter: {
      step: step.name,
      level: asked.level,
      channel: channelOf(step, customer),
      date,
      sender: sender(settings),
      receiver: receiver(customer),
      ...(contact === undefined ? {} : { contact }),
      currency: asked.currency,
      items: asked.items,
      onAccount: asked.onAccount,
      total: asked.total,
    },
  }
}

/**
 * The letter that a reminder records, from the book as of its day; `ledger` is of that day. Null where it would not be the same
 * letter: another step or channel, a document that was not overdue, another amount than the row says.
 */
export function letterAgain(
  row: ActivityRow,
  { ledger, customer, settings }: { readonly ledger: Ledger; readonly customer: Customer; readonly settings: Settings },
): LetterPaper | null {
  const level = /^[1-9]\d?$/.test(row.severity) ? Number(row.severity) : 0
  const step = settings.chase.ladder[level - 1]
  if (step === undefined || step.name !== row.subject || channelOf(step, customer) !== row.channel) return null
  const documents = documentsOf(row)
  const items = documents.flatMap((number) => itemOf(ledger, number, row))
  const account = ledger.accounts.find((a) => a.customer === row.customer && a.currency === row.currency)
  if (account === undefined || items.length === 0 || items.length < documents.length) return null
  const onAccount = Math.max(0, account.onAccount)
  const total = Math.max(0, items.reduce((sum, i) => sum + i.open, 0) - onAccount)
  if (formatAmount(total, account.currency) !== row.amount) return null
  items.sort((a, b) => compare(a.due, b.due) || compare(a.document, b.document))
  return letterPaper({ level, currency: account.currency, items, onAccount, total }, customer, settings, row.date)
}

/** What of the document was overdue. */
function itemOf(ledger: Ledger, number: string, row: ActivityRow): LetterItem[] {
  const document = ledger.document(number)
  if (document === undefined || document.currency !== row.currency || document.customer !== row.customer) return []
  const late = document.instalments.filter((n) => n.open > 0 && n.due < row.date)
  const [first] = late
  if (first === undefined) return []
  const open = late.reduce((sum, n) => sum + n.open, 0)
  return [{ document: number, date: document.date, due: first.due, open, daysLate: daysBetween(first.due, row.date) }]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
