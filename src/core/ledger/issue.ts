// From sales of one customer in one currency to an issued bill: lines, tax, total, instalments, and the rows that put it in the journal.
import type { Currency } from '../base/currency.ts'
import { type Day, laterDay } from '../base/day.ts'
import { exact, formatDecimal } from '../base/decimal.ts'
import { type Hash, rowId } from '../base/id.ts'
import { type Minor, share, toExact } from '../base/money.ts'
import { isProblem, type Problem, problem, type Where } from '../base/problem.ts'
import type { Bill, BillLine, Instalment, Party } from '../book/bill.ts'
import type { Book } from '../book/book.ts'
import type { Customer } from '../book/customer.ts'
import { instalments, onBusinessDays, readTerms } from '../book/due.ts'
import type { JournalRow } from '../book/journal.ts'
import { bookedRate } from '../book/rates.ts'
import { numberer } from '../book/series.ts'
import { languageOf, type Settings } from '../book/settings.ts'
import type { Terms } from '../book/terms.ts'
import { type Totals, totalsOf } from '../book/totals.ts'
import { chargedDays, contractSource } from './contract-run.ts'

/** Everything of a bill but its number, which is given out last, so that a bill that cannot be issued leaves no gap. */
export interface Draft {
  readonly customer: Customer
  readonly currency: Currency
  readonly date: Day
  readonly lines: readonly BillLine[]
  readonly totals: Totals
  readonly termsText: string
  /** Of a positive total; empty otherwise. */
  readonly instalments: readonly Instalment[]
}

export interface DraftInput {
  readonly customer: Customer
  readonly currency: Currency
  readonly date: Day
  /** At least one, in the order of the lines. */
  readonly sales: readonly JournalRow[]
}

/** The tax of a sale: the customer's own rate, else the item's, else the book's default. */
export function taxRate(
  settings: Settings,
  customer: Customer,
  itemTax: string | undefined,
): { readonly tax: string; readonly category: string } | Problem {
  const name = customer.tax ?? itemTax ?? settings.tax.default
  const tax = settings.tax.rates[name]
  if (tax === undefined) {
    const file = customer.tax === undefined ? 'catalog.yaml' : fileOf(customer)
    return problem('unknown-tax', { name, known: Object.keys(settings.tax.rates) }, { file })
  }
  return { tax, category: settings.tax.categories?.[name] ?? (exact(tax).isZero() ? 'Z' : 'S') }
}

function fileOf(customer: Customer): string {
  return `customers/${customer.id}.yaml`
}

/** Quantity and price as the row says; a row with only an amount is one piece at that price. */
function countOf(sale: JournalRow): { readonly quantity: string; readonly price: string } {
  if (sale.quantity !== '' && sale.price !== '') return { quantity: sale.quantity, price: sale.price }
  const amount = toExact(sale.amount, sale.currency)
  const quantity = exact(sale.quantity === '' ? '1' : sale.quantity)
  const each = quantity.isZero() ? null : amount.div(quantity)
  return each !== null && each.decimalPlaces() <= 12
    ? { quantity: formatDecimal(quantity), price: formatDecimal(each) }
    : { quantity: sale.amount < 0 ? '-1' : '1', price: formatDecimal(amount.abs()) }
}

/** A sale as a line of a bill, or why it cannot be one. */
export function billLine(
  book: Pick<Book, 'settings' | 'items'>,
  customer: Customer,
  sale: JournalRow,
): BillLine | Problem {
  const item = book.items.get(sale.item)
  if (sale.price === '' && sale.amount === 0)
    return problem('price-missing', { customer: customer.id, item: sale.item, date: sale.date, id: sale.id })
  const tax = taxRate(book.settings, customer, item?.tax)
  if (isProblem(tax)) return tax
  const name = item?.name ?? (sale.memo === '' ? sale.item : sale.memo)
  const byContract = sale.source.startsWith(contractSource)
  return {
    ...(sale.item === '' ? {} : { item: sale.item }),
    description: byContract ? `${name} ${chargedDays(sale).join('..')}` : name,
    ...(byContract ? {} : { date: sale.date }),
    ...countOf(sale),
    ...(item?.unit === undefined ? {} : { unit: item.unit }),
    amount: sale.amount,
    ...tax,
    sales: [sale.id],
  }
}

/** The terms of a customer, or the problem with them where they stand. */
export function termsOf(settings: Settings, customer: Customer, date: Day): { text: string; terms: Terms } | Problem {
  const text = customer.terms ?? settings.terms
  const terms = readTerms(text, { bill: date }, settings.monthlyTerms)
  if (!isProblem(terms)) return { text, terms }
  const where: Where = { file: customer.terms === undefined ? 'crm.yaml' : fileOf(customer) }
  return { ...terms, where }
}

/** All problems with a bill of these sales, or the bill without its number. Its total may be zero or negative: the caller decides. */
export function draftBill(book: Pick<Book, 'settings' | 'items'>, input: DraftInput): Draft | readonly Problem[] {
  const { customer, currency, date, sales } = input
  const found = sales.map((sale) => billLine(book, customer, sale))
  const lines = found.flatMap((l) => (isProblem(l) ? [] : [l]))
  const terms = termsOf(book.settings, customer, date)
  const problems = [...found.filter(isProblem), ...(isProblem(terms) ? [terms] : [])]
  if (problems.length > 0 || isProblem(terms)) return distinct(problems)
  const delivery = sales.reduce((latest, s) => laterDay(latest, s.date), sales[0]?.date ?? date)
  const totals = totalsOf(lines, book.settings.tax, currency)
  const parts = totals.total > 0 ? instalments(terms.terms, { bill: date, delivery }, totals.total) : []
  const shifted = onBusinessDays(parts, book.settings.calendar)
  if (!('parts' in shifted)) return [shifted]
  return {
    customer,
    currency,
    date,
    lines,
    totals,
    termsText: terms.text,
    instalments: shifted.parts,
  }
}

/** One line of ten thousand with the same missing tax rate is enough. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((p) => [JSON.stringify([p.code, p.params, p.where]), p])).values()]
}

export function party(from: { name: string; taxId?: string; address?: string; email?: string }): Party {
  const { name, taxId, address, email } = from
  return {
    name,
    ...(taxId === undefined ? {} : { taxId }),
    ...(address === undefined ? {} : { address }),
    ...(email === undefined ? {} : { email }),
  }
}

/** The document; the draft's total must be positive. */
export function issueBill(settings: Settings, draft: Draft, number: string): Bill {
  const { customer, currency, date, lines, totals } = draft
  return {
    number,
    kind: 'bill',
    date,
    customer: customer.id,
    language: customer.language ?? languageOf(settings),
    seller: party(settings.company),
    buyer: party(customer),
    currency,
    mode: settings.tax.mode,
    rounding: settings.tax.rounding,
    terms: draft.termsText,
    instalments: draft.instalments,
    lines,
    ...totals,
  }
}

/** One row per instalment; the tax is spread over them by largest remainder. Rows and total agree by construction. */
export function billRows(book: Pick<Book, 'settings' | 'rates'>, bill: Bill, hash: Hash): readonly JournalRow[] {
  const taxes: readonly Minor[] = share(
    bill.tax,
    bill.instalments.map((i) => exact(i.amount)),
  )
  const rate = bookedRate(book, bill.currency, bill.date)
  return bill.instalments.map((instalment, i) => ({
    id: rowId(hash, ['bill', bill.number, String(i + 1)]),
    date: bill.date,
    kind: 'bill',
    customer: bill.customer,
    document: bill.number,
    of: '',
    item: '',
    quantity: '',
    price: '',
    tax: taxes[i] ?? 0,
    amount: instalment.amount,
    currency: bill.currency,
    rate,
    due: instalment.due,
    reason: '',
    source: '',
    method: '',
    memo: '',
  }))
}

/** Gives out the next bill numbers of the book. Numbers of imported documents are not counted, and not given out again. */
export function billNumberer(book: Pick<Book, 'settings' | 'bills' | 'journal'>): (date: Day) => string {
  return numberer(book.settings.numbering.bill, book.bills.keys(), new Set(book.journal.documents.texts))
}
