// Promises to pay: kept, broken or still running, judged by what was paid.
import { type Currency, isCurrency } from '../base/currency.ts'
import { addDays, type Day, isDay } from '../base/day.ts'
import { type Minor, parseAmount } from '../base/money.ts'
import type { ActivityRow } from '../book/activity.ts'
import type { CustomerId } from '../book/customer.ts'
import { documentsOf, inOrder } from './order.ts'

export type PromiseState = 'running' | 'kept' | 'broken'

export interface PromiseToPay {
  readonly row: ActivityRow
  readonly customer: CustomerId
  /** Empty: whatever the customer owes. */
  readonly documents: readonly string[]
  readonly amount: Minor | null
  readonly currency: Currency
  readonly due: Day
  readonly state: PromiseState
}

const fortnight = 14

/** What a promise is judged by; both days inclusive. */
export interface PaymentEvidence {
  /** Money received in a currency, less what was reversed. */
  paid(customer: CustomerId, currency: Currency, from: Day, to: Day): Minor
  /** True when nothing of the document was open at the end of the day. */
  settled(customer: CustomerId, document: string, on: Day): boolean
}

/**
 * With an amount, a promise is kept when payments from its day to the due day reach it; without, when its documents are
 * settled by then; with neither, when any payment came. Until the due day has passed it runs. A promise without a due
 * day runs for two weeks.
 */
export function promisesAsOf(
  activity: readonly ActivityRow[],
  asOf: Day,
  evidence: PaymentEvidence,
  currency: Currency,
): readonly PromiseToPay[] {
  return promisesOf(inOrder(activity, asOf), asOf, evidence, currency)
}

/** The same from rows up to the day that are in order already. */
export function promisesOf(
  ordered: readonly ActivityRow[],
  asOf: Day,
  evidence: PaymentEvidence,
  currency: Currency,
): readonly PromiseToPay[] {
  return ordered
    .filter((row) => row.kind === 'promise')
    .map((row) => {
      const c = isCurrency(row.currency) ? row.currency : currency
      const parsed = parseAmount(row.amount, c)
      const promise = {
        row,
        customer: row.customer,
        documents: documentsOf(row),
        amount: typeof parsed === 'number' ? parsed : null,
        currency: c,
        due: isDay(row.due) ? row.due : addDays(row.date, fortnight),
      }
      return { ...promise, state: judge(promise, asOf, evidence) }
    })
}

function judge(promise: Omit<PromiseToPay, 'state'>, asOf: Day, evidence: PaymentEvidence): PromiseState {
  const { customer, documents, amount, currency, due, row } = promise
  const end = due < asOf ? due : asOf
  const paid = () => evidence.paid(customer, currency, row.date, end)
  const kept =
    amount !== null
      ? paid() >= amount
      : documents.length > 0
        ? documents.every((d) => evidence.settled(customer, d, end))
        : paid() > 0
  if (kept) return 'kept'
  return due < asOf ? 'broken' : 'running'
}
