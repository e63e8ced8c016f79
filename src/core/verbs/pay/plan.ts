// Money received: the payment row, and the rows that set it against what the customer owes.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { JournalRow } from '../../book/journal.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { type Allocation, allocateExactThenOldest, openDocuments } from '../../ledger/allocate.ts'
import { applyRows, bookedRate, enterRow, readPositive, wholeLedger } from '../../ledger/enter.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { currencyOfNamed, settleNamed } from './named.ts'
import { settledTable } from './table.ts'

export interface PayInput {
  readonly customer: string
  /** As typed; its currency is known only with the book. */
  readonly amount: string
  /** Documents to settle, `NUMBER` or `NUMBER=AMOUNT`, in this order; none: the usual policy. */
  readonly settles: readonly string[]
  /** Settle nothing. */
  readonly onAccount: boolean
  readonly date?: Day
  readonly currency?: Currency
  readonly method: string
  readonly memo: string
}

export function planPayment(book: Book, input: PayInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return stopped([customer.problem])
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const named = currencyOfNamed(ledger, input.settles)
  if (!named.ok) return stopped([named.problem])
  const currency = input.currency ?? named.value ?? customer.value.currency ?? book.settings.currency
  const read = readPositive(input.amount, currency, 'AMOUNT')
  if (!read.ok) return stopped([read.problem])
  const amount = read.value
  const allocation = allocate(ledger, customer.value, { amount, currency }, input)
  if (!('shares' in allocation)) return stopped(allocation)
  const payment = enterRow(
    { id: context.freshId(0), date, kind: 'payment', customer: customer.value.id, amount, currency },
    { method: input.method, memo: input.memo, rate: bookedRate(book, currency, date) },
  )
  const applied = applyRows(book.journal, context.hash, { source: payment.id, date, shares: allocation.shares })
  return {
    changes: [payment, ...applied].map((row) => ({ change: 'addRow', row })),
    problems: [...said(payment, allocation), ...withoutRate(book, payment)],
    output: allocation.shares.length === 0 ? noOutput : { tables: [settledTable(allocation.shares)] },
  }
}

function stopped(problems: readonly Problem[]): Plan {
  return { changes: [], problems, output: noOutput }
}

function allocate(
  ledger: Ledger,
  customer: Customer,
  { amount, currency }: { readonly amount: Minor; readonly currency: Currency },
  input: PayInput,
): Allocation | readonly Problem[] {
  if (input.onAccount) return { rule: 'named', shares: [], rest: amount, tied: [] }
  if (input.settles.length > 0)
    return settleNamed(ledger, { customer: customer.id, currency, amount, settles: input.settles })
  return allocateExactThenOldest(openDocuments(ledger, customer.id, currency), amount)
}

function said(payment: JournalRow, allocation: Allocation): Problem[] {
  const { customer, currency } = payment
  const notes: Problem[] = [
    note('payment-planned', { customer, amount: formatAmount(payment.amount, currency), currency, id: payment.id }),
  ]
  if (allocation.rest === 0) return notes
  const rest = formatAmount(allocation.rest, currency)
  if (allocation.tied.length > 0)
    notes.push(note('payment-tied', { rest, currency, numbers: allocation.tied.map((d) => d.number) }))
  else notes.push(note('payment-on-account', { customer, rest, currency }))
  return notes
}

function withoutRate(book: Book, { currency, rate }: JournalRow): Problem[] {
  const own = book.settings.currency
  return currency === own || rate !== '' ? [] : [note('rate-missing', { from: currency, to: own })]
}
