// Which lines of bank statements the book already stands on, and which nobody has decided on yet.
import type { Day } from '../base/day.ts'
import type { BankLine } from '../book/bank.ts'
import type { Book } from '../book/book.ts'
import { type Journal, rowIdAt, textAt } from '../book/journal.ts'
import { code } from './kinds.ts'

const prefix = 'bank:'

export interface LineStates {
  /** Ids of the lines that rows of the book come from or are tied to. */
  readonly booked: ReadonlySet<string>
  /** Lines that are not booked any more, because a person reversed their row, and how many rows that were. */
  readonly takenBack: ReadonlyMap<string, number>
}

/** A payment that the bank itself returned stays booked: its line and the line of the return are both accounted for. */
export function lineStates(journal: Journal): LineStates {
  const reversed = reversals(journal)
  if (reversed.size === 0) return { booked: linesNamed(journal), takenBack: new Map() }
  const booked = new Set<string>()
  const takenBack = new Map<string, number>()
  for (let i = 0; i < journal.length; i++) {
    // These stand and fall with their payment.
    if (journal.kind[i] === code.apply || journal.kind[i] === code.deduct) continue
    const source = textAt(journal.texts, journal.source, i)
    if (!source.startsWith(prefix)) continue
    const line = source.slice(prefix.length)
    const tied = journal.kind[i] === code.match ? reversed.get(textAt(journal.documents, journal.of, i)) : undefined
    if ((reversed.get(rowIdAt(journal, i)) ?? tied) !== 'person') booked.add(line)
    else takenBack.set(line, (takenBack.get(line) ?? 0) + 1)
  }
  return { booked, takenBack }
}

/** Ids of the lines that rows of the book come from or are tied to. */
export function bookedLines(journal: Journal): ReadonlySet<string> {
  return lineStates(journal).booked
}

function linesNamed(journal: Journal): Set<string> {
  const ids = new Set<string>()
  for (const text of journal.texts.texts) if (text.startsWith(prefix)) ids.add(text.slice(prefix.length))
  return ids
}

/** Ids of reversed rows, and whether a line of the bank or a person reversed them. */
function reversals(journal: Journal): Map<string, 'bank' | 'person'> {
  const found = new Map<string, 'bank' | 'person'>()
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== code.reverse) continue
    const isBank = textAt(journal.texts, journal.source, i).startsWith(prefix)
    found.set(textAt(journal.documents, journal.of, i), isBank ? 'bank' : 'person')
  }
  return found
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
