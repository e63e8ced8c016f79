// Every report takes --as-of: rows dated later change nothing of what it says of an earlier day.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Day, day } from '../../src/core/base/day.ts'
import { between, parsePeriod } from '../../src/core/base/period.ts'
import type { Book } from '../../src/core/book/book.ts'
import { bookParts } from '../../src/core/book/book.ts'
import { journalRow } from '../../src/core/book/journal.ts'
import { reports } from '../../src/reports/registry.ts'
import { readBook } from '../../src/store/read.ts'
import { realFiles } from '../../src/world/files.ts'
import { context, journal } from '../support/book.ts'

const asOf = day('2026-09-15')
const folder = join(import.meta.dirname, '../../examples/electronics')

/** The book as it stood at the end of that day. */
function upTo(book: Book, last: Day): Book {
  const rows = Array.from({ length: book.journal.length }, (_, i) => journalRow(book.journal, i))
  return {
    ...book,
    journal: journal(rows.filter((r) => r.date <= last)),
    bills: new Map([...book.bills].filter(([, b]) => b.date <= last)),
    activity: book.activity.filter((r) => r.date <= last),
    classes: book.classes.filter((r) => r.date <= last),
    rates: book.rates.filter((r) => r.date <= last),
  }
}

const { book } = readBook(realFiles, folder, bookParts)

for (const { name, load } of reports) {
  test(`${name}: rows dated after --as-of do not exist`, async () => {
    const module = await load()
    const wish = {
      names: name === 'statement' ? ['brasswick'] : [],
      asOf,
      period: name === 'handover' ? parsePeriod('2026-08', asOf) : between(day('2026-09-01'), asOf),
      by: null,
      kind: null,
      paper: false,
      detail: true,
      all: true,
      base: null,
      inCurrency: null,
    }
    const report = (of: Book) => module.report(of, wish, context('2026-11-03'))
    expect(report(book).output).toEqual(report(upTo(book, asOf)).output)
  })
}
