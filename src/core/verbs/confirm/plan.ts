// crm confirm: what a customer answered about his balance, beside what the book says of that day.
import { type Currency, decimalsOf } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount, parseAmount } from '../../base/money.ts'
import { note, problem } from '../../base/problem.ts'
import { type ActivityRow, emptyActivity } from '../../book/activity.ts'
import type { Book } from '../../book/book.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { type Answer, answersAsOf, confirmationsOf } from '../../cases/confirmations.ts'
import { confirmationsTable } from '../../cases/confirmations-table.ts'
import { refused } from '../../ledger/entered.ts'
import { traceJournal } from '../../ledger/link.ts'

export interface ConfirmInput {
  readonly customer: string
  /** The day whose balance was confirmed. */
  readonly day: Day
  /** As typed; negative: we owe him. */
  readonly amount: string
  /** When he answered; today unless said. */
  readonly date?: Day
  readonly currency?: Currency
  /** Why he says another amount; empty where nothing is said. */
  readonly reason: string
}

export function planConfirm(book: Book, input: ConfirmInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return refused([customer.problem])
  const { id, currency: usual } = customer.value
  const answered = input.date ?? context.today
  const { day, reason } = input
  if (day > answered) return refused([problem('confirmed-later', { day, answered })])
  const currency = input.currency ?? usual ?? book.settings.currency
  const amount = parseAmount(input.amount, currency)
  if (typeof amount !== 'number')
    return refused([
      problem('not-an-amount', { flag: 'AMOUNT', text: input.amount, currency, decimals: decimalsOf(currency) }),
    ])
  const text = formatAmount(amount, currency)
  const answer: Answer = {
    id: rowId(context.hash, ['confirm', id, day, currency, text, answered]),
    customer: id,
    day,
    answered,
    currency,
    amount,
    reason,
  }
  const known = lastAnswer(book, answer)
  const isKnown = known?.amount === amount || book.activity.some((r) => r.id === answer.id)
  const [shown] = confirmationsOf(traceJournal(book.journal), [answer])
  const output = { tables: shown === undefined ? [] : [confirmationsTable([shown])] }
  const said = isKnown
    ? note('confirmed-already', { customer: id, day, answered: known?.answered ?? answered })
    : note('confirmed', { customer: id, day })
  return { changes: isKnown ? [] : [{ change: 'addActivity', row: rowOf(answer, text) }], problems: [said], output }
}

/** The newest about the same balance up to the day of the answer. */
function lastAnswer(book: Book, { customer, day, currency, answered }: Answer): Answer | undefined {
  return answersAsOf(book.activity, answered).findLast(
    (a) => a.customer === customer && a.day === day && a.currency === currency,
  )
}

function rowOf({ id, answered, customer, day, currency, reason }: Answer, amount: string): ActivityRow {
  return {
    ...emptyActivity,
    id,
    date: answered,
    kind: 'confirm',
    customer,
    direction: 'in',
    feedback: reason,
    amount,
    currency,
    due: day,
  }
}
