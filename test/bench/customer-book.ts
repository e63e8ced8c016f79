// A seeded book with everything that facts are measured from: customers, sales, bills, payments, contacts and classes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, dayFrom, monthOf } from '../../src/core/base/day.ts'
import { idFromHalves } from '../../src/core/base/id.ts'
import { type ActivityRow, emptyActivity } from '../../src/core/book/activity.ts'
import type { JournalKind, JournalRow } from '../../src/core/book/journal.ts'
import { activityCodec } from '../../src/store/codecs/activity.ts'
import { classesCodec } from '../../src/store/codecs/classes.ts'
import { writeCustomer } from '../../src/store/codecs/customer.ts'
import { journalCodec } from '../../src/store/codecs/journal.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { newBookFiles } from '../../src/store/template.ts'
import { random } from './random.ts'

const cny = currency('CNY')
const months = 36
const items = 50

/**
 * Nine in ten rows are of the journal: of ten, four sales, two bills, two payments that settle them and two applications.
 * The rest are contacts with customers; every other customer has a grade.
 */
export function writeCustomerBook(folder: string, size: { readonly rows: number; readonly customers: number }): void {
  const next = random(20_260_102)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const id = () => idFromHalves(Math.floor(next() * 2 ** 30), Math.floor(next() * 2 ** 30))
  const names = Array.from({ length: size.customers }, (_, i) => `c${String(i).padStart(6, '0')}`)
  const journal = new Map<string, string[]>()
  const activity = new Map<string, string[]>()
  const begin = dayFrom(2023, 11, 1)
  const last = addDays(dayFrom(2026, 11, 1), -1)
  let count = 0
  const put = (date: Day, kind: JournalKind, who: string, amount: number, more: Partial<JournalRow>) => {
    const row = { ...emptyRow, id: id(), date, kind, customer: who, amount, currency: cny, ...more }
    push(journal, monthOf(date), writeRow(journalCodec.cells(row)))
    count++
    return row.id
  }
  for (let n = 1; count < size.rows * 0.9; n++) {
    const who = pick(names)
    const date = addDays(begin, Math.floor(next() * months * 30))
    for (let k = 0; k < 2; k++) {
      const quantity = 1 + Math.floor(next() * 9)
      const back = next() < 0.03 ? -1 : 1
      const item = `i${Math.floor(next() * items)}`
      put(date, 'sale', who, back * quantity * 1250, { item, quantity: String(back * quantity), price: '12.50' })
    }
    const amount = 1 + Math.floor(next() * 5_000_00)
    const document = `INV-${date.slice(0, 4)}-${String(n).padStart(7, '0')}`
    put(date, 'bill', who, amount, { document, due: addDays(date, 30), source: 'import:bench' })
    const paid = addDays(date, Math.floor(next() * 60))
    if (paid > last) continue
    const of = put(paid, 'payment', who, amount, { method: 'transfer', memo: `receipt ${n}` })
    put(paid, 'apply', who, amount, { document, of })
  }
  for (let n = 0; n < size.rows * 0.1; n++) {
    const date = addDays(begin, Math.floor(next() * months * 30))
    const row: ActivityRow = { ...emptyActivity, id: id(), date, customer: pick(names), ...contact(pick(kinds), date) }
    push(activity, monthOf(date), writeRow(activityCodec.cells(row)))
  }
  const grades = names
    .filter((_, i) => i % 2 === 0)
    .map((customer) =>
      writeRow(
        classesCodec.cells({
          date: begin,
          customer,
          dimension: 'grade',
          class: pick(['A', 'B', 'C']),
          reason: 'start',
        }),
      ),
    )
  writeFiles(folder, { journal, activity, grades, names })
}

const kinds = ['contact', 'visit', 'complaint', 'promise', 'survey', 'enquiry', 'reminder'] as const

function contact(kind: (typeof kinds)[number], date: Day): Partial<ActivityRow> & Pick<ActivityRow, 'kind'> {
  if (kind === 'promise') return { kind, due: addDays(date, 14) }
  if (kind === 'survey') return { kind, rating: '4', scale: '5' }
  return { kind, channel: 'phone', by: 'li', subject: 'a call', minutes: '15' }
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

function push(months: Map<string, string[]>, month: string, line: string): void {
  const lines = months.get(month)
  if (lines === undefined) months.set(month, [line])
  else lines.push(line)
}

interface Content {
  readonly journal: ReadonlyMap<string, readonly string[]>
  readonly activity: ReadonlyMap<string, readonly string[]>
  readonly grades: readonly string[]
  readonly names: readonly string[]
}

function writeFiles(folder: string, { journal, activity, grades, names }: Content): void {
  for (const part of ['journal', 'activity', 'customers']) mkdirSync(join(folder, part), { recursive: true })
  const start = { name: 'Bench', currency: cny, locale: 'en', timezone: 'UTC' }
  for (const [path, text] of newBookFiles(start))
    if (!path.startsWith('schemas/')) writeFileSync(join(folder, path), text)
  const table = (path: string, columns: readonly string[], lines: readonly string[]) =>
    writeFileSync(join(folder, path), `${columns.join(',')}\n${lines.join('\n')}\n`)
  for (const [month, lines] of journal) table(`journal/${month}.csv`, journalCodec.columns, lines)
  for (const [month, lines] of activity) table(`activity/${month}.csv`, activityCodec.columns, lines)
  table('classes.csv', classesCodec.columns, grades)
  const catalog = Array.from(
    { length: items },
    (_, i) => `  i${i}:\n    name: Item ${i}\n    price: 12.50\n    cost: 8.00\n`,
  )
  writeFileSync(join(folder, 'catalog.yaml'), `items:\n${catalog.join('')}`)
  for (const [i, id] of names.entries()) {
    const customer = { ...emptyCustomer, id, name: `Customer ${i}`, region: `CN-${10 + (i % 50)}`, industry: 'retail' }
    writeFileSync(join(folder, 'customers', `${id}.yaml`), writeCustomer(customer, cny))
  }
}

const emptyCustomer = { kind: 'company', aliases: [], tags: [], contacts: [], payers: [], custom: {} } as const
