// Rows that money verbs add: a movement with only what is said, and applications whose ids follow from what they are about.
import { type Currency, decimalsOf } from '../base/currency.ts'
import { type Day, dayOf, laterDay } from '../base/day.ts'
import { type Hash, rowId } from '../base/id.ts'
import { type Minor, parseAmount } from '../base/money.ts'
import { fail, ok, type Result } from '../base/problem.ts'
import type { CustomerId } from '../book/customer.ts'
import { type Journal, type JournalKind, type JournalRow, textAt } from '../book/journal.ts'
import { journalRowOf } from '../book/row.ts'
import type { Share } from './allocate.ts'
import { code } from './kinds.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { journalOf } from './part.ts'

export interface Entry {
  readonly id: string
  readonly date: Day
  readonly kind: JournalKind
  readonly customer: CustomerId
  readonly amount: Minor
  readonly currency: Currency
}

/** A row with these fields and every other empty. */
export function enterRow(entry: Entry, more: Partial<JournalRow> = {}): JournalRow {
  return journalRowOf({ ...more, ...entry })
}

/**
 * The ledger with every row there is, also those dated later than `day`: what money verbs decide on, so that nothing is
 * set against what a later row has used already.
 */
export function wholeLedger(journal: Journal, day: Day): Ledger {
  let last = -0x80000000
  for (const date of journal.date) last = Math.max(last, date)
  return openLedger(journal, journal.length === 0 ? day : laterDay(day, dayOf(last)))
}

/** The same of one customer. */
export function ledgerOfCustomer(journal: Journal, customer: CustomerId, day: Day): Ledger {
  return wholeLedger(journalOf(journal, [customer]), day)
}

export interface Applied {
  /** Row id of the payment or move, number or row id of the credit or opening. */
  readonly source: string
  readonly date: Day
  readonly shares: readonly Share[]
}

/**
 * One `apply` row per share. Its id is a hash of source, document, amount and how many such rows there are already, so two
 * branches that apply the same write the same row, and what was unapplied can be applied again.
 */
export function applyRows(journal: Journal, hash: Hash, { source, date, shares }: Applied): JournalRow[] {
  const before = countApplied(journal, source)
  return shares.map(({ document, amount }) => {
    const about = [source, document.number, String(amount)]
    const nth = before.get(about.join(' ')) ?? 0
    return enterRow(
      {
        id: rowId(hash, ['apply', ...about, String(nth)]),
        date,
        kind: 'apply',
        customer: document.customer,
        amount,
        currency: document.currency,
      },
      { document: document.number, of: source },
    )
  })
}

function countApplied(journal: Journal, source: string): Map<string, number> {
  const counts = new Map<string, number>()
  const of = journal.documents.find(source)
  if (of < 0) return counts
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== code.apply || journal.of[i] !== of) continue
    const key = `${source} ${textAt(journal.documents, journal.document, i)} ${journal.amount[i]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** An amount of more than zero as a person wrote it; `what` names the argument or flag. */
export function readPositive(text: string, currency: Currency, what: string): Result<Minor> {
  const amount = parseAmount(text, currency)
  if (typeof amount !== 'number')
    return fail('not-an-amount', { flag: what, text, currency, decimals: decimalsOf(currency) })
  return amount > 0 ? ok(amount) : fail('amount-not-positive', { text, currency })
}
