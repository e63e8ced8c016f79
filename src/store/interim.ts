// Appends rows and writes new files; single fields of customers follow.
import type { Currency } from '../core/base/currency.ts'
import { monthOf } from '../core/base/day.ts'
import type { Problem } from '../core/base/problem.ts'
import type { Change } from '../core/book/change.ts'
import type { NewBook } from '../core/book/new-book.ts'
import type { Files } from '../world/world.ts'
import { activityCodec } from './codecs/activity.ts'
import { bankCodec } from './codecs/bank.ts'
import { writeBill } from './codecs/bill.ts'
import { classesCodec } from './codecs/classes.ts'
import { writeCustomer } from './codecs/customer.ts'
import { journalCodec } from './codecs/journal.ts'
import { writeMapping } from './codecs/mapping.ts'
import type { Edit } from './commit.ts'
import { writeRow } from './csv/write.ts'
import { digest, readIfThere } from './digest.ts'
import type { BookRead } from './read.ts'

interface CsvTarget {
  readonly path: string
  readonly header: readonly string[]
  readonly cells: readonly string[]
}

function rowOf(change: Change): CsvTarget | null {
  switch (change.change) {
    case 'addRow':
      return {
        path: `journal/${monthOf(change.row.date)}.csv`,
        header: journalCodec.columns,
        cells: journalCodec.cells(change.row),
      }
    case 'addActivity':
      return {
        path: `activity/${monthOf(change.row.date)}.csv`,
        header: activityCodec.columns,
        cells: activityCodec.cells(change.row),
      }
    case 'addClass':
      return { path: 'classes.csv', header: classesCodec.columns, cells: classesCodec.cells(change.row) }
    case 'addBankLine':
      return {
        path: `bank/${change.line.account}/${monthOf(change.line.date)}.csv`,
        header: bankCodec.columns,
        cells: bankCodec.cells(change.line),
      }
    default:
      return null
  }
}

function fileOf(change: Change, currency: Currency): { path: string; text: string } | null {
  switch (change.change) {
    case 'addCustomer':
      return { path: `customers/${change.customer.id}.yaml`, text: writeCustomer(change.customer, currency) }
    case 'issueBill':
      return { path: `bills/${change.bill.date.slice(0, 4)}/${change.bill.number}.yaml`, text: writeBill(change.bill) }
    case 'saveMapping':
      return { path: `imports/${change.name}.yaml`, text: writeMapping(change.mapping) }
    default:
      return null
  }
}

export function planEdits(
  changes: readonly Change[],
  reading: BookRead,
  disk: { readonly files: Files; readonly folder: string },
): {
  readonly edits: readonly (Edit & { beforeText: string | null; afterText: string })[]
  readonly problems: readonly Problem[]
} {
  const texts = new Map<string, { before: string | null; after: string }>()
  for (const change of changes) {
    const file = fileOf(change, reading.book.settings.currency)
    if (file !== null) texts.set(file.path, { before: null, after: file.text })
    const row = rowOf(change)
    if (row === null) continue
    let text = texts.get(row.path)
    if (text === undefined) {
      const bytes = readIfThere(disk.files, `${disk.folder}/${row.path}`)
      const before = bytes === null ? null : new TextDecoder().decode(bytes)
      text = { before, after: before ?? `${writeRow(row.header)}\n` }
      texts.set(row.path, text)
    }
    text.after += `${writeRow(row.cells)}\n`
  }
  const edits = [...texts].map(([path, { before, after }]) => ({
    path,
    before: before === null ? null : digest(before),
    after: new TextEncoder().encode(after),
    beforeText: before,
    afterText: after,
  }))
  return { edits, problems: [] }
}

export function bookFiles(start: NewBook): ReadonlyMap<string, string> {
  const lines = [
    'book: 1',
    `company: { name: ${JSON.stringify(start.name)} }`,
    `currency: ${start.currency}`,
    `locale: ${start.locale}`,
    `timezone: ${start.timezone}`,
    'tax: { mode: net, rounding: group, default: standard, rates: { standard: 13, zero: 0 } }',
  ]
  return new Map([
    ['crm.yaml', `${lines.join('\n')}\n`],
    ['.gitignore', '.crm/\n'],
  ])
}
