// A quote or pro-forma that is accepted becomes a bill: of the sales that it named, or of sales made of its lines.
import type { Day } from '../../base/day.ts'
import { laterDay } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount, lineAmount } from '../../base/money.ts'
import { note, type Problem, problem, warning } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { survivor } from '../../book/find.ts'
import { type JournalRow, rowIdAt } from '../../book/journal.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRate } from '../../book/rates.ts'
import { depositsApart, openDeposits } from '../../ledger/deposit.ts'
import { discountRow } from '../../ledger/discount.ts'
import { draftBill } from '../../ledger/issue.ts'
import { acceptedBills, quoteSource } from '../../ledger/quotes.ts'
import { unbilledSales } from '../../ledger/unbilled.ts'
import { giveDiscounts } from './discounts.ts'
import { dueSales } from './due-sales.ts'
import { issueAll } from './issue.ts'
import { apart } from './plan.ts'
import { nothing, paperOf } from './show.ts'
import { billWarnings } from './warnings.ts'

export interface AcceptInput {
  /** Number of the quote. */
  readonly number: string
  readonly date?: Day
}

export function planAccept(book: Book, input: AcceptInput, context: Context): Plan {
  const quote = book.quotes.get(input.number)
  if (quote === undefined)
    return nothing([problem('unknown-quote', { number: input.number, known: [...book.quotes.keys()] })])
  const { number } = quote
  const became = acceptedBills(book.bills).get(number)
  if (became !== undefined) return nothing([note('quote-accepted-already', { number, bill: became.number })])
  const date = input.date ?? laterDay(context.today, quote.date)
  if (quote.validUntil !== undefined && date > quote.validUntil)
    return nothing([problem('quote-expired', { number, until: quote.validUntil })])
  const named = book.customers.get(quote.customer)
  if (named === undefined) return nothing([problem('unknown-customer', { name: quote.customer, like: [] })])
  const customer = survivor(book.customers, named)
  const found = quote.kind === 'quote' ? ofQuote(book, customer, quote, date, context) : heldBy(book, quote, context)
  if ('code' in found) return nothing([found])
  return billOf(book, { quote, customer, date, ...found }, context)
}

interface Sales {
  readonly sales: readonly JournalRow[]
  /** Those that are written with the bill. */
  readonly made: readonly JournalRow[]
}

interface Accepted extends Sales {
  readonly quote: Bill
  readonly customer: Customer
  readonly date: Day
}

function billOf(book: Book, { quote, customer, date, sales, made }: Accepted, context: Context): Plan {
  const { currency, number, project, contract } = quote
  const deposits = openDeposits(book.bills, book.settings.tax)
  const about = { ...(project === undefined ? {} : { project }), ...(contract === undefined ? {} : { contract }) }
  const projects = new Set([...sales.map((s) => s.document), ...(project === undefined ? [] : [project])])
  const place = { customer: customer.id, currency, projects, quotes: new Set([number]) }
  const open = deposits.at(place)
  const drafted = draftBill(book, { customer, currency, date, sales, ...about, deposits: open })
  if (!('totals' in drafted)) return nothing(drafted)
  const { bills, changes } = issueAll(book, { drafts: [{ ...drafted, quote: number }], made }, context)
  const said = [
    ...apart(drafted, depositsApart(drafted.lines, open)),
    ...differs(quote, bills),
    ...billWarnings(book, bills),
  ]
  return {
    changes,
    problems: [
      ...said,
      note('bills-planned', {
        bills: bills.length,
        credits: 0,
        sales: drafted.lines.filter((l) => l.deposit === undefined).length,
      }),
    ],
    output: { tables: [], papers: bills.map(paperOf) },
    ...(said.some((p) => p.severity === 'warning') ? { exit: 1 } : {}),
  }
}

/** Tax changes between a quote and its bill; people should not learn that from the customer. */
function differs(quote: Bill, bills: readonly Bill[]): readonly Problem[] {
  const before = (bill: Bill) => bill.lines.filter((l) => l.deposit === undefined)
  const sumOf = (bill: Bill) => before(bill).reduce((sum, l) => sum + l.amount, 0)
  const rates = (bill: Bill) => [...new Set(before(bill).map((l) => `${l.tax}%`))].sort()
  return bills.flatMap((bill) =>
    sumOf(bill) === sumOf(quote) && rates(bill).join() === rates(quote).join()
      ? []
      : [
          warning('quote-differs', {
            number: quote.number,
            quoted: formatAmount(sumOf(quote), quote.currency),
            billed: formatAmount(sumOf(bill), bill.currency),
            currency: bill.currency,
            rates: rates(bill),
          }),
        ],
  )
}

/**
 * The sales of a quote. Where it was accepted before and its bill voided, they are there already, and those that no live bill holds are billed
 * again; a problem where all of them are on another bill.
 */
function ofQuote(book: Book, customer: Customer, quote: Bill, date: Day, context: Context): Sales | Problem {
  const made = soldNow(book, customer, quote, date, context)
  const ids = new Set<string>(made.sales.map((s) => s.id))
  if (!isInJournal(book, ids)) return made
  const sales = unbilledSales(book, date).filter((s) => ids.has(s.id))
  if (sales.length > 0) return { sales, made: [] }
  const bill = [...book.bills.values()].findLast(
    (b) => b.kind === 'bill' && b.lines.some((l) => l.sales.some((id) => ids.has(id))),
  )
  const { number } = quote
  return bill === undefined
    ? problem('quote-outdated', { number, sales: [...ids] })
    : note('quote-accepted-already', { number, bill: bill.number })
}

function isInJournal({ journal }: Book, ids: ReadonlySet<string>): boolean {
  for (let i = 0; i < journal.length; i++) if (ids.has(rowIdAt(journal, i))) return true
  return false
}

/** Each line of a quote as a sale of the day, with what comes off it beside it; ids follow from the quote, so that two branches agree. */
function soldNow(book: Book, customer: Customer, quote: Bill, date: Day, context: Context): Sales {
  const { currency, number } = quote
  const made = quote.lines.flatMap((line, i) => {
    const sale: JournalRow = {
      id: rowId(context.hash, ['quote', number, String(i + 1)]),
      date,
      kind: 'sale',
      customer: customer.id,
      document: quote.project ?? '',
      of: '',
      item: line.item ?? '',
      quantity: line.quantity,
      price: line.price,
      tax: null,
      amount: lineAmount(exact(line.quantity), exact(line.price), currency),
      currency,
      rate: bookedRate(book, currency, date),
      due: null,
      reason: '',
      source: quoteSource + number,
      method: '',
      memo: line.description === line.item ? '' : line.description,
    }
    const off = (line.allowances ?? []).flatMap(
      (a) => discountRow(sale, { name: a.reason, percent: a.percent ?? '0' }, context.hash) ?? [],
    )
    return [sale, ...off]
  })
  return { sales: made, made }
}

/** The sales that a pro-forma names, as far as they are still to be billed as they were. */
function heldBy(book: Book, quote: Bill, context: Context): Sales | Problem {
  const wanted = new Set(quote.lines.flatMap((l) => l.sales))
  const wish = { upTo: quote.date, named: true, ids: new Set([quote.customer]) }
  const due = dueSales(book, wish, context)
  const given = giveDiscounts(book, due.sales, { date: quote.date, percent: percentOf(quote) }, context.hash)
  const all = [...due.sales, ...given.rows].filter((s) => wanted.has(s.id))
  if (all.length < wanted.size) {
    const found = new Set(all.map((s) => s.id))
    return problem('quote-outdated', { number: quote.number, sales: [...wanted].filter((id) => !found.has(id)) })
  }
  return { sales: all, made: [...due.made, ...given.rows] }
}

/** The percent that was given on the whole of a pro-forma, if any. */
function percentOf(quote: Bill): string | undefined {
  const all = quote.lines.flatMap((l) => l.allowances ?? [])
  return all.find((a) => a.reason === 'agreed')?.percent
}
