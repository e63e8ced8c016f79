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
import { depositUsed } from './deposit.ts'
import type { LedgerDocument } from './documents.ts'
import { applyRows, enterRow } from './enter.ts'
import { documentNumbers, type LineTax, party, sellerParty, taxRate } from './issue.ts'
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
  const room = leftToCredit(book, ledger, document)
  if (!room.ok) return room
  const left = room.value
  const body = bodyOf(document, bill && { bill, notes: notesAbout(book, number) }, wish, left)
  if (!body.ok) return body
  const { total } = body.value
  if (total > left || (total <= 0 && document.amount !== 0)) {
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

/**
 * What the credit notes about a document leave of it, paid or not, and of a deposit what no bill has taken off: more than zero, but for a
 * bill that deposits cover whole, which is taken back whole and once.
 */
export function leftToCredit(
  { bills }: Pick<Book, 'bills'>,
  ledger: Ledger,
  { number, customer, currency, amount }: LedgerDocument,
): Result<Minor> {
  const notes = ledger.sourcesOf(customer).filter((s) => s.kind === 'credit' && s.of === number)
  const prior = sum(notes.map((s) => s.amount))
  const used = depositUsed(bills, number)
  if (prior + used < amount || (amount === 0 && notes.length === 0)) return ok(amount - prior - used)
  const text = (n: number) => formatAmount(n, currency)
  if (used > 0) return fail('deposit-used', { number, amount: text(amount), used: text(used), currency })
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
  return {
    number: documentNumbers(book)('credit', customer, wish.date),
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

/** A bill, and the credit notes about it so far. */
interface Credited {
  readonly bill: Bill
  readonly notes: readonly Bill[]
}

function notesAbout(book: Book, number: string): Bill[] {
  return [...book.bills.values()].filter((note) => note.kind === 'credit' && note.of === number)
}

function bodyOf(document: LedgerDocument, credited: Credited | undefined, wish: CreditWish, left: Minor): Result<Body> {
  const { number, currency } = document
  const bill = credited?.bill
  const missing = wish.lines.find((n) => bill?.lines[n - 1] === undefined)
  if (missing !== undefined) return fail('no-such-line', { number, line: missing, lines: bill?.lines.length ?? 0 })
  if (bill !== undefined && wish.lines.length > 0) {
    const twice = takenBefore(credited?.notes ?? [], wish.lines)
    if (twice !== null) return fail('line-credited', { number, ...twice })
    const asked = bill.lines.flatMap((line, i) => (wish.lines.includes(i + 1) ? [{ line, place: i + 1 }] : []))
    const before = wish.release
      ? releasedBefore(
          credited?.notes ?? [],
          asked.map(({ line }) => line),
        )
      : null
    if (before !== null) return fail('released-already', { number, ...before })
    const picked = asked.map(({ line, place }) => taken(line, place, wish.release))
    return ok({ mode: bill.mode, rounding: bill.rounding, lines: picked, ...totalsOf(picked, bill, currency) })
  }
  if (bill !== undefined && wish.amount === null && left === bill.total) {
    const { mode, rounding, taxes, net, tax, total } = bill
    return ok({
      mode,
      rounding,
      taxes,
      net,
      tax,
      total,
      lines: bill.lines.map((line, i) => taken(line, i + 1, wish.release)),
    })
  }
  if (wish.release) return fail('release-needs-lines', { number })
  const amount = wish.amount ?? left
  return ok(grossBody(splitByRate(number, credited, amount, currency), currency))
}

/** The line at a place, from 1, taken back; it names its sales only where they may be billed again. */
function taken(whole: BillLine, line: number, release: boolean): BillLine {
  const { release: _, ...rest } = whole
  return release ? { ...rest, line, release: true } : { ...rest, line, sales: [] }
}

/** A wanted line that an earlier credit note took back whole. */
function takenBefore(notes: readonly Bill[], wanted: readonly number[]): { line: number; by: string } | null {
  for (const { number, lines } of notes) {
    const line = lines.map((l) => l.line).find((l) => l !== undefined && wanted.includes(l))
    if (line !== undefined) return { line, by: number }
  }
  return null
}

/** A sale that one of the lines names and an earlier credit note gave free to bill: it may be on another bill by now. */
function releasedBefore(notes: readonly Bill[], lines: readonly BillLine[]): { sale: string; by: string } | null {
  const sales = new Set(lines.flatMap((line) => line.sales))
  for (const { number, lines: taken } of notes) {
    const sale = taken.flatMap((line) => (line.release ? line.sales : [])).find((id) => sales.has(id))
    if (sale !== undefined) return { sale, by: number }
  }
  return null
}

/** An amount with its tax inside, spread over the rates as they weigh in what is not yet credited, largest remainder. */
function splitByRate(number: string, credited: Credited | undefined, amount: Minor, currency: Currency): BillLine[] {
  const groups = credited === undefined ? [] : ratesLeft(credited)
  if (groups.length === 0 || amount <= 0)
    return [amountLine(number, amount, currency, { tax: '0', category: credited === undefined ? 'O' : 'Z' })]
  const shares = share(
    amount,
    groups.map((g) => exact(g.left)),
  )
  return groups.flatMap((g, i) => {
    const part = shares[i] ?? 0
    return part === 0 ? [] : [amountLine(number, part, currency, g)]
  })
}

/** The rates of a bill of which, tax included, anything is left to credit. */
function ratesLeft({ bill, notes }: Credited) {
  const prior = notes.flatMap((note) => note.taxes)
  return bill.taxes
    .map(({ tax, category, net, amount }) => {
      const taken = prior.filter((p) => p.tax === tax && p.category === category).map((p) => p.net + p.amount)
      return { tax, category, left: net + amount - sum(taken) }
    })
    .filter((g) => g.left > 0)
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
