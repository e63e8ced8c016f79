// A seeded book of any size for measuring: bills, payments and applications of many customers over many months.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, dayFrom, monthOf } from '../../src/core/base/day.ts'
import { idFromHalves } from '../../src/core/base/id.ts'
import type { Customer } from '../../src/core/book/customer.ts'
import type { JournalKind, JournalRow } from '../../src/core/book/journal.ts'
import { writeCustomer } from '../../src/store/codecs/customer.ts'
import { journalCodec } from '../../src/store/codecs/journal.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { newBookFiles } from '../../src/store/template.ts'
import { random } from './random.ts'

const industries = ['medical', 'retail', 'logistics', 'software', 'catering']
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const places = ['海澜', '云岭', '青川', '石桥', '松江', '北屿', '南浦', '长溪']
const trades = ['电子', '医疗器械', '纺织', '食品', '物流', '软件']

/** A file for each customer, of the size that people keep: some twenty lines, half of them in Chinese. */
function writeCustomers(folder: string, count: number): void {
  const next = random(20_260_102)
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  mkdirSync(join(folder, 'customers'), { recursive: true })
  for (let n = 0; n < count; n++) {
    const id = `c${String(n).padStart(6, '0')}`
    const chinese = n % 2 === 0
    const customer: Customer = {
      id,
      name: chinese ? `${pick(places)}${n}${pick(trades)}有限公司` : `Bench Trading ${n} Ltd`,
      kind: 'company',
      aliases: chinese ? [`Bench ${n}`] : [],
      industry: pick(industries),
      region: `CN-${11 + Math.floor(next() * 40)}`,
      size: pick(['1-10', '11-50', '51-200']),
      owner: pick(['li', 'wang', 'zhao']),
      stage: 'active',
      since: addDays(dayFrom(2018, 1, 1), Math.floor(next() * 2000)),
      email: `accounts@c${n}.example`,
      phone: `+86 10 ${String(10_000_000 + n)}`,
      address: chinese ? `${pick(places)}市 ${n % 900} 号` : `${n % 900} Quay Street`,
      language: chinese ? 'zh' : 'en',
      tags: n % 7 === 0 ? ['vip'] : [],
      contacts: [
        { name: `${pick(surnames)}${pick(surnames)}`, title: 'finance', email: `office@c${n}.example` },
        { name: `${pick(surnames)}${pick(surnames)}`, phone: '+86 10 555 0100' },
      ],
      terms: 'net 30',
      payers: [],
      notes: 'asks for a paper copy of each bill',
      custom: {},
    }
    writeFileSync(join(folder, 'customers', `${id}.yaml`), writeCustomer(customer, currency('CNY')))
  }
}

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
  writeCustomers(folder, customers)
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

/** Sales as another program would hand them over. */
export function writeSales(file: string, { rows, customers }: Pick<BookSize, 'rows' | 'customers'>): void {
  const next = random(20_260_103)
  const lines = ['date,customer,item,quantity,price']
  for (let n = 0; n < rows; n++) {
    const date = addDays(dayFrom(2026, 1, 1), Math.floor(next() * 300))
    const who = `c${String(Math.floor(next() * customers)).padStart(6, '0')}`
    lines.push(`${date},${who},item ${n % 50},${1 + Math.floor(next() * 9)},${(1 + Math.floor(next() * 9999)) / 100}`)
  }
  writeFileSync(file, `${lines.join('\n')}\n`)
}
