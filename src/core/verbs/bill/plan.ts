// The bill run: sales delivered and not yet billed become one bill per customer and currency.
import type { Currency } from '../../base/currency.ts'
import { addDays, type Day, earlierDay } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import type { Period } from '../../base/period.ts'
import { note, type Problem, warning } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { onOpenDay } from '../../book/close.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer } from '../../book/find.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Paper } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { beyondLimits } from '../../ledger/exposure.ts'
import { billNumberer, billRows, type Draft, draftBill, issueBill } from '../../ledger/issue.ts'
import { openLedger } from '../../ledger/ledger.ts'
import { unbilledSales } from '../../ledger/unbilled.ts'
import { contractSales, isUsage, survivorId } from './contracts.ts'
import { billsTable } from './table.ts'

export interface BillInput {
  /** As people name customers; empty means all. */
  readonly customers: readonly string[]
  /** Only sales before its end are billed; unless said, all up to the bill's day. */
  readonly period?: Period
  /** The bill's day; today unless said. */
  readonly date?: Day
}

/** More bills than these are shown as a table only; `crm show NUMBER` prints one. */
const mostPapers = 5

/** Sales of one customer in one currency. */
interface Account {
  readonly customer: Customer
  readonly currency: Currency
  readonly sales: readonly JournalRow[]
}

export function planBills(book: Book, input: BillInput, context: Context): Plan {
  const chosen = chooseCustomers(book, input.customers, context)
  if ('problems' in chosen) return nothing(chosen.problems)
  const date = input.date ?? context.today
  const end = input.period === undefined ? date : addDays(input.period.until, -1)
  const upTo = earlierDay(end, date)
  const wanted = (id: string) => chosen.ids === null || chosen.ids.has(survivorId(book, id))
  const sold = unbilledSales(book, upTo, wanted)
  const charged = contractSales(book, upTo, wanted, context)
  const { accounts, unknown } = accountsOf(book, [...sold.filter((s) => !isUsage(book, s)), ...charged])
  const drafts: Draft[] = []
  const problems: Problem[] = [...unknown]
  for (const account of accounts) {
    const draft = draftBill(book, { ...account, date })
    if ('totals' in draft) {
      const waiting = waits(book, draft, input.customers.length > 0)
      if (waiting === null) drafts.push(draft)
      else problems.push(waiting)
    } else problems.push(...draft.map((p) => parked(p, account, input.customers.length > 0)))
  }
  const within = withinLimits(book, drafts, { date, charged, named: input.customers.length > 0 })
  return issued(book, { drafts: within.drafts, problems: [...problems, ...within.problems], charged }, context)
}

/** Bills of customers beyond their limit are issued with a warning, or not at all, as the book says. Contract charges count too. */
function withinLimits(
  book: Book,
  drafts: readonly Draft[],
  { date, charged, named }: { readonly date: Day; readonly charged: readonly JournalRow[]; readonly named: boolean },
): { readonly drafts: readonly Draft[]; readonly problems: readonly Problem[] } {
  const customers = [...new Set(drafts.map((d) => d.customer))]
  if (customers.every((c) => c.creditLimit === undefined)) return { drafts, problems: [] }
  const sales = [...unbilledSales(book, date), ...charged]
  const { accounts } = openLedger(book.journal, date)
  const { beyond, missing } = beyondLimits(book, customers, { day: date, accounts, sales })
  const problems = drafts.flatMap((d) => {
    const found = beyond.get(d.customer.id)
    if (found === undefined) return []
    return found.severity === 'error' ? [parked(found, d, named)] : [found]
  })
  return {
    drafts: drafts.filter((d) => beyond.get(d.customer.id)?.severity !== 'error'),
    problems: [...new Set(problems), ...missing],
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

/** In order of customer, then currency: the order in which numbers are given out. Sales of a merged customer go to the one it became. */
function accountsOf(book: Book, sales: readonly JournalRow[]): { accounts: Account[]; unknown: Problem[] } {
  const groups = new Map<string, { customer: Customer; currency: Currency; sales: JournalRow[] }>()
  const unknown = new Map<string, number>()
  for (const sale of sales) {
    const customer = book.customers.get(survivorId(book, sale.customer))
    if (customer === undefined) {
      unknown.set(sale.customer, (unknown.get(sale.customer) ?? 0) + 1)
      continue
    }
    const key = `${customer.id} ${sale.currency}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { customer, currency: sale.currency, sales: [sale] })
    else group.sales.push(sale)
  }
  return {
    accounts: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
    unknown: [...unknown]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([customer, count]) => warning('sales-of-nobody', { customer, count })),
  }
}

/** One customer whose bill cannot be made does not keep the others from theirs, unless somebody asked for exactly this one. */
function parked(found: Problem, account: Pick<Account, 'customer'>, named: boolean): Problem {
  const said = { ...found, where: found.where ?? { file: `customers/${account.customer.id}.yaml` } }
  return named ? said : { ...said, severity: 'warning' }
}

/**
 * Why a bill waits for the next sales: returns outweigh the sales, or cancel them; or it is below the book's minimum and nobody asked for
 * just this customer. Null: it is issued.
 */
function waits(book: Book, draft: Draft, named: boolean): Problem | null {
  const { customer, currency, totals, lines } = draft
  const { minimumBill } = book.settings
  const params = { customer: customer.id, currency, count: lines.length }
  if (totals.total === 0) return note('nothing-left-to-bill', params)
  if (totals.total < 0) return note('returns-left-open', { ...params, amount: formatAmount(-totals.total, currency) })
  if (named || minimumBill === undefined || currency !== book.settings.currency || totals.total >= minimumBill)
    return null
  const amount = formatAmount(totals.total, currency)
  return note('below-minimum-bill', { ...params, amount, minimum: formatAmount(minimumBill, currency) })
}

interface Decided {
  readonly drafts: readonly Draft[]
  readonly problems: readonly Problem[]
  /** Rows that contracts make; written only with the bill that holds them. */
  readonly charged: readonly JournalRow[]
}

function issued(book: Book, { drafts, problems, charged }: Decided, context: Context): Plan {
  const made = new Map(charged.map((row) => [row.id, row]))
  const next = billNumberer(book)
  const bills = drafts.map((draft) => issueBill(book.settings, draft, next(draft.date)))
  const changes = bills.flatMap((bill): Change[] => {
    const written = bill.lines.flatMap((line) => line.sales.flatMap((id) => made.get(id) ?? []))
    // A charge names its own days; where their month is closed its row comes on the first open day.
    const charges = onOpenDay(written.map(added), book.closes).changes
    return [{ change: 'issueBill', bill }, ...charges, ...billRows(book, bill, context.hash).map(added)]
  })
  const sales = bills.reduce((n, bill) => n + bill.lines.reduce((m, line) => m + line.sales.length, 0), 0)
  return {
    changes,
    problems: [...problems, ...withoutRate(book, bills), ...summary(bills.length, sales, problems)],
    output: {
      tables: bills.length === 0 ? [] : [billsTable(book, bills)],
      papers: bills.length > mostPapers ? [] : bills.map(paperOf),
    },
    ...(problems.some((p) => p.severity === 'warning') ? { exit: 1 } : {}),
    confirm: bills.length > 1,
  }
}

function added(row: JournalRow): Change {
  return { change: 'addRow', row }
}

function summary(bills: number, sales: number, problems: readonly Problem[]): readonly Problem[] {
  if (bills > 0) return [note('bills-planned', { bills, sales })]
  return problems.some((p) => p.severity !== 'note') ? [] : [note('nothing-to-bill', {})]
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
