// Exchange differences as double entries in the book's currency: gains and losses on accounts of their own, against what converts.
import { type Day, dayOf } from '../../core/base/day.ts'
import type { Book } from '../../core/book/book.ts'
import { kindAt, rowIdAt, textAt } from '../../core/book/journal.ts'
import type { MissingRate } from '../../core/ledger/booked-values.ts'
import type { Settlement } from '../../core/ledger/exchange.ts'
import { exchangeRealised } from '../../core/ledger/exchange-result.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import { type Entry, payeeOf } from './entries.ts'

type Needed = Pick<Book, 'settings' | 'rates' | 'journal' | 'customers'>

/** In order of day. Nothing where a rate is missing: part of the differences would be wrong. */
export function exchangeEntries(
  book: Needed,
  asOf: Day,
): { readonly entries: readonly Entry[]; readonly missing: readonly MissingRate[] } {
  const { settlements, missing } = exchangeRealised(book, traceJournal(book.journal), asOf)
  const entries = missing.length > 0 ? [] : settlements.filter((s) => s.difference !== 0).map((s) => entryOf(book, s))
  return { entries, missing }
}

function entryOf(book: Needed, { day, row, difference, reversal }: Settlement): Entry {
  const { journal } = book
  return {
    date: dayOf(day),
    code: textAt(journal.documents, journal.document, row),
    payee: payeeOf(book, row),
    kind: kindAt(journal, row),
    reversal,
    row: rowIdAt(journal, row),
    currency: book.settings.currency,
    postings: [
      { role: 'moves', amount: difference },
      { role: difference > 0 === !reversal ? 'exchangeGains' : 'exchangeLosses', amount: -difference },
    ],
  }
}
