// A seeded book whose customers have five unbilled sales each: what a bill run makes so many bills of.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currency } from '../../src/core/base/currency.ts'
import { dayFrom } from '../../src/core/base/day.ts'
import { idFromHalves } from '../../src/core/base/id.ts'
import { journalRowOf } from '../../src/core/book/row.ts'
import { journalCodec } from '../../src/store/codecs/journal.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { writeCustomerBook } from './customer-book.ts'

const linesOfBill = 5

export function writeBillBook(folder: string, customers: number): void {
  writeCustomerBook(folder, { rows: 0, customers })
  const sales = Array.from({ length: customers * linesOfBill }, (_, n) => {
    const nth = n % linesOfBill
    const sale = {
      id: idFromHalves(n + 1, 7),
      date: dayFrom(2026, 11, 1 + nth),
      kind: 'sale',
      customer: `c${String(Math.floor(n / linesOfBill)).padStart(6, '0')}`,
      item: `i${nth}`,
      quantity: '3',
      price: '12.50',
      amount: 3750,
      currency: currency('CNY'),
    } as const
    return writeRow(journalCodec.cells(journalRowOf(sale)))
  })
  writeFileSync(join(folder, 'journal/2026-11.csv'), `${journalCodec.columns.join(',')}\n${sales.join('\n')}\n`)
}
