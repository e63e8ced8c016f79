// From sales of one customer in one currency to an issued bill: lines, tax, total, instalments, and the rows that put it in the journal.
import type { Currency } from '../base/currency.ts'
import { type Day, laterDay } from '../base/day.ts'
import { exact, formatDecimal } from '../base/decimal.ts'
import { type Hash, rowId } from '../base/id.ts'
import { type Minor, safe, share, sum, toExact } from '../base/money.ts'
import { isProblem, type Problem, problem, type Where } from '../base/problem.ts'
import { type Bill, type BillLine, type Instalment, isQuote, type Party, type QuoteKind } from '../book/bill.ts'
import type { Book } from '../book/book.ts'
import type { Customer } from '../book/customer.ts'
import { instalments, onBusinessDays, readTerms } from '../book/due.ts'
import type { JournalRow } from '../book/journal.ts'
import { bookedRate } from '../book/rates.ts'
import { numberer } from '../book/series.ts'
import { type Company, languageOf, type Settings, seriesPattern } from '../book/settings.ts'
import { formatTerms, parseTerms, type Terms } from '../book/terms.ts'
import { type Totals, totalsOf } from '../book/totals.ts'
import { unitCodeOf } from '../book/unit-code.ts'
import { discountLowersTax } from '../book/vat.ts'
import { boundOf, chargedDays, contractSource } from './contract-run.ts'
import { depositLines, type OpenDeposit } from './deposit.ts'
import { allowanceOf, type Discounted, withDiscounts } from './discount.ts'

/** Everything of a bill but its number, which is given out last, so that a bill that cannot be issued leaves no gap. */
export interface Draft {
  readonly customer: Customer
  readonly currency: Currency
  readonly date: Day
  readonly contract?: string
  readonly project?: string
  /** In the order of the lines. */
  readonly sales: readonly JournalRow[]
  readonly lines: readonly BillLine[]
  readonly totals: Totals
  readonly termsText: string
  /** Of a positive total; empty otherwise. */
  readonly instalments: readonly Instalment[]
  /** The quote that it comes from. */
  readonly quote?: string
  readonly deposit?: boolean
}

export interface DraftInput {
  readonly customer: Customer
  readonly currency: Currency
  readonly date: Day
  /** What the whole bill is about, where bills are grouped so. */
  readonly contract?: string
  readonly project?: string
  /** At least one, in the order of the lines. */
  readonly sales: readonly JournalRow[]
  /** What deposits leave to be taken off, the first to be used first; nothing unless said. */
  readonly deposits?: readonly OpenDeposit[]
}

/** What a line says of its tax. */
export type LineTax = Pick<BillLine, 'tax' | 'category' | 'exemption'>

/** The tax of a sale on its day: the customer's own rate, else the item's, else the book's default. */
export function taxRate(
  settings: Settings,
  customer: Customer,
  { itemTax, date }: { readonly itemTax: string | undefined; readonly date: Day },
): LineTax | Problem {
  const { rates, changes, categories, exemptions } = settings.tax
  const name = customer.tax ?? itemTax ?? settings.tax.default
  const first = rates[name]
  if (first === undefined) {
    const file = customer.tax === undefined ? 'catalog.yaml' : fileOf(customer)
    return problem('unknown-tax', { name, known: Object.keys(rates) }, { file })
  }
  const tax = changes?.findLast((c) => c.rate === name && c.from <= date)?.percent ?? first
  const exemption = exact(tax).isZero() ? exemptions?.[name] : undefined
  return {
    tax,
    category: categories?.[name] ?? (exact(tax).isZero() ? 'Z' : 'S'),
    ...(exemption === undefined ? {} : { exemption }),
  }
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

/** A sale as a line of a bill, with what comes off it, or why it cannot be one. */
export function billLine(
  book: Pick<Book, 'settings' | 'items'>,
  customer: Customer,
  { sale, off }: Discounted,
): BillLine | Problem {
  const item = book.items.get(sale.item)
  if (sale.price === '' && sale.amount === 0)
    return problem('price-missing', { customer: customer.id, item: sale.item, date: sale.date, id: sale.id })
  const tax = taxRate(book.settings, customer, { itemTax: item?.tax, date: sale.date })
  if (isProblem(tax)) return tax
  const name = item?.name ?? (sale.memo === '' ? sale.item : sale.memo)
  const byContract = sale.source.startsWith(contractSource)
  const bound = byContract ? boundOf(sale) : null
  const unitCode = item?.unitCode ?? unitCodeOf(item?.unit)
  return {
    ...(sale.item === '' ? {} : { item: sale.item }),
    description: byContract ? `${name} ${chargedDays(sale).join('..')}` : name,
    ...(byContract ? {} : { date: sale.date }),
    ...countOf(sale),
    ...(item?.unit === undefined ? {} : { unit: item.unit }),
    ...(unitCode === undefined ? {} : { unitCode }),
    amount: safe(sale.amount + sum(off.map((row) => row.amount))),
    ...(off.length === 0 ? {} : { allowances: off.map(allowanceOf) }),
    ...tax,
    sales: [sale.id, ...off.map((row) => row.id)],
    ...(bound === null ? {} : { bound }),
  }
}

/** Terms, and the words in which a bill says them. */
export interface WrittenTerms {
  readonly text: string
  readonly terms: Terms
}

/** The terms of a customer, or the problem with them where they stand. */
export function termsOf(settings: Settings, customer: Customer, date: Day): WrittenTerms | Problem {
  const text = customer.terms ?? settings.terms
  const terms = readTerms(text, { bill: date }, settings.monthlyTerms)
  // A text that only this book's reading makes clear is written as what it means, because the bill outlives the reading.
  if (!isProblem(terms)) return { text: 'fault' in parseTerms(text) ? formatTerms(terms) : text, terms }
  const where: Where = { file: customer.terms === undefined ? 'crm.yaml' : fileOf(customer) }
  return { ...terms, where }
}

/** All problems with a bill of these sales, or the bill without its number. Its total may be zero or negative: the caller decides. */
export function draftBill(book: Pick<Book, 'settings' | 'items'>, input: DraftInput): Draft | readonly Problem[] {
  const { customer, date, sales } = input
  const found = withDiscounts(sales).map((sale) => billLine(book, customer, sale))
  const lines = found.flatMap((l) => (isProblem(l) ? [] : [l]))
  const terms = termsOf(book.settings, customer, date)
  const problems = [...found.filter(isProblem), ...(isProblem(terms) ? [terms] : [])]
  if (problems.length > 0 || isProblem(terms)) return distinct(problems)
  const drafted = draftOf(book.settings, input, lines, terms)
  return isProblem(drafted) ? [drafted] : drafted
}

/** A bill of lines that are made already, less what deposits leave. */
export function draftOf(
  settings: Settings,
  { deposits, ...input }: DraftInput & Pick<Draft, 'quote' | 'deposit'>,
  lines: readonly BillLine[],
  { text, terms }: WrittenTerms,
): Draft | Problem {
  const { currency, date, sales } = input
  const stray = branchProblem(settings, input.customer)
  if (stray !== null) return stray
  const delivery = sales.reduce((latest, s) => laterDay(latest, s.date), sales[0]?.date ?? date)
  const whole = [...lines, ...depositLines(lines, deposits ?? [], settings.tax, currency)]
  const totals = totalsOf(whole, settings.tax, currency)
  const parts = totals.total > 0 ? instalments(terms, { bill: date, delivery }, totals.total) : []
  const shifted = onBusinessDays(parts, settings.calendar)
  if (!('parts' in shifted)) return shifted
  return { ...input, lines: whole, totals, termsText: text, instalments: shifted.parts }
}

/** One line of ten thousand with the same missing tax rate is enough. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((p) => [JSON.stringify([p.code, p.params, p.where]), p])).values()]
}

export function party({ name, taxId, address, email }: Party): Party {
  return {
    name,
    ...(taxId === undefined ? {} : { taxId }),
    ...(address === undefined ? {} : { address }),
    ...(email === undefined ? {} : { email }),
  }
}

/** We, and where we want to be paid. */
export function sellerParty({ phone, bank, ...company }: Company): Party {
  return {
    ...party(company),
    ...(phone === undefined ? {} : { phone }),
    ...(bank === undefined ? {} : { bank }),
  }
}

export function aboutOf({
  contract,
  project,
}: Pick<Draft, 'contract' | 'project'>): Pick<Bill, 'contract' | 'project'> {
  return { ...(contract === undefined ? {} : { contract }), ...(project === undefined ? {} : { project }) }
}

/** The document, or a quote of it; the draft's total must not be negative. */
export function issueBill(settings: Settings, draft: Draft, number: string, kind: 'bill' | QuoteKind = 'bill'): Bill {
  const { customer, currency, date, lines, totals, quote, deposit } = draft
  return {
    number,
    kind,
    date,
    customer: customer.id,
    language: customer.language ?? languageOf(settings),
    seller: sellerParty(settings.company),
    buyer: party(customer),
    currency,
    mode: settings.tax.mode,
    rounding: settings.tax.rounding,
    ...aboutOf(draft),
    terms: draft.termsText,
    ...(lowersTax(settings, draft) ? { discountLowersTax: true } : {}),
    instalments: draft.instalments,
    ...(quote === undefined ? {} : { quote }),
    ...(deposit === undefined ? {} : { deposit }),
    lines,
    ...totals,
  }
}

/** Only where there is a discount, and tax that it could lower. */
function lowersTax({ tax }: Settings, { date, termsText, totals }: Draft): boolean {
  const terms = parseTerms(termsText)
  if (totals.tax === 0 || 'fault' in terms || terms.discount === undefined) return false
  return tax.discountLowersTax ?? (tax.country !== undefined && discountLowersTax(tax.country, date))
}

/**
 * One row per instalment; the tax is spread over them by largest remainder. Rows and total agree by construction. A bill that deposits cover
 * whole has one row of 0 on its own day, so that it is listed, can be taken back and reaches the general ledger like any other.
 */
export function billRows(book: Pick<Book, 'settings' | 'rates'>, bill: Bill, hash: Hash): readonly JournalRow[] {
  const parts = bill.instalments.length === 0 ? [{ due: bill.date, amount: bill.total }] : bill.instalments
  const taxes: readonly Minor[] =
    parts.length === 1
      ? [bill.tax]
      : share(
          bill.tax,
          parts.map((i) => exact(i.amount)),
        )
  const rate = bookedRate(book, bill.currency, bill.date)
  return parts.map((instalment, i) => ({
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

/** The next number for a document of a customer. */
export type DocumentNumbers = (
  kind: 'bill' | 'credit' | QuoteKind,
  customer: Pick<Customer, 'branch'> | undefined,
  date: Day,
) => string

/** Gives out numbers one after another. Those of imported documents are not counted, and not given out again. */
export function documentNumbers(
  book: Pick<Book, 'settings' | 'bills' | 'journal'> & Partial<Pick<Book, 'quotes'>>,
): DocumentNumbers {
  const bySeries = new Map<string, (date: Day) => string>()
  return (kind, customer, date) => {
    const pattern = seriesPattern(book.settings, kind, customer?.branch)
    const key = isQuote(kind) ? `quotes ${pattern}` : pattern
    const own = isQuote(kind) ? book.quotes : book.bills
    const next = bySeries.get(key) ?? numberer(pattern, own?.keys() ?? [], new Set(book.journal.documents.texts))
    bySeries.set(key, next)
    return next(date)
  }
}

/** A branch that has no numbers is a slip of the pen; its bills would run into the series of the others. */
function branchProblem({ numbering }: Settings, customer: Customer): Problem | null {
  const { branch } = customer
  const known = Object.keys(numbering.branches ?? {})
  if (branch === undefined || known.includes(branch)) return null
  return problem('unknown-branch', { branch, known }, { file: fileOf(customer) })
}
