// A seeded book of any size for measuring: bills, payments and applications of many customers over many months.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, dayFrom, monthOf } from '../../src/core/base/day.ts'
import { idFromHalves } from '../../src/core/base/id.ts'
import type { JournalKind, JournalRow } from '../../src/core/book/journal.ts'
import { journalCodec } from '../../src/store/codecs/journal.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { newBookFiles } from '../../src/store/template.ts'
import { random } from './random.ts'

export interface BookSize {
  readonly rows: number
  readonly customers: number
  readonly months: number
}

/** Writes the book into a folder. Each customer's bills are paid about two times in three, a month or so later. */
export function writeBook(folder: string, { rows, customers, months }: BookSize): void {
  const next = random(20_260_101)
  const cny = currency('CNY')
  const byMonth = new Map<string, string[]>()
  const last = monthOf(monthStart(months - 1))
  let count = 0
  const put = (date: Day, kind: JournalKind, who: string, amount: number, more: Partial<JournalRow>) => {
    const id = idFromHalves(Math.floor(next() * 2 ** 30), Math.floor(next() * 2 ** 30))
    const row = { ...emptyRow, id, date, kind, customer: who, amount, currency: cny, ...more }
    const month = monthOf(date)
    const lines = byMonth.get(month) ?? []
    byMonth.set(month, lines)
    lines.push(writeRow(journalCodec.cells(row)))
    count++
    return id
  }
  for (let n = 1; count < rows; n++) {
    const month = Math.floor(((n * 2.34) / rows) * months)
    const first = monthStart(Math.min(month, months - 1))
    const date = addDays(first, Math.floor(next() * 28))
    const who = `c${String(Math.floor(next() * customers)).padStart(6, '0')}`
    const amount = 1 + Math.floor(next() * 5_000_00)
    const document = `INV-${date.slice(0, 4)}-${String(n).padStart(7, '0')}`
    put(date, 'bill', who, amount, { document, due: addDays(date, 30), tax: Math.round((amount * 13) / 113) })
    const paid = addDays(date, Math.floor(next() * 60))
    if (next() > 0.67 || monthOf(paid) > last) continue
    const of = put(paid, 'payment', who, amount, { method: 'transfer', memo: `receipt ${n}` })
    put(paid, 'apply', who, amount, { document, of })
  }
  write(folder, byMonth)
}

const emptyRow = {
  document: '',
  of: '',
  item: '',
  quantity: '',
  price: '',
  tax: null,
  rate: '',
  due: null,
  reason: '',
  source: '',
  method: '',
  memo: '',
} as const

function monthStart(index: number): Day {
  return dayFrom(2019 + Math.floor(index / 12), (index % 12) + 1, 1)
}

function write(folder: string, byMonth: ReadonlyMap<string, readonly string[]>): void {
  mkdirSync(join(folder, 'journal'), { recursive: true })
  const start = { name: 'Bench', currency: currency('CNY'), locale: 'en', timezone: 'UTC' }
  for (const [path, text] of newBookFiles(start)) {
    if (path.startsWith('schemas/')) continue
    writeFileSync(join(folder, path), text)
  }
  for (const [month, lines] of byMonth)
    writeFileSync(join(folder, 'journal', `${month}.csv`), `${journalCodec.columns.join(',')}\n${lines.join('\n')}\n`)
}
