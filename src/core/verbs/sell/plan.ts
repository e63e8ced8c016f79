// One sale as entered by a person: the row, and at once its bill and its payment where asked.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { exact } from '../../base/decimal.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount, lineAmount, sum } from '../../base/money.ts'
import { note, ok, type Problem, problem, type Result } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Customer } from '../../book/customer.ts'
import { findCustomer, survivor } from '../../book/find.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { findItem, priceOf } from '../../book/price.ts'
import { bookedRate } from '../../book/rates.ts'
import { usedByContract } from '../../ledger/contract-run.ts'
import { openDeposits } from '../../ledger/deposit.ts'
import { discountRow, wholeBill } from '../../ledger/discount.ts'
import { beyondLimits } from '../../ledger/exposure.ts'
import { billRows, documentNumbers, draftBill, issueBill } from '../../ledger/issue.ts'
import { openLedger } from '../../ledger/ledger.ts'
import { unbilledSales } from '../../ledger/unbilled.ts'

export interface SellInput {
  readonly customer: string
  readonly item: string
  /** Exact decimal text; negative for a return. */
  readonly quantity: string
  /** Exact decimal text in the book's price mode; the catalogue's unless said. */
  readonly price?: string
  /** Percent off, exact decimal text. */
  readonly discount?: string
  readonly date?: Day
  readonly currency?: Currency
  readonly memo: string
  /** What it is for, where bills go by project. */
  readonly project: string
  /** Issue a bill for it at once. */
  readonly bill: boolean
  /** The bill is paid at once, too; implies `bill`. */
  readonly paid: boolean
  readonly method: string
}

export function planSale(book: Book, input: SellInput, context: Context): Plan {
  const customer = findCustomer(book.customers, input.customer, context.romanise)
  if (!customer.ok) return stopped([customer.problem])
  const sale = saleRow(book, customer.value, input, context)
  if (!sale.ok) return stopped([sale.problem])
  const off =
    input.discount === undefined
      ? null
      : discountRow(sale.value, { name: wholeBill, percent: input.discount }, context.hash)
  const sales: Sales = off === null ? [sale.value] : [sale.value, off]
  const { beyond, missing } = input.paid ? unlimited : limitsWith(book, customer.value, sales)
  const refusal = beyond.filter((p) => p.severity === 'error')
  if (refusal.length > 0) return stopped(refusal)
  const plan = soldPlan(book, { customer: customer.value, sales, input }, context)
  const said = [...beyond, ...missing]
  return said.length === 0 ? plan : { ...plan, problems: [...plan.problems, ...said], exit: 1 }
}

/** What is paid at once puts nothing at risk. */
const unlimited = { beyond: [], missing: [] } as const

/** The limit of the customer with everything on no bill yet, this sale among it. */
function limitsWith(book: Book, customer: Customer, added: Sales) {
  const [{ date }] = added
  const whole = survivor(book.customers, customer)
  const sales = [...unbilledSales(book, date), ...added]
  const { accounts } = openLedger(book.journal, date)
  const { beyond, missing } = beyondLimits(book, [whole], { day: date, accounts, sales })
  return { beyond: [...beyond.values()], missing }
}

/** The sale, and the row of its discount. */
type Sales = readonly [JournalRow, ...JournalRow[]]

interface Selling {
  readonly customer: Customer
  readonly sales: Sales
  readonly input: SellInput
}

function soldPlan(book: Book, selling: Selling, context: Context): Plan {
  const { sales, input } = selling
  if (input.bill || input.paid) return withBill(book, selling, context)
  return { changes: sales.map(added), problems: [sold(sales)], output: { tables: [] } }
}

function added(row: JournalRow): Change {
  return { change: 'addRow', row }
}

function stopped(problems: readonly Problem[]): Plan {
  return { changes: [], problems, output: { tables: [] } }
}

/** The sale and what comes off it. */
function sold(sales: Sales): Problem {
  const [{ customer, item, quantity, currency, price }] = sales
  if (price === '') return note('usage-planned', { customer, item, quantity })
  const amount = formatAmount(sum(sales.map((row) => row.amount)), currency)
  return note('sale-planned', { customer, item, quantity, amount, currency })
}

function saleRow(book: Book, customer: Customer, input: SellInput, context: Context): Result<JournalRow> {
  const item = findItem(book.items, input.item)
  if (!item.ok && input.item.trim() === '') return { ok: false, problem: problem('argument-missing', { name: 'item' }) }
  const id = item.ok ? item.value.id : input.item
  const byContract = input.price === undefined && usedByContract(customer, id)
  if (!item.ok && !byContract && (input.price === undefined || item.problem.code === 'ambiguous-item')) return item
  const currency = input.currency ?? customer.currency ?? book.settings.currency
  const date = input.date ?? context.today
  const { quantity } = input
  const listed = item.ok ? priceOf(book.settings, { customer, item: item.value, currency, date, quantity }) : null
  const price = byContract ? '' : (input.price ?? listed)
  if (price === null) return { ok: false, problem: problem('no-price', { item: id, currency }) }
  const row: JournalRow = {
    id: context.freshId(0),
    date,
    kind: 'sale',
    customer: customer.id,
    document: input.project,
    of: '',
    item: id,
    quantity: quantity.replace('+', ''),
    price: price.replace('+', ''),
    tax: null,
    amount: price === '' ? 0 : lineAmount(exact(quantity), exact(price), currency),
    currency,
    rate: bookedRate(book, currency, date),
    due: null,
    reason: '',
    source: '',
    method: '',
    memo: input.memo,
  }
  return ok(row)
}

function withBill(book: Book, { customer, sales, input }: Selling, context: Context): Plan {
  const [sale] = sales
  const { date, currency } = sale
  const projects = new Set(sales.map((s) => s.document).filter((p) => p !== ''))
  const place = { customer: customer.id, currency, projects, quotes: new Set<string>() }
  const deposits = openDeposits(book.bills, book.settings.tax).at(place)
  const draft = draftBill(book, { customer, currency, date, sales, deposits })
  if (!('totals' in draft)) return stopped(draft)
  const covered = draft.totals.total === 0 && draft.lines.some((l) => l.deposit !== undefined)
  if (draft.totals.total <= 0 && !covered) {
    return stopped([problem('bill-not-positive', { amount: formatAmount(draft.totals.total, currency), currency })])
  }
  const bill = issueBill(book.settings, draft, documentNumbers(book)('bill', customer, date))
  const rows = [
    ...sales,
    ...billRows(book, bill, context.hash),
    ...(input.paid && !covered ? paymentRows(bill, input, sale, context) : []),
  ]
  const issued: Change = { change: 'issueBill', bill }
  const total = formatAmount(bill.total, currency)
  return {
    changes: [issued, ...rows.map(added)],
    problems: [
      sold(sales),
      note('bill-planned', { number: bill.number, amount: total, currency, due: bill.instalments.at(-1)?.due ?? date }),
      ...(input.paid && !covered ? [note('paid-at-once', { number: bill.number, amount: total, currency })] : []),
    ],
    output: { tables: [], papers: [{ paper: 'bill', name: bill.number, language: bill.language, bill }] },
  }
}

/** The whole bill received on its own day, and applied to it. */
function paymentRows(bill: Bill, input: SellInput, sale: JournalRow, context: Context): readonly JournalRow[] {
  const id = context.freshId(1)
  const payment: JournalRow = {
    ...sale,
    id,
    kind: 'payment',
    document: '',
    item: '',
    quantity: '',
    price: '',
    amount: bill.total,
    method: input.method,
    memo: '',
  }
  const applied: JournalRow = {
    ...payment,
    id: rowId(context.hash, ['apply', id, bill.number, String(bill.total), '0']),
    kind: 'apply',
    document: bill.number,
    of: id,
    rate: '',
    method: '',
  }
  return [payment, applied]
}
