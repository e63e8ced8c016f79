// The part of a book that some customers are about: their files, their rows, their bills.
import { UserError } from '../core/base/problem.ts'
import type { About } from '../core/book/about.ts'
import type { Book, BookPart } from '../core/book/book.ts'
import type { Customers } from '../core/book/customers.ts'
import { type Journal, textAt } from '../core/book/journal.ts'
import type { Settings } from '../core/book/settings.ts'
import { journalOf } from '../core/ledger/part.ts'
import { customersOnDemand } from './customers-on-demand.ts'
import type { Reading } from './disk.ts'
import { readBillsNamed } from './read-documents.ts'
import { readJournal } from './read-journal.ts'
import { type JournalPart, readJournalPart } from './read-journal-part.ts'

/** Finds out from the customers what a verb is about; null where that is the whole book. */
export type WhatPart = (customers: Customers) => About | null

interface PartRead {
  readonly reading: Reading
  readonly parts: Pick<Book, 'customers' | 'journal' | 'rowDays' | 'bills' | 'quotes'>
}

/** Null where the whole is meant, or a customer's own file is at fault: then everything that is wrong is to be said. */
export function partOfBook(
  before: Reading,
  settings: Settings,
  needs: readonly BookPart[],
  whatPart: WhatPart,
): PartRead | null {
  const { problems, read, listed } = before
  const reading: Reading = { ...before, problems: [...problems], read: [...read], listed: [...listed] }
  const customers = customersOnDemand(reading, settings.currency)
  const about = attempted(() => whatPart(customers))
  if (about === null) return null
  const { journal, rowDays } = readJournalPart(reading, about.customers) ?? partOfWhole(reading, about)
  const bills = needs.includes('bills')
    ? readBillsNamed(reading, 'bills', [...numbersOf(journal), ...about.documents])
    : new Map()
  const quotes = needs.includes('quotes') ? readBillsNamed(reading, 'quotes', about.documents) : new Map()
  return { reading, parts: { customers, journal, rowDays, bills, quotes } }
}

function attempted<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

function partOfWhole(reading: Reading, { customers }: About): JournalPart {
  const whole = readJournal(reading)
  return { journal: journalOf(whole, customers), rowDays: Int32Array.from(new Set(whole.date)).sort() }
}

/** Numbers of the documents that rows state or act upon. */
function numbersOf(journal: Journal): ReadonlySet<string> {
  const numbers = new Set<string>()
  for (let i = 0; i < journal.length; i++) numbers.add(textAt(journal.documents, journal.document, i))
  numbers.delete('')
  return numbers
}
