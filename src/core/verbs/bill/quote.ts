// Quotes: what a bill of things that are not sold yet would be, in lines that a person names.
import { type Day, laterDay } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { formatAmount, lineAmount, roundToMinor, safe, toExact } from '../../base/money.ts'
import { isProblem, note, type Problem, problem } from '../../base/problem.ts'
import type { Bill, BillLine, QuoteKind } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { findItem, priceOf } from '../../book/price.ts'
import { unitCodeOf } from '../../book/unit-code.ts'
import { wholeBill } from '../../ledger/discount.ts'
import { type Draft, documentNumbers, draftOf, issueBill, taxRate, termsOf } from '../../ledger/issue.ts'
import { nothing, paperOf } from './show.ts'

/** One thing that is offered: an item, how many (1 unless said) and the price of one (the catalogue's unless said). */
export interface QuoteLine {
  readonly item: string
  /** Exact decimal text. */
  readonly quantity: string
  readonly price?: string
}

export interface QuoteInput {
  readonly customer: string
  /** At least one. */
  readonly lines: readonly QuoteLine[]
  readonly date?: Day
  readonly validUntil?: Day
  /** Percent off every line, exact decimal text. */
  readonly discount?: string
  readonly project?: string
}

/** A quote: what a bill of these things would be. It claims nothing and moves nothing. */
export function planQuote(book: Book, input: QuoteInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return nothing([customer.problem])
  const date = input.date ?? context.today
  const made = input.lines.map((line) => quotedLine(book, customer.value, line, { ...input, date }))
  const terms = termsOf(book.settings, customer.value, date)
  const problems = [...made.filter(isProblem), ...(isProblem(terms) ? [terms] : [])]
  if (problems.length > 0 || isProblem(terms)) return nothing(problems)
  const lines = made.flatMap((line) => (isProblem(line) ? [] : [line]))
  const currency = customer.value.currency ?? book.settings.currency
  const about = input.project === undefined ? {} : { project: input.project }
  const drafted = draftOf(
    book.settings,
    { customer: customer.value, currency, date, sales: [], ...about },
    lines,
    terms,
  )
  if (isProblem(drafted)) return nothing([drafted])
  const { total } = drafted.totals
  if (total <= 0) return nothing([problem('bill-not-positive', { amount: formatAmount(total, currency), currency })])
  const valid = input.validUntil === undefined ? {} : { validUntil: input.validUntil }
  return quoted(
    issueQuote(book, drafted, {
      kind: 'quote',
      number: documentNumbers(book)('quote', customer.value, date),
      ...valid,
    }),
  )
}

/** A draft as a quote or pro-forma document; one that is valid until a day before its own is valid for that day. */
export function issueQuote(
  book: Book,
  draft: Draft,
  { kind, number, validUntil }: { readonly kind: QuoteKind; readonly number: string; readonly validUntil?: Day },
): Bill {
  const bill = issueBill(book.settings, draft, number, kind)
  return validUntil === undefined ? bill : { ...bill, validUntil: laterDay(validUntil, draft.date) }
}

function quoted(bill: Bill): Plan {
  const said = note('quote-planned', {
    number: bill.number,
    customer: bill.customer,
    amount: formatAmount(bill.total, bill.currency),
    currency: bill.currency,
  })
  return { changes: [{ change: 'issueBill', bill }], problems: [said], output: { tables: [], papers: [paperOf(bill)] } }
}

function quotedLine(
  book: Book,
  customer: Customer,
  { item: name, quantity, price: said }: QuoteLine,
  { date, discount }: { readonly date: Day; readonly discount?: string },
): BillLine | Problem {
  const found = findItem(book.items, name)
  if (!found.ok && (said === undefined || found.problem.code === 'ambiguous-item')) return found.problem
  const item = found.ok ? found.value : undefined
  const currency = customer.currency ?? book.settings.currency
  const price =
    said ?? (item === undefined ? null : priceOf(book.settings, { customer, item, currency, date, quantity }))
  if (price === null) return problem('no-price', { item: item?.id ?? name, currency })
  const tax = taxRate(book.settings, customer, { itemTax: item?.tax, date })
  if (isProblem(tax)) return tax
  const whole = lineAmount(exact(quantity), exact(price), currency)
  const off = discount === undefined ? 0 : roundToMinor(toExact(whole, currency).times(discount).div(100), currency)
  const unitCode = item?.unitCode ?? unitCodeOf(item?.unit)
  return {
    item: item?.id ?? name,
    description: item?.name ?? name,
    quantity,
    ...(item?.unit === undefined ? {} : { unit: item.unit }),
    ...(unitCode === undefined ? {} : { unitCode }),
    price,
    amount: safe(whole - off),
    ...(off === 0
      ? {}
      : { allowances: [{ reason: wholeBill, percent: exact(discount ?? '0').toFixed(), amount: off }] }),
    ...tax,
    sales: [],
  }
}
