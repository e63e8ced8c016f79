// Deposits: bills for money before what it is for is billed.
import type { Day } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { formatAmount, type Minor, parseAmount, roundToMinor, share, toExact } from '../../base/money.ts'
import { isProblem, type Problem, problem } from '../../base/problem.ts'
import type { Bill, BillLine } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { findItem } from '../../book/price.ts'
import { billRows, documentNumbers, draftOf, issueBill, taxRate, termsOf } from '../../ledger/issue.ts'
import { documentPlan, nothing } from './show.ts'

export interface DepositInput {
  readonly customer: string
  /** An amount with its tax, or percent of a quote: `30%`. */
  readonly amount: string
  /** The quote or pro-forma that it is for. */
  readonly quote?: string
  /** Says what it is called and how it is taxed; the customer's or book's usual rate without it. */
  readonly item?: string
  readonly project?: string
  readonly date?: Day
}

/** A deposit is a bill: it has a number, tax and a due day, and is paid and chased like any other. */
export function planDeposit(book: Book, input: DepositInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return nothing([customer.problem])
  const date = input.date ?? context.today
  const quote = input.quote === undefined ? undefined : book.quotes.get(input.quote)
  if (input.quote !== undefined && quote === undefined)
    return nothing([problem('unknown-quote', { number: input.quote, known: [...book.quotes.keys()] })])
  if (quote !== undefined && quote.customer !== customer.value.id)
    return nothing([problem('quote-of-another', { number: quote.number, customer: quote.customer })])
  const currency = quote?.currency ?? customer.value.currency ?? book.settings.currency
  const amount = depositAmount(input.amount, quote, currency)
  if (typeof amount !== 'number') return nothing([amount])
  const lines = depositedLines(book, { customer: customer.value, input, amount, quote, date })
  const terms = termsOf(book.settings, customer.value, date)
  if (isProblem(lines)) return nothing([lines])
  if (isProblem(terms)) return nothing([terms])
  const project = input.project ?? quote?.project
  const settings = { ...book.settings, tax: { ...book.settings.tax, mode: 'gross', rounding: 'group' } as const }
  const drafted = draftOf(
    settings,
    {
      customer: customer.value,
      currency,
      date,
      sales: [],
      deposit: true,
      ...(project === undefined ? {} : { project }),
      ...(quote === undefined ? {} : { quote: quote.number }),
    },
    lines,
    terms,
  )
  if (isProblem(drafted)) return nothing([drafted])
  const bill = issueBill(settings, drafted, documentNumbers(book)('bill', customer.value, date))
  return documentPlan(bill, billRows(book, bill, context.hash))
}

/** In minor units, tax included. */
function depositAmount(text: string, quote: Bill | undefined, currency: Bill['currency']): Minor | Problem {
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text.trim())?.[1]
  if (percent !== undefined && quote === undefined) return problem('deposit-without-quote', { text })
  const amount =
    percent !== undefined && quote !== undefined
      ? roundToMinor(toExact(quote.total, currency).times(percent).div(100), currency)
      : parseAmount(text, currency)
  if (typeof amount !== 'number') return problem('not-a-deposit', { text, currency })
  if (amount <= 0) return problem('bill-not-positive', { amount: formatAmount(amount, currency), currency })
  return quote !== undefined && amount > quote.total
    ? problem('deposit-beyond-quote', {
        number: quote.number,
        amount: formatAmount(amount, currency),
        total: formatAmount(quote.total, currency),
        currency,
      })
    : amount
}

/** With a quote the amount is spread over its rates as they weigh in it, largest remainder. */
function depositedLines(
  book: Book,
  of: {
    readonly customer: Customer
    readonly input: DepositInput
    readonly amount: Minor
    readonly quote: Bill | undefined
    readonly date: Day
  },
): readonly BillLine[] | Problem {
  const { customer, input, amount, quote, date } = of
  const found = input.item === undefined ? null : findItem(book.items, input.item)
  if (found !== null && !found.ok) return found.problem
  const item = found?.value
  const currency = quote?.currency ?? customer.currency ?? book.settings.currency
  const description = item?.name ?? quote?.number ?? input.project ?? ''
  const lineOf = (part: Minor, tax: Pick<BillLine, 'tax' | 'category' | 'exemption'>): BillLine => ({
    ...(item === undefined ? {} : { item: item.id }),
    description,
    quantity: '1',
    price: formatAmount(part, currency),
    amount: part,
    ...tax,
    sales: [],
  })
  if (item === undefined && quote !== undefined) {
    const weights = quote.taxes.map((g) => exact(Math.max(0, g.net + g.amount)))
    const shares = share(amount, weights)
    return quote.taxes.flatMap(({ tax, category }, i) => {
      const why = quote.lines.find((l) => l.category === category && l.exemption !== undefined)?.exemption
      const part = shares[i] ?? 0
      return part === 0 ? [] : [lineOf(part, { tax, category, ...(why === undefined ? {} : { exemption: why }) })]
    })
  }
  const tax = taxRate(book.settings, customer, { itemTax: item?.tax, date })
  return isProblem(tax) ? tax : [lineOf(amount, tax)]
}
