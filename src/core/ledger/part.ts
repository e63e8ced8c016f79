// The part of a book that is about some customers: nothing of their accounts depends on the rest, and that may be a million rows.
import type { Book } from '../book/book.ts'
import type { CustomerId } from '../book/customer.ts'
import { type Journal, journalRow, textAt } from '../book/journal.ts'
import { journalBuilder } from '../book/journal-builder.ts'
import { code } from './kinds.ts'

/** Their rows, and every reversal, for it undoes the row that it names, whoever it says that it is of. */
export function journalOf(journal: Journal, customers: Iterable<CustomerId>): Journal {
  const rows = new Set<number>()
  for (const id of customers) addRows(rows, journal.customer, journal.customers.find(id))
  addRows(rows, journal.kind, code.reverse)
  const mine = journalBuilder(rows.size + 1)
  for (const i of [...rows].sort((a, b) => a - b))
    mine.add(journalRow(journal, i), textAt(journal.files, journal.file, i), journal.line[i] ?? 0)
  return mine.build()
}

function addRows(rows: Set<number>, column: Uint32Array | Uint8Array, wanted: number): void {
  for (let i = column.indexOf(wanted); i >= 0; i = column.indexOf(wanted, i + 1)) rows.add(i)
}

/** Later rows of a case belong to whoever opened it, so all of them stay. */
export function partOf(book: Book, customers: ReadonlySet<CustomerId>): Book {
  return {
    ...book,
    journal: journalOf(book.journal, customers),
    activity: book.activity.filter((a) => customers.has(a.customer) || a.case !== ''),
  }
}
