// Money received: the payment row, and the rows that set it against what the customer owes.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { note, type Problem, problem } from '../../base/problem.ts'
import { type About, PartTooSmall } from '../../book/about.ts'
import { policyOf } from '../../book/allocation.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import type { Customers } from '../../book/customers.ts'
import { findCustomer } from '../../book/find.ts'
import type { JournalRow } from '../../book/journal.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { type Allocation, allocateBy, openDocuments } from '../../ledger/allocate.ts'
import { discountRow, type EarlyDiscount, earlyDiscount } from '../../ledger/early.ts'
import { applyRows, enterRow, ledgerOfCustomer, readPositive, wholeLedger } from '../../ledger/enter.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { settleAbroad } from './abroad.ts'
import { areKnown, currencyOfNamed, settleNamed } from './named.ts'
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
  /** As typed: what the payment comes to in the currency of the documents, where that is another. */
  readonly receives?: string
  readonly method: string
  readonly memo: string
}

export function aboutPayment(customers: Customers, input: PayInput, { romanise }: Context): About | null {
  const customer = findCustomer(customers, input.customer, romanise)
  return customer.ok ? { customers: new Set([customer.value.id]), documents: [] } : null
}

export function planPayment(book: Book, input: PayInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return stopped([customer.problem])
  const date = input.date ?? context.today
  // Named documents may be somebody else's, which has to be said.
  const ledger =
    input.settles.length > 0 ? wholeLedger(book.journal, date) : ledgerOfCustomer(book.journal, customer.value.id, date)
  if (book.rowDays !== undefined && !areKnown(ledger, input.settles)) throw new PartTooSmall()
  const named = currencyOfNamed(ledger, input.settles)
  if (!named.ok) return stopped([named.problem])
  const currency = input.currency ?? named.value ?? customer.value.currency ?? book.settings.currency
  const read = readPositive(input.amount, currency, 'AMOUNT')
  if (!read.ok) return stopped([read.problem])
  const amount = read.value
  const payment = enterRow(
    { id: context.freshId(0), date, kind: 'payment', customer: customer.value.id, amount, currency },
    { method: input.method, memo: input.memo, rate: bookedRate(book, currency, date) },
  )
  if (named.value !== null && named.value !== currency) {
    const abroad = { payment, to: named.value, settles: input.settles, receives: input.receives }
    return exchangedPlan(payment, settleAbroad(book, ledger, abroad, context))
  }
  if (input.receives !== undefined) return stopped([problem('receives-own-currency', { currency })])
  const early = takenEarly(book, ledger, { customer: customer.value, amount, currency, date }, input)
  const allocation =
    early === null
      ? allocate(book, ledger, { customer: customer.value, amount, currency }, input)
      : wholly(early, amount)
  if (!('shares' in allocation)) return stopped(allocation)
  const applied = applyRows(book.journal, context.hash, { source: payment.id, date, shares: allocation.shares })
  return {
    changes: [payment, ...applied, ...(early === null ? [] : [discountRow(payment, early, context.hash)])].map(
      (row) => ({ change: 'addRow', row }),
    ),
    problems: [
      ...said(payment, allocation),
      ...openElsewhere(ledger, payment, allocation),
      ...discounted(early, currency),
      ...withoutRate(book, payment),
    ],
    output: allocation.shares.length === 0 ? noOutput : { tables: [settledTable(allocation.shares, early)] },
  }
}

function exchangedPlan(payment: JournalRow, found: ReturnType<typeof settleAbroad>): Plan {
  if (!('rows' in found)) return stopped(found)
  const { customer, id, currency } = payment
  const { rest, shares } = found.allocation
  const to = shares[0]?.document.currency ?? currency
  const planned = note('payment-planned', { customer, amount: formatAmount(payment.amount, currency), currency, id })
  const kept = rest === 0 ? [] : [note('payment-on-account', { customer, rest: formatAmount(rest, to), currency: to })]
  return {
    changes: [payment, ...found.rows].map((row) => ({ change: 'addRow', row })),
    problems: [planned, ...found.notes, ...kept],
    output: { tables: [settledTable(shares)] },
  }
}

function stopped(problems: readonly Problem[]): Plan {
  return { changes: [], problems, output: noOutput }
}

/** The bill that the amount settles less its early-payment discount, among those named, or among all that are open. */
function takenEarly(
  book: Book,
  ledger: Ledger,
  payment: { readonly customer: Customer; readonly amount: Minor; readonly currency: Currency; readonly date: Day },
  input: PayInput,
): EarlyDiscount | null {
  if (input.onAccount) return null
  if (input.settles.length === 0 && policyOf(book.settings, payment.customer) === 'explicit') return null
  const named = new Set(input.settles)
  const open = openDocuments(ledger, payment.customer.id, payment.currency)
  return earlyDiscount(named.size === 0 ? open : open.filter((d) => named.has(d.number)), book.bills, payment)
}

function wholly({ document }: EarlyDiscount, amount: Minor): Allocation {
  return { rule: 'exact', shares: [{ document, amount }], rest: 0, tied: [] }
}

function discounted(early: EarlyDiscount | null, currency: Currency): readonly Problem[] {
  if (early === null) return []
  const amount = formatAmount(early.discount, currency)
  return [note('discount-taken', { number: early.document.number, amount, currency, until: early.until })]
}

function allocate(
  book: Book,
  ledger: Ledger,
  { customer, amount, currency }: { readonly customer: Customer; readonly amount: Minor; readonly currency: Currency },
  input: PayInput,
): Allocation | readonly Problem[] {
  if (input.onAccount) return { rule: 'named', shares: [], rest: amount, tied: [] }
  if (input.settles.length > 0)
    return settleNamed(ledger, { customer: customer.id, currency, amount, settles: input.settles })
  return allocateBy(policyOf(book.settings, customer), openDocuments(ledger, customer.id, currency), amount)
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

/** Nothing is open in the currency of the money, but in another. */
function openElsewhere(ledger: Ledger, { customer, currency }: JournalRow, { rule }: Allocation): Problem[] {
  if (rule !== 'nothing-open') return []
  const open = ledger.documentsOf(customer).filter((d) => d.open > 0 && d.currency !== currency)
  const [first] = open
  if (first === undefined) return []
  const documents = open.slice(0, 5).map((d) => `${d.number} ${formatAmount(d.open, d.currency)} ${d.currency}`)
  return [note('open-in-other-currency', { customer, currency, documents, number: first.number })]
}

function withoutRate(book: Book, { currency, rate }: JournalRow): Problem[] {
  const own = book.settings.currency
  return currency === own || rate !== '' ? [] : [note('rate-missing', { from: currency, to: own })]
}
