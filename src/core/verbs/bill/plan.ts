// The bill run: what was delivered and what contracts charge, less what live documents hold, becomes one bill per account.
import { addDays, type Day, earlierDay } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import type { Period } from '../../base/period.ts'
import { note, type Problem, warning } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import { findCustomer } from '../../book/find.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { depositsApart, openDeposits } from '../../ledger/deposit.ts'
import { type Draft, draftBill } from '../../ledger/issue.ts'
import { isTakenBack } from '../../ledger/negative-bill.ts'
import { type Account, accountsOf, placeOf } from './accounts.ts'
import { giveDiscounts } from './discounts.ts'
import { dueSales } from './due-sales.ts'
import { issueAll } from './issue.ts'
import { withinLimits } from './limit.ts'
import { proformaPlan } from './proforma.ts'
import { nothing } from './show.ts'
import { billsOutput } from './table.ts'
import { billWarnings, expiringContracts } from './warnings.ts'

export interface BillInput {
  /** As people name customers; empty means all, each up to his last bill day. */
  readonly customers: readonly string[]
  /** Only sales before its end are billed; unless said, all up to the bill's day. */
  readonly period?: Period
  /** The bill's day; today unless said. */
  readonly date?: Day
  /** Percent off everything that these bills hold, but for contracts; exact decimal text. */
  readonly discount?: string
  /** Pro-forma documents instead of bills: nothing is claimed, and the sales stay to be billed. */
  readonly proforma?: boolean
  /** Pro-forma: the last day on which it can be accepted. */
  readonly validUntil?: Day
  /** Deposits are not taken off. */
  readonly keepDeposits?: boolean
}

export function planBills(book: Book, input: BillInput, context: Context): Plan {
  const chosen = chooseCustomers(book, input.customers, context)
  if ('problems' in chosen) return nothing(chosen.problems)
  const date = input.date ?? context.today
  const end = input.period === undefined ? date : addDays(input.period.until, -1)
  const upTo = earlierDay(end, date)
  const named = input.customers.length > 0
  const { sales, made } = dueSales(book, { upTo, named, ids: chosen.ids }, context)
  const given = giveDiscounts(book, sales, { date, percent: input.discount }, context.hash)
  if (given.problems.length > 0) return nothing(given.problems)
  const { accounts, unknown } = accountsOf(book, [...sales, ...given.rows])
  const deposits = openDeposits(input.keepDeposits === true ? new Map() : book.bills, book.settings.tax)
  const drafts: Draft[] = []
  const problems: Problem[] = [...unknown]
  for (const account of accounts) {
    const place = placeOf(book, account)
    const open = deposits.at(place)
    const drafted = draftBill(book, { ...account, date, deposits: open })
    if ('totals' in drafted) {
      const draft = ofQuote(book, drafted, place.quotes)
      problems.push(...apart(draft, depositsApart(draft.lines, open)))
      const waiting = waits(book, draft, named)
      if (waiting === null) drafts.push(draft)
      else problems.push(waiting)
      if (waiting === null) deposits.take(draft.lines)
    } else problems.push(...drafted.map((p) => parked(p, account, named)))
  }
  const own = [...made, ...given.rows]
  if (input.proforma === true) return proformaPlan(book, drafts, { ...input, problems })
  const within = withinLimits(book, drafts, { date, made: own, parked: (p, draft) => parked(p, draft, named) })
  const { bills, changes } = issueAll(book, { drafts: within.drafts, made: own }, context)
  const warned = [...problems, ...billWarnings(book, bills), ...within.problems]
  return {
    changes,
    problems: [
      ...warned,
      ...withoutRate(book, bills),
      ...(named ? [] : expiringContracts(book, context.today)),
      ...summary(bills, warned),
    ],
    output: billsOutput(book, bills),
    ...(warned.some((p) => p.severity === 'warning') ? { exit: 1 } : {}),
    confirm: bills.length > 1 || drafts.some((d) => d.sales.some(isTakenBack)),
  }
}

function chooseCustomers(
  book: Book,
  names: readonly string[],
  context: Context,
): { readonly ids: ReadonlySet<string> | null } | { readonly problems: readonly Problem[] } {
  if (names.length === 0) return { ids: null }
  const found = names.map((name) => findCustomer(book.customers, name, context.romanise))
  const problems = found.flatMap((f) => (f.ok ? [] : [f.problem]))
  if (problems.length > 0) return { problems }
  return { ids: new Set(found.flatMap((f) => (f.ok ? [f.value.id] : []))) }
}

/** One customer whose bill cannot be made does not keep the others from theirs, unless somebody asked for exactly this one. */
function parked(found: Problem, account: Pick<Account, 'customer'>, named: boolean): Problem {
  const said = { ...found, where: found.where ?? { file: `customers/${account.customer.id}.yaml` } }
  return named ? said : { ...said, severity: 'warning' }
}

/** Why a bill waits for the next sales: they cancel one another, or come to less than the book's minimum and nobody asked for just him. */
function waits(book: Book, draft: Draft, named: boolean): Problem | null {
  const { customer, currency, totals, lines } = draft
  const { minimumBill } = book.settings
  const params = { customer: customer.id, currency, count: lines.length }
  // A bill that deposits cover is a bill all the same.
  if (lines.some((l) => l.deposit !== undefined)) return null
  if (totals.total === 0) return note('nothing-left-to-bill', params)
  if (named || minimumBill === undefined || currency !== book.settings.currency) return null
  if (totals.total < 0 || totals.total >= minimumBill) return null
  const amount = formatAmount(totals.total, currency)
  return note('below-minimum-bill', { ...params, amount, minimum: formatAmount(minimumBill, currency) })
}

/** A bill with sales of one accepted quote, billed again after its first bill was voided, is what the quote became. */
function ofQuote(book: Book, draft: Draft, quotes: ReadonlySet<string>): Draft {
  const [quote, more] = [...quotes].filter((number) => book.quotes.get(number)?.kind === 'quote')
  return quote === undefined || more !== undefined ? draft : { ...draft, quote }
}

/** Deposits that stay where they are, because they and the bill are not both within the scope of tax. */
export function apart({ customer }: Draft, numbers: readonly string[]): readonly Problem[] {
  return numbers.map((number) => warning('deposit-outside-scope', { number, customer: customer.id }))
}

function summary(bills: readonly Bill[], problems: readonly Problem[]): readonly Problem[] {
  if (bills.length === 0) return problems.some((p) => p.severity !== 'note') ? [] : [note('nothing-to-bill', {})]
  const sales = bills.reduce((n, bill) => n + bill.lines.filter((l) => l.deposit === undefined).length, 0)
  const credits = bills.filter((b) => b.kind === 'credit')
  const planned = note('bills-planned', { bills: bills.length - credits.length, credits: credits.length, sales })
  return [planned]
}

/** Bills in a currency that rates.csv does not lead to the book's own. */
function withoutRate(book: Book, bills: readonly Bill[]): readonly Problem[] {
  const own = book.settings.currency
  const missing = new Set(
    bills.filter((b) => b.currency !== own && bookedRate(book, b.currency, b.date) === '').map((b) => b.currency),
  )
  return [...missing].sort().map((from) => note('rate-missing', { from, to: own }))
}
