// What customers answered about their balances, and how far the book is from it.
import { type Currency, isCurrency } from '../base/currency.ts'
import { type Day, isDay } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import { type Minor, parseAmount, safe } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { ActivityRow } from '../book/activity.ts'
import type { CustomerId } from '../book/customer.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Trace } from '../ledger/trace.ts'

/** An answer: a row of the kind `confirm` with an amount. */
export interface Answer {
  readonly id: RowId
  readonly customer: CustomerId
  /** The day whose balance was confirmed: the row's due day, or its own where it names none. */
  readonly day: Day
  readonly answered: Day
  readonly currency: Currency
  /** What the customer says he owes; negative: what we owe him. */
  readonly amount: Minor
  readonly reason: string
}

export interface Confirmation extends Answer {
  /** By the book, as it is known now, at the end of the day. */
  readonly balance: Minor
  /** amount − balance */
  readonly difference: Minor
}

/** By customer, currency, day, day of the answer and id. Answers dated later do not exist. */
export function answersAsOf(rows: readonly ActivityRow[], asOf: Day): readonly Answer[] {
  return rows
    .flatMap((row) => (row.kind === 'confirm' && row.date <= asOf ? (answerOf(row) ?? []) : []))
    .sort(
      (a, b) =>
        compareText(a.customer, b.customer) ||
        compareText(a.currency, b.currency) ||
        compareText(a.day, b.day) ||
        compareText(a.answered, b.answered) ||
        compareText(a.id, b.id),
    )
}

function answerOf(row: ActivityRow): Answer | null {
  const { id, customer, date, currency } = row
  if (!isCurrency(currency)) return null
  const amount = parseAmount(row.amount, currency)
  if (typeof amount !== 'number') return null
  const day = isDay(row.due) ? row.due : date
  return { id, customer, day, answered: date, currency, amount, reason: row.feedback || row.subject }
}

/** Each day's balances are folded once. */
export function confirmationsOf(trace: Trace, answers: readonly Answer[]): readonly Confirmation[] {
  const days = new Map<Day, ReadonlyMap<string, Minor>>()
  return answers.map((answer) => {
    const balances = days.get(answer.day) ?? balancesOn(trace, answer.day)
    days.set(answer.day, balances)
    const balance = balances.get(accountKey(answer)) ?? 0
    return { ...answer, balance, difference: safe(answer.amount - balance) }
  })
}

function balancesOn(trace: Trace, day: Day): ReadonlyMap<string, Minor> {
  return new Map(ledgerOf(trace, day).accounts.map((account) => [accountKey(account), account.balance]))
}

function accountKey({ customer, currency }: { readonly customer: CustomerId; readonly currency: string }): string {
  return `${customer} ${currency}`
}
