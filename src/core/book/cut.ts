// A book as if nothing had been entered after a day, for proofs of the past.
import { type Day, dayNumber } from '../base/day.ts'
import type { Book } from './book.ts'
import { journalRow, kindCode, textAt } from './journal.ts'
import { journalBuilder } from './journal-builder.ts'

/** Rows and documents dated up to and including a day. Sales are all kept: they move no balance, and an earlier bill may name a later one. */
export function cutBook(book: Book, last: Day): Book {
  const { journal } = book
  const end = dayNumber(last)
  const sale = kindCode('sale')
  const builder = journalBuilder(journal.length + 1)
  for (let i = 0; i < journal.length; i++) {
    if ((journal.date[i] ?? 0) > end && journal.kind[i] !== sale) continue
    builder.add(journalRow(journal, i), textAt(journal.files, journal.file, i), journal.line[i] ?? 0)
  }
  const bills = new Map([...book.bills].filter(([, bill]) => bill.date <= last))
  return { ...book, journal: builder.build(), bills }
}
