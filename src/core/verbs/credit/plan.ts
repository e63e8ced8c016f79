// Takes back part or all of a document with a credit note of its own number, or credits a customer on account.
import { type Currency, decimalsOf } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { fail, note, ok, type Problem, problem, type Result } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { creditCustomer, creditDocument, creditRows } from '../../ledger/credit-note.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { readPositive, wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findDocument } from '../../ledger/find.ts'
import type { Ledger } from '../../ledger/ledger.ts'

export interface CreditInput {
  /** A document, or a customer. */
  readonly name: string
  /** As typed, tax included; unless said, what is left of the document. */
  readonly amount?: string
  /** Lines of the document, from 1. */
  readonly lines: readonly number[]
  readonly reason: string
  readonly release: boolean
  readonly date?: Day
  readonly currency?: Currency
}

export function planCredit(book: Book, input: CreditInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const document = findDocument(ledger, input.name)
  const issued = document.ok
    ? aboutDocument(book, ledger, document.value, { ...input, date })
    : aboutCustomer(book, { ...input, date }, context)
  if (issued === null) return refused(document.ok ? [] : [document.problem])
  if (!issued.ok) return refused([issued.problem])
  return planOf(book, issued.value, document.ok ? document.value : null, context)
}

type Dated = CreditInput & { readonly date: Day }

function aboutDocument(book: Book, ledger: Ledger, document: LedgerDocument, input: Dated): Result<Bill> {
  const { number } = document
  const { lines } = input
  if (input.amount !== undefined && lines.length > 0)
    return fail('credit-amount-and-lines', { number, amount: input.amount, lines })
  const amount = readOptional(input.amount, document.currency)
  return amount.ok ? creditDocument(book, ledger, document, { ...input, amount: amount.value }) : amount
}

/** Null where nobody has that name either. */
function aboutCustomer(book: Book, input: Dated, context: Context): Result<Bill> | null {
  const customer = findCustomer(book.customers, input.name, context.romanise)
  if (!customer.ok) return customer.problem.code === 'unknown-customer' ? null : customer
  const flag = input.lines.length > 0 ? '--line' : input.release ? '--release' : null
  if (flag !== null) return fail('credit-needs-document', { name: customer.value.id, flag })
  const currency = input.currency ?? customer.value.currency ?? book.settings.currency
  const amount = readOptional(input.amount, currency)
  if (!amount.ok) return amount
  if (amount.value !== null) return creditCustomer(book, customer.value, { ...input, amount: amount.value, currency })
  const params = { flag: 'AMOUNT', text: '', currency, decimals: decimalsOf(currency) }
  return { ok: false, problem: problem('not-an-amount', params) }
}

function readOptional(text: string | undefined, currency: Currency): Result<Minor | null> {
  return text === undefined ? ok(null) : readPositive(text, currency, 'AMOUNT')
}

function planOf(book: Book, bill: Bill, document: LedgerDocument | null, context: Context): Plan {
  const rows = creditRows(book, bill, document, context.hash)
  const rest = bill.total - (rows[1]?.amount ?? 0)
  const { number, customer, currency } = bill
  const amount = formatAmount(bill.total, currency)
  const said: Problem[] = [note('credit-planned', { number, of: bill.of ?? customer, amount, currency })]
  if (rest > 0) said.push(note('payment-on-account', { customer, rest: formatAmount(rest, currency), currency }))
  const plan = entered(rows, said, [{ change: 'issueBill', bill }])
  const paper = { paper: 'bill', name: number, language: bill.language, bill } as const
  return { ...plan, output: { ...plan.output, papers: [paper] } }
}
