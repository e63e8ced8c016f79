// The journal as double entries: every movement of a receivable against the account it came from or went to.

import type { Currency } from '../../core/base/currency.ts'
import { type Day, dayNumber } from '../../core/base/day.ts'
import type { RowId } from '../../core/base/id.ts'
import type { Minor } from '../../core/base/money.ts'
import type { Book } from '../../core/book/book.ts'
import { currencyAt, type JournalKind, kindAt, rowIdAt, textAt } from '../../core/book/journal.ts'
import { dayNames } from '../../core/ledger/documents.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { type Movement, movementsUpTo } from '../../core/ledger/movements.ts'
import type { Trace } from '../../core/ledger/trace.ts'
import type { Role } from './charts.ts'

export interface Posting {
  readonly role: Role
  /** The customer's id on receivable accounts. */
  readonly sub?: string
  readonly amount: Minor
}

export interface Entry {
  readonly date: Day
  /** Number of the document, or empty. */
  readonly code: string
  /** Name of the customer, one line. */
  readonly payee: string
  readonly kind: JournalKind
  /** The row was taken back on this day. */
  readonly reversal: boolean
  readonly row: RowId
  readonly currency: Currency
  /** They sum to zero; none is zero. */
  readonly postings: readonly Posting[]
}

/** In order of day; sums per customer and currency are the balances of `crm report balance --as-of` at every day. */
export function entriesOf(book: Pick<Book, 'journal' | 'customers'>, asOf: Day): Entry[] {
  const trace = traceJournal(book.journal)
  const days = dayNames()
  const { journal } = trace
  return movementsUpTo(trace, dayNumber(asOf), () => true).map((movement) => {
    const { row, reversal, day } = movement
    const customer = textAt(journal.customers, journal.customer, row)
    return {
      date: days(day),
      code: textAt(journal.documents, journal.document, row),
      payee: payeeOf(book, row),
      kind: kindAt(journal, row),
      reversal,
      row: rowIdAt(journal, row),
      currency: currencyAt(journal, row),
      postings: postingsOf(trace, movement, customer),
    }
  })
}

/** The name of the customer of a row. */
export function payeeOf({ journal, customers }: Pick<Book, 'journal' | 'customers'>, row: number): string {
  const customer = textAt(journal.customers, journal.customer, row)
  return oneLine(customers.get(customer)?.name ?? customer)
}

function postingsOf(trace: Trace, { row, amount }: Movement, customer: string): Posting[] {
  const { journal } = trace
  const kind = kindAt(journal, row)
  const stated = journal.tax[row] ?? Number.NaN
  const taxed = kind === 'bill' || kind === 'fee' || kind === 'credit'
  const tax = taxed && !Number.isNaN(stated) ? Math.sign(amount) * Math.abs(stated) : 0
  const against = counterRole(kind, textAt(journal.texts, journal.reason, row))
  return [
    { role: 'receivable' as const, sub: customer, amount },
    { role: against, amount: tax - amount },
    { role: 'tax' as const, amount: -tax },
  ].filter((p) => p.amount !== 0)
}

/** Where the other side of a movement stands. */
function counterRole(kind: JournalKind, reason: string): Role {
  switch (kind) {
    case 'bill':
    case 'credit':
      return 'sales'
    case 'fee':
      return 'lateFees'
    case 'opening':
      return 'opening'
    case 'in':
    case 'out':
      return 'moves'
    case 'writeoff':
    case 'recover':
      return 'badDebts'
    case 'deduct':
      return deductionRoles.get(reason) ?? 'deductions'
    default:
      return 'bank'
  }
}

const deductionRoles: ReadonlyMap<string, Role> = new Map([
  ['early-payment', 'discounts'],
  ['bank-fee', 'bankFees'],
  ['withholding', 'withheld'],
  ['rounding', 'rounding'],
])

/** Controls and line ends become blanks. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}
