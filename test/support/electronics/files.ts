// A book as the texts of its files, written by the store's own canonical writers.
import { monthOf } from '../../../src/core/base/day.ts'
import type { ActivityRow } from '../../../src/core/book/activity.ts'
import type { Book } from '../../../src/core/book/book.ts'
import { type JournalRow, kindCode } from '../../../src/core/book/journal.ts'
import { activityCodec } from '../../../src/store/codecs/activity.ts'
import { writeBill } from '../../../src/store/codecs/bill.ts'
import { writeCatalog } from '../../../src/store/codecs/catalog.ts'
import { classesCodec } from '../../../src/store/codecs/classes.ts'
import { writeCustomer } from '../../../src/store/codecs/customer.ts'
import { journalCodec } from '../../../src/store/codecs/journal.ts'
import { ratesCodec } from '../../../src/store/codecs/rates.ts'
import { writeStaff } from '../../../src/store/codecs/staff.ts'
import { writeRow } from '../../../src/store/csv/write.ts'
import { compare } from './trade.ts'

export interface BookTexts {
  readonly settings: string
  readonly book: Book
  readonly rows: readonly JournalRow[]
  readonly activity: readonly ActivityRow[]
}

/** Texts by path relative to the book's folder. */
export function bookFiles({ settings, book, rows, activity }: BookTexts): Map<string, string> {
  const files = new Map<string, string>([
    ['crm.yaml', settings],
    ['catalog.yaml', writeCatalog([...book.items.values()])],
    ['staff.yaml', writeStaff(book.staff)],
    ['rates.csv', table(ratesCodec, book.rates)],
  ])
  if (book.classes.length > 0) files.set('classes.csv', table(classesCodec, book.classes))
  for (const customer of book.customers.values())
    files.set(`customers/${customer.id}.yaml`, writeCustomer(customer, book.settings.currency))
  for (const bill of book.bills.values())
    files.set(`bills/${bill.date.slice(0, 4)}/${bill.number}.yaml`, writeBill(bill))
  for (const [month, own] of byMonth([...rows].sort(inOrder)))
    files.set(`journal/${month}.csv`, table(journalCodec, own))
  for (const [month, own] of byMonth(activity)) files.set(`activity/${month}.csv`, table(activityCodec, own))
  return files
}

function inOrder(a: JournalRow, b: JournalRow): number {
  return (
    compare(a.date, b.date) ||
    kindCode(a.kind) - kindCode(b.kind) ||
    compare(a.customer, b.customer) ||
    compare(a.id, b.id)
  )
}

function table<Row>(
  codec: { readonly columns: readonly string[]; cells(row: Row): readonly string[] },
  rows: readonly Row[],
): string {
  return [codec.columns, ...rows.map((row) => codec.cells(row))].map((cells) => `${writeRow(cells)}\n`).join('')
}

function byMonth<Row extends { readonly date: JournalRow['date'] }>(rows: readonly Row[]): Map<string, Row[]> {
  const months = new Map<string, Row[]>()
  for (const row of rows) {
    const month = monthOf(row.date)
    const found = months.get(month)
    if (found === undefined) months.set(month, [row])
    else found.push(row)
  }
  return months
}
