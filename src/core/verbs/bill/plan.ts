// The bill run: what was delivered and what contracts charge, less what live documents hold, becomes one bill per account.
import { addDays, type Day, earlierDay } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import type { Period } from '../../base/period.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import { lastBillDay } from '../../book/bill-day.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Paper } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { type Draft, draftBill } from '../../ledger/issue.ts'
import { isTakenBack } from '../../ledger/negative-bill.ts'
import { unbilledSales } from '../../ledger/unbilled.ts'
import { type Account, accountsOf } from './accounts.ts'
import { contractSales, isUsage, survivorId } from './contracts.ts'
import { giveDiscounts } from './discounts.ts'
import { issueAll } from './issue.ts'
import { withinLimits } from './limit.ts'
import { billsTable } from './table.ts'
import { billWarnings } from './warnings.ts'

export interface BillInput {
  /** As people name customers; empty means all, each up to his last bill day. */
  readonly customers: readonly string[]
  /** Only sales before its end are billed; unless said, all up to the bill's day. */
  readonly period?: Period
  /** The bill's day; today unless said. */
  readonly date?: Day
  /** Percent off everything that these bills hold, but for contracts; exact decimal text. */
  readonly discount?: string
}

/** More bills than these are shown as a table only; `crm show NUMBER` prints one. */
const mostPapers = 5

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
  const drafts: Draft[] = []
  const problems: Problem[] = [...unknown]
  for (const account of accounts) {
    const draft = draftBill(book, { ...account, date })
    if ('totals' in draft) {
      const waiting = waits(book, draft, named)
      if (waiting === null) drafts.push(draft)
      else problems.push(waiting)
    } else problems.push(...draft.map((p) => parked(p, account, named)))
  }
  const own = [...made, ...given.rows]
  const within = withinLimits(book, drafts, { date, made: own, parked: (p, draft) => parked(p, draft, named) })
  const { bills, changes } = issueAll(book, { drafts: within.drafts, made: own }, context)
  const warned = [...problems, ...billWarnings(book, bills), ...within.problems]
  return {
    changes,
    problems: [...warned, ...withoutRate(book, bills), ...summary(bills, warned)],
    output: {
      tables: bills.length === 0 ? [] : [billsTable(book, bills)],
      papers: bills.length > mostPapers ? [] : bills.map(paperOf),
    },
    ...(warned.some((p) => p.severity === 'warning') ? { exit: 1 } : {}),
    confirm: bills.length > 1 || drafts.some((d) => d.sales.some(isTakenBack)),
  }
}

function nothing(problems: readonly Problem[]): Plan {
  return { changes: [], problems, output: { tables: [] } }
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

interface Wish {
  readonly upTo: Day
  /** Somebody asked for just these customers: their bill days are not waited for. */
  readonly named: boolean
  /** Null: all. */
  readonly ids: ReadonlySet<string> | null
}

/** Everything that is to be billed, and which rows of it contracts make now. */
function dueSales(
  book: Book,
  { upTo, named, ids }: Wish,
  context: Context,
): { readonly sales: readonly JournalRow[]; readonly made: readonly JournalRow[] } {
  const wanted = (id: string) => ids === null || ids.has(survivorId(book, id))
  const lastDay = (customer: Customer) =>
    named ? upTo : lastBillDay({ ...book.settings.billing, ...customer.billing }, upTo)
  const made = contractSales(book, lastDay, wanted, context)
  const sold = unbilledSales(book, upTo, wanted).filter((sale) => {
    const customer = book.customers.get(survivorId(book, sale.customer))
    return customer === undefined || sale.date <= lastDay(customer)
  })
  return { sales: [...sold.filter((s) => !isUsage(book, s)), ...made], made }
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
  if (totals.total === 0) return note('nothing-left-to-bill', params)
  if (named || minimumBill === undefined || currency !== book.settings.currency) return null
  if (totals.total < 0 || totals.total >= minimumBill) return null
  const amount = formatAmount(totals.total, currency)
  return note('below-minimum-bill', { ...params, amount, minimum: formatAmount(minimumBill, currency) })
}

function summary(bills: readonly Bill[], problems: readonly Problem[]): readonly Problem[] {
  if (bills.length === 0) return problems.some((p) => p.severity !== 'note') ? [] : [note('nothing-to-bill', {})]
  const sales = bills.reduce((n, bill) => n + bill.lines.length, 0)
  const credits = bills.filter((b) => b.kind === 'credit')
  const planned = note('bills-planned', { bills: bills.length - credits.length, credits: credits.length, sales })
  return [planned]
}

function paperOf(bill: Bill): Paper {
  return { paper: 'bill', name: bill.number, language: bill.language, bill }
}

/** Bills in a currency that rates.csv does not lead to the book's own. */
function withoutRate(book: Book, bills: readonly Bill[]): readonly Problem[] {
  const own = book.settings.currency
  const missing = new Set(
    bills.filter((b) => b.currency !== own && bookedRate(book, b.currency, b.date) === '').map((b) => b.currency),
  )
  return [...missing].sort().map((from) => note('rate-missing', { from, to: own }))
}
