// What is at risk with a customer: the balance, and the sales that are on no bill yet, with their tax, against the credit limit.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { formatAmount, type Minor, safe, sum } from '../base/money.ts'
import { type Problem, problem, type Severity, warning } from '../base/problem.ts'
import type { Book } from '../book/book.ts'
import { type Converter, converter } from '../book/converter.ts'
import type { Customer, CustomerId } from '../book/customer.ts'
import { survivor } from '../book/find.ts'
import type { JournalRow } from '../book/journal.ts'
import type { Account } from './accounts.ts'
import { draftBill } from './issue.ts'

/** In the currency of the limit: the customer's, else the book's. Other currencies at the rates of the day. */
export interface Exposure {
  readonly customer: CustomerId
  readonly currency: Currency
  /** Open less what is on account. */
  readonly balance: Minor
  readonly unbilled: Minor
  /** balance + unbilled */
  readonly exposure: Minor
  /** Null: no limit. */
  readonly limit: Minor | null
  /** Currencies without a rate of that day; their amounts are not in the sums. */
  readonly missing: readonly Currency[]
}

export interface ExposureInput {
  readonly day: Day
  /** Of the customer, as of the day. */
  readonly balances: readonly Amount[]
  /** His sales that are on no bill. */
  readonly sales: readonly JournalRow[]
}

/** The same of everybody. */
export interface ExposuresInput {
  readonly day: Day
  readonly accounts: readonly Account[]
  readonly sales: readonly JournalRow[]
}

interface Amount {
  readonly currency: Currency
  readonly amount: Minor
}

export function exposureOf(book: Book, customer: Customer, { day, balances, sales }: ExposureInput): Exposure {
  const currency = customer.currency ?? book.settings.currency
  const rates = converter(book.rates, currency, day)
  const balance = converted(rates, balances)
  const unbilled = converted(rates, billable(book, customer, day, sales))
  return {
    customer: customer.id,
    currency,
    balance,
    unbilled,
    exposure: safe(balance + unbilled),
    limit: customer.creditLimit ?? null,
    missing: rates.missing(),
  }
}

/** Of several customers, each with what belongs to those who were merged into him. */
export function exposuresOf(
  book: Book,
  customers: readonly Customer[],
  { day, accounts, sales }: ExposuresInput,
): readonly Exposure[] {
  const his = new Map(customers.map((c) => [c.id, { balances: [] as Amount[], sales: [] as JournalRow[] }]))
  for (const { customer, currency, balance } of accounts)
    his.get(survivorOf(book, customer))?.balances.push({ currency, amount: balance })
  for (const sale of sales) his.get(survivorOf(book, sale.customer))?.sales.push(sale)
  return customers.map((c) => exposureOf(book, c, { day, ...(his.get(c.id) ?? { balances: [], sales: [] }) }))
}

function survivorOf(book: Book, id: CustomerId): CustomerId {
  const customer = book.customers.get(id)
  return customer === undefined ? id : survivor(book.customers, customer).id
}

function converted(rates: Converter, amounts: readonly Amount[]): Minor {
  return sum(amounts.map((a) => rates.convert(a.amount, a.currency) ?? 0))
}

/** What a bill over the sales would come to, per currency; the bare amounts where it could not be made. Usage without a price waits for it. */
function billable(book: Book, customer: Customer, date: Day, sales: readonly JournalRow[]): Amount[] {
  const groups = new Map<Currency, JournalRow[]>()
  for (const sale of sales) {
    if (sale.price === '' && sale.amount === 0) continue
    const group = groups.get(sale.currency)
    if (group === undefined) groups.set(sale.currency, [sale])
    else group.push(sale)
  }
  return [...groups].map(([currency, list]) => {
    const draft = draftBill(book, { customer, currency, date, sales: list })
    return { currency, amount: 'totals' in draft ? draft.totals.total : sum(list.map((s) => s.amount)) }
  })
}

/** Customers beyond their limit, by id, as serious as the book wants it; nobody where it does not look. Rates that this needs are said. */
export function beyondLimits(
  book: Book,
  customers: readonly Customer[],
  input: ExposuresInput,
): { readonly beyond: ReadonlyMap<CustomerId, Problem>; readonly missing: readonly Problem[] } {
  const { creditLimits } = book.settings
  const limited = creditLimits === 'off' ? [] : customers.filter((c) => c.creditLimit !== undefined)
  const exposures = limited.length === 0 ? [] : exposuresOf(book, limited, input)
  const severity: Severity = creditLimits === 'refuse' ? 'error' : 'warning'
  const missing = new Map<string, Problem>()
  for (const { currency: to, missing: currencies } of exposures)
    for (const from of currencies) missing.set(`${from} ${to}`, warning('rate-needed', { from, to, day: input.day }))
  const beyond = exposures.flatMap((e): [CustomerId, Problem][] => {
    const found = limitProblem(e)
    return found === null ? [] : [[e.customer, { ...found, severity }]]
  })
  return { beyond: new Map(beyond), missing: [...missing.values()] }
}

function limitProblem({ customer, currency, limit, balance, unbilled, exposure }: Exposure): Problem | null {
  if (limit === null || exposure <= limit) return null
  const text = (amount: Minor) => formatAmount(amount, currency)
  return problem('over-credit-limit', {
    customer,
    currency,
    exposure: text(exposure),
    balance: text(balance),
    unbilled: text(unbilled),
    limit: text(limit),
    over: text(exposure - limit),
  })
}
