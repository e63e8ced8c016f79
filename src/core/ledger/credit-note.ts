// Credit notes: what takes back a document whole, some of its lines, or an amount, with its tax; and the rows that set it against the document.
import type { Currency } from '../base/currency.ts'
import type { Day } from '../base/day.ts'
import { exact } from '../base/decimal.ts'
import { type Hash, rowId } from '../base/id.ts'
import { formatAmount, type Minor, share, sum } from '../base/money.ts'
import { fail, isProblem, ok, type Result } from '../base/problem.ts'
import type { Bill, BillLine } from '../book/bill.ts'
import type { Book } from '../book/book.ts'
import type { Customer } from '../book/customer.ts'
import { type JournalRow, journalRow } from '../book/journal.ts'
import { bookedRate } from '../book/rates.ts'
import { languageOf } from '../book/settings.ts'
import { totalsOf } from '../book/totals.ts'
import type { LedgerDocument } from './documents.ts'
import { applyRows, enterRow } from './enter.ts'
import { documentNumberer, type LineTax, party, sellerParty, taxRate } from './issue.ts'
import type { Ledger } from './ledger.ts'

export interface CreditWish {
  readonly date: Day
  readonly reason: string
  /** Null: whatever is left of the document. */
  readonly amount: Minor | null
  /** Lines of the document, from 1; empty: no particular ones. */
  readonly lines: readonly number[]
  /** The sales of the lines may be billed again. */
  readonly release: boolean
}

type Body = Pick<Bill, 'lines' | 'taxes' | 'net' | 'tax' | 'total' | 'mode' | 'rounding'>

/** A credit note about a document; its total is at most the document's less prior credit notes. */
export function creditDocument(book: Book, ledger: Ledger, document: LedgerDocument, wish: CreditWish): Result<Bill> {
  const { number, customer, currency } = document
  const bill = book.bills.get(number)
  const room = leftToCredit(ledger, document)
  if (!room.ok) return room
  const left = room.value
  const body = bodyOf(document, bill, wish, left)
  if (!body.ok) return body
  const { total } = body.value
  if (total > left || total <= 0) {
    const text = (n: number) => formatAmount(n, currency)
    const prior = text(document.amount - left)
    const amounts = { wanted: text(total), amount: text(document.amount), prior, left: text(left) }
    return fail('credit-beyond', { number, ...amounts, currency })
  }
  const person = book.customers.get(customer)
  return ok({
    ...frameOf(book, wish, person, currency),
    ...body.value,
    customer,
    buyer: bill?.buyer ?? party(person ?? { name: customer }),
    of: number,
  })
}

/** What the credit notes about a document leave of it, paid or not: more than zero. */
export function leftToCredit(ledger: Ledger, { number, customer, currency, amount }: LedgerDocument): Result<Minor> {
  const prior = sum(
    ledger.sourcesOf(customer).flatMap((s) => (s.kind === 'credit' && s.of === number ? [s.amount] : [])),
  )
  if (prior < amount) return ok(amount - prior)
  const text = (n: number) => formatAmount(n, currency)
  return fail('credited-whole', { number, amount: text(amount), prior: text(prior), currency })
}

/** A credit note about no document, as a bonus: one line at the customer's rate, tax included in the amount. */
export function creditCustomer(
  book: Book,
  customer: Customer,
  { amount, currency, ...wish }: Omit<CreditWish, 'amount'> & { readonly amount: Minor; readonly currency: Currency },
): Result<Bill> {
  const rate = taxRate(book.settings, customer, { itemTax: undefined, date: wish.date })
  if (isProblem(rate)) return { ok: false, problem: rate }
  const body = grossBody([amountLine(wish.reason, amount, currency, rate)], currency)
  const frame = frameOf(book, { ...wish, amount }, customer, currency)
  return ok({ ...frame, ...body, customer: customer.id, buyer: party(customer) })
}

function frameOf(book: Book, wish: CreditWish, customer: Customer | undefined, currency: Currency) {
  const next = documentNumberer(book, 'credit')
  return {
    number: next(wish.date),
    kind: 'credit' as const,
    date: wish.date,
    language: customer?.language ?? languageOf(book.settings),
    seller: sellerParty(book.settings.company),
    currency,
    terms: '',
    instalments: [],
    reason: wish.reason,
  }
}

function bodyOf(document: LedgerDocument, bill: Bill | undefined, wish: CreditWish, left: Minor): Result<Body> {
  const { number, currency } = document
  const missing = wish.lines.find((n) => bill?.lines[n - 1] === undefined)
  if (missing !== undefined) return fail('no-such-line', { number, line: missing, lines: bill?.lines.length ?? 0 })
  if (bill !== undefined && wish.lines.length > 0) {
    const picked = bill.lines.filter((_, i) => wish.lines.includes(i + 1)).map((line) => taken(line, wish.release))
    return ok({ mode: bill.mode, rounding: bill.rounding, lines: picked, ...totalsOf(picked, bill, currency) })
  }
  if (bill !== undefined && wish.amount === null && left === bill.total) {
    const { mode, rounding, taxes, net, tax, total } = bill
    return ok({ mode, rounding, taxes, net, tax, total, lines: bill.lines.map((line) => taken(line, wish.release)) })
  }
  if (wish.release) return fail('release-needs-lines', { number })
  const amount = wish.amount ?? left
  return ok(grossBody(splitByRate(number, bill, amount, currency), currency))
}

/** A line taken back; it names its sales only where they may be billed again. */
function taken(line: BillLine, release: boolean): BillLine {
  const { release: _, ...rest } = line
  return release ? { ...rest, release: true } : { ...rest, sales: [] }
}

/** An amount with its tax inside, spread over the rates of the bill as they weigh in its total, largest remainder. */
function splitByRate(number: string, bill: Bill | undefined, amount: Minor, currency: Currency): BillLine[] {
  const groups = (bill?.taxes ?? []).filter((g) => g.net + g.amount > 0)
  if (groups.length === 0 || amount <= 0)
    return [amountLine(number, amount, currency, { tax: '0', category: bill === undefined ? 'O' : 'Z' })]
  const shares = share(
    amount,
    groups.map((g) => exact(g.net + g.amount)),
  )
  return groups.flatMap((g, i) => {
    const part = shares[i] ?? 0
    return part === 0 ? [] : [amountLine(number, part, currency, g)]
  })
}

function amountLine(
  description: string,
  amount: Minor,
  currency: Currency,
  { tax, category, exemption }: LineTax,
): BillLine {
  const why = exemption === undefined ? {} : { exemption }
  return { description, quantity: '1', price: formatAmount(amount, currency), amount, tax, category, ...why, sales: [] }
}

function grossBody(lines: readonly BillLine[], currency: Currency): Body {
  const rules = { mode: 'gross', rounding: 'group' } as const
  return { ...rules, lines, ...totalsOf(lines, rules, currency) }
}

/** The credit row, and the application to the document as far as it is open. */
export function creditRows(book: Book, note: Bill, document: LedgerDocument | null, hash: Hash): readonly JournalRow[] {
  const { number, date, customer, currency, total } = note
  const row = enterRow(
    { id: rowId(hash, ['credit', number]), date, kind: 'credit', customer, amount: total, currency },
    {
      document: number,
      of: note.of ?? '',
      tax: note.tax,
      reason: note.reason ?? '',
      rate: rateOfCredit(book, note, document),
    },
  )
  const amount = document === null ? 0 : Math.min(document.open, total)
  if (document === null || amount <= 0) return [row]
  return [row, ...applyRows(book.journal, hash, { source: number, date, shares: [{ document, amount }] })]
}

/** What takes a document back does so at the rate at which it was booked, so that a void gains and loses nothing. */
function rateOfCredit(book: Book, { currency, date }: Bill, document: LedgerDocument | null): string {
  const row = document?.instalments[0]?.row
  const booked = row === undefined ? '' : journalRow(book.journal, row).rate
  return booked || bookedRate(book, currency, date)
}
