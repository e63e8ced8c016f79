// The journal as double entries: what is owed and what is on account each on its own account, against where it came from or went to.
import type { Currency } from '../../core/base/currency.ts'
import { type Day, dayNumber } from '../../core/base/day.ts'
import type { Minor } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Book } from '../../core/book/book.ts'
import { customerName } from '../../core/book/customers.ts'
import type { AccountRole } from '../../core/book/general-ledger.ts'
import { currencyAt, type JournalKind, kindAt, rowIdAt, textAt } from '../../core/book/journal.ts'
import { dayNames } from '../../core/ledger/documents.ts'
import { signOf } from '../../core/ledger/kinds.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { type Movement, postingsUpTo } from '../../core/ledger/movements.ts'
import type { Trace } from '../../core/ledger/trace.ts'
import { bookedAllowances } from '../../core/models/booked-allowance.ts'
import { type DepositNets, depositNets } from './deposits.ts'

export interface Posting {
  readonly role: AccountRole
  /** The customer's id on accounts that have one for each. */
  readonly sub?: string
  readonly amount: Minor
}

export interface Entry {
  readonly date: Day
  /** Number of the document, or empty. */
  readonly code: string
  /** Name of the customer, one line. */
  readonly payee: string
  readonly kind: JournalKind | 'provision'
  /** The row was taken back on this day. */
  readonly reversal: boolean
  /** Id of the row, or the closed month that a provision comes from. */
  readonly row: string
  readonly currency: Currency
  /** They sum to zero; none is zero. */
  readonly postings: readonly Posting[]
}

/**
 * In order of day. At every day a customer's receivable account is what is open and his account of prepayments what is on account, so
 * that both together are `crm report balance --as-of`. A deposit is a liability until bills take it off.
 * Provisions are booked as the closes hold them; write-offs then go against the allowance.
 */
export function entriesOf(
  book: Pick<Book, 'journal' | 'customers' | 'closes' | 'settings' | 'bills'>,
  asOf: Day,
): Entry[] {
  const trace = traceJournal(book.journal)
  const days = dayNames()
  const { journal } = trace
  const allowances = bookedAllowances(book, trace, asOf)
  const against = allowances.length > 0
  const deposits = depositNets(journal, book.bills)
  const rows = postingsUpTo(trace, dayNumber(asOf)).map((movement): Entry => {
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
      postings: postingsOf(trace, movement, { customer, against, deposits }).filter((p) => p.amount !== 0),
    }
  })
  const provided = allowances.map(
    ({ date, month, currency, amount, from }): Entry => ({
      date,
      code: '',
      payee: `crm close ${month}`,
      kind: 'provision',
      reversal: false,
      row: month,
      currency,
      postings: [
        { role: from, amount },
        { role: 'allowance', amount: -amount },
      ],
    }),
  )
  return [...rows, ...provided].sort((a, b) => compareText(a.date, b.date))
}

/** The name of the customer of a row. */
export function payeeOf({ journal, customers }: Pick<Book, 'journal' | 'customers'>, row: number): string {
  const customer = textAt(journal.customers, journal.customer, row)
  return oneLine(customerName(customers, customer) ?? customer)
}

interface Setting {
  readonly customer: string
  /** Write-offs go against the allowance. */
  readonly against: boolean
  readonly deposits: DepositNets
}

function postingsOf(trace: Trace, movement: Movement, { customer, against, deposits }: Setting): Posting[] {
  const { journal } = trace
  const { row, amount, reversal } = movement
  const kind = kindAt(journal, row)
  const receivable = { role: 'receivable', sub: customer, amount } as const
  const held = { role: 'onAccount', sub: customer } as const
  if (kind === 'apply') return [receivable, { ...held, amount: -amount }]
  const stated = journal.tax[row] ?? Number.NaN
  const taxed = kind === 'bill' || kind === 'fee' || kind === 'credit' || kind === 'deduct'
  // Not by the amount's sign: a bill that deposits cover has none, and its tax may be less than nothing.
  const direction = (signOf[journal.kind[row] ?? 0] ?? 0) * (reversal ? -1 : 1)
  const tax = taxed && !Number.isNaN(stated) ? direction * stated : 0
  const deposited = direction * (deposits.get(row) ?? 0)
  const onAccount = heldKinds.has(kind) || (kind === 'opening' && (trace.source[row] ?? -1) >= 0)
  return [
    onAccount ? { ...held, amount } : receivable,
    { role: counterRole(kind, textAt(journal.texts, journal.reason, row), against), amount: tax - amount + deposited },
    { role: 'deposits', amount: -deposited },
    { role: 'tax', amount: -tax },
  ]
}

/** What they move is on account until it is applied. */
const heldKinds: ReadonlySet<JournalKind> = new Set(['payment', 'credit', 'in', 'out', 'refund'])

/** Where the other side of a movement stands. */
function counterRole(kind: JournalKind, reason: string, against: boolean): AccountRole {
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
      return against ? 'allowance' : 'badDebts'
    case 'recover':
      return against ? 'allowance' : 'recoveries'
    case 'deduct':
      return deductionRoles.get(reason) ?? 'deductions'
    default:
      return 'bank'
  }
}

const deductionRoles: ReadonlyMap<string, AccountRole> = new Map([
  ['early-payment', 'discounts'],
  ['bank-fee', 'bankFees'],
  ['withholding', 'withheld'],
  ['rounding', 'rounding'],
])

/** Controls and line ends become blanks. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}
