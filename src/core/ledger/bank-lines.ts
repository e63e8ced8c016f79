// Which lines of bank statements the book already stands on, and which nobody has decided on yet.
import type { Day } from '../base/day.ts'
import type { BankLine } from '../book/bank.ts'
import type { Book } from '../book/book.ts'
import type { Journal } from '../book/journal.ts'

/** Ids of the lines that rows of the book come from or are tied to. */
export function bookedLines(journal: Journal): ReadonlySet<string> {
  const ids = new Set<string>()
  journal.texts.texts.forEach((text) => {
    if (text.startsWith('bank:')) ids.add(text.slice('bank:'.length))
  })
  return ids
}

/** Money in, up to and including a day, that is neither booked nor ignored; by day, account and id. */
export function undecidedLines(book: Pick<Book, 'journal' | 'bank' | 'ignored'>, last: Day): BankLine[] {
  const booked = bookedLines(book.journal)
  const ignored = new Set(book.ignored.map((i) => `${i.account} ${i.line}`))
  return book.bank
    .filter((l) => l.date <= last && l.amount > 0 && !booked.has(l.id) && !ignored.has(`${l.account} ${l.id}`))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ date, account, id }: BankLine): string {
  return `${date} ${account} ${id}`
}
