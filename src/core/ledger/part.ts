// The part of a book that is about some customers: nothing of their accounts depends on the rest, and that may be a million rows.
import type { Book } from '../book/book.ts'
import type { CustomerId } from '../book/customer.ts'
import { type Journal, journalRow, rowIdAt, textAt } from '../book/journal.ts'
import { journalBuilder } from '../book/journal-builder.ts'
import { reversalsOfOthers } from './reversals-of-others.ts'

/** Their rows, and the reversals that undo one of these, whoever they say that they are of. */
export function journalOf(journal: Journal, customers: Iterable<CustomerId>): Journal {
  const rows = new Set<number>()
  for (const id of customers) addRows(rows, journal.customer, journal.customers.find(id))
  const names = new Set<string>()
  for (const i of rows) {
    names.add(rowIdAt(journal, i))
    if (journal.document[i] !== 0) names.add(textAt(journal.documents, journal.document, i))
  }
  for (const i of reversalsOfOthers(journal, (name) => names.has(name))) rows.add(i)
  const mine = journalBuilder(rows.size + 1)
  for (const i of [...rows].sort((a, b) => a - b))
    mine.add(journalRow(journal, i), textAt(journal.files, journal.file, i), journal.line[i] ?? 0)
  return mine.build()
}

function addRows(rows: Set<number>, column: Uint32Array, wanted: number): void {
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
