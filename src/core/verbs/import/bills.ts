// Rows that are bills issued elsewhere: journal rows without a file, outside the number series. A negative one is a credit note.
import type { Currency } from '../../base/currency.ts'
import type { Day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Customer } from '../../book/customer.ts'
import { dueDay } from '../../book/due.ts'
import { type Journal, type JournalRow, journalRow, kindCode } from '../../book/journal.ts'
import { bookedRates } from '../../book/rates.ts'
import { journalRowOf } from '../../book/row.ts'
import { parseTerms } from '../../book/terms.ts'
import { ownerOf } from './customer-of.ts'
import { originOf, rowsById } from './ids.ts'
import type { Cells } from './reader.ts'
import { eachRow, type Harvest, type Job, newCustomers } from './taken.ts'
import { people } from './who.ts'

/**
 * A document's number is its identity. Rows of one number with different due days are its instalments; the same number and due day
 * twice in one file, or in the book with other content, is refused.
 */
export function importBills(job: Job): Harvest {
  const { book, context } = job
  const folk = people(book, context)
  const rates = bookedRates(book)
  const numbers = documentNumbers(book.journal)
  const there = rowsById(book.journal, ['bill', 'credit'])
  const inFile = new Set<string>()
  const rows: Change[] = []
  const { taken, rejected } = eachRow(job, (cells) => {
    const document = cells.text('document') || cells.reject('missingValue', 'document', '')
    const date = cells.day('date') ?? cells.reject('missingValue', 'date', '')
    const owner = ownerOf(cells, folk, job.createCustomers)
    const currency = cells.currency(owner.currency ?? book.settings.currency)
    const signed = cells.amount('amount', currency) ?? cells.reject('missingValue', 'amount', '')
    if (signed === 0) cells.reject('zeroAmount', 'amount')
    const kind = signed < 0 ? 'credit' : 'bill'
    const due = kind === 'credit' ? null : dueOf(cells, book, folk.find(owner.known ?? ''), date)
    const key = `${document}\u001f${due ?? ''}`
    if (inFile.has(key)) cells.reject('documentTwice', 'document')
    inFile.add(key)
    const id = rowId(context.hash, [kind, 'import', document, due ?? ''])
    const tax = cells.amount('tax', currency)
    const amount = Math.abs(signed)
    const at = there.get(id)
    const said = { date, amount, currency, customer: owner.known }
    if (at !== undefined) {
      if (!isSame(journalRow(book.journal, at), said)) cells.reject('documentDiffers', 'document')
      return { state: 'known', amount: signed, currency }
    }
    if (numbers.has(document)) cells.reject('documentDiffers', 'document')
    const row = journalRowOf({
      id,
      date,
      kind,
      customer: owner.id(),
      document,
      tax: tax === null ? null : Math.abs(tax),
      amount,
      currency,
      rate: rates(currency, date),
      due,
      reason: kind === 'credit' ? 'correction' : '',
      source: originOf('', 'bills'),
      memo: cells.text('memo'),
    })
    rows.push({ change: 'addRow', row })
    return { state: 'imported', amount: signed, currency }
  })
  return { ...newCustomers(folk, rows), taken, rejected }
}

function isSame(
  row: JournalRow,
  said: { date: Day; amount: Minor; currency: Currency; customer: string | null },
): boolean {
  return row.amount === said.amount && row.currency === said.currency && row.date === said.date
}

/** The row's own, else by the customer's or the book's terms where they are simple; the ledger takes the bill's day where there is none. */
function dueOf(cells: Cells, book: Book, customer: Customer | string, date: Day): Day | null {
  const said = cells.day('due')
  if (said !== null) return said
  const terms = parseTerms((typeof customer === 'string' ? undefined : customer.terms) ?? book.settings.terms)
  const only = 'fault' in terms || terms.parts.length !== 1 ? undefined : terms.parts[0]
  return only === undefined ? null : dueDay(only.rule, { bill: date })
}

/** Numbers of everything that is owed or credited. */
function documentNumbers(journal: Journal): ReadonlySet<string> {
  const kinds = new Set([kindCode('bill'), kindCode('fee'), kindCode('credit'), kindCode('opening')])
  const codes = new Set<number>()
  for (let i = 0; i < journal.length; i++) if (kinds.has(journal.kind[i] ?? -1)) codes.add(journal.document[i] ?? 0)
  codes.delete(0)
  return new Set([...codes].map((c) => journal.documents.texts[c] ?? ''))
}
