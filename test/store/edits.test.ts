// Changes in domain words become new contents of files.
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { UserError } from '../../src/core/base/problem.ts'
import type { Change } from '../../src/core/book/change.ts'
import { digest } from '../../src/store/digest.ts'
import { editsFor } from '../../src/store/edits.ts'
import { customer, row, settings } from '../support/book.ts'

const header =
  'id,date,kind,customer,document,of,item,quantity,price,tax,amount,currency,rate,due,reason,source,method,memo'

function edited(changes: readonly Change[], files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const edits = editsFor(changes, settings, (path) => (files[path] === undefined ? null : Buffer.from(files[path])))
  return Object.fromEntries(edits.map(({ path, after }) => [path, Buffer.from(after ?? []).toString('utf8')]))
}

function refused(changes: readonly Change[], files: Readonly<Record<string, string>> = {}): string[] {
  try {
    edited(changes, files)
    return []
  } catch (error) {
    return error instanceof UserError ? error.problems.map((p) => p.code) : [String(error)]
  }
}

const payment = row('2026-10-03', 'payment', 'yunfan', 12_345, { memo: 'a, "b"\nc' })
const line = `${payment.id},2026-10-03,payment,yunfan,,,,,,,123.45,CNY,,,,,,"a, ""b"" c"`

test('a row of a new month makes the file with its header', () => {
  expect(edited([{ change: 'addRow', row: payment }])).toEqual({ 'journal/2026-10.csv': `${header}\n${line}\n` })
})

test('rows go to the files of their months, in the order of the changes', () => {
  const later = row('2026-11-01', 'payment', 'yunfan', 1)
  const files = edited([
    { change: 'addRow', row: later },
    { change: 'addRow', row: payment },
    { change: 'addRow', row: { ...later, id: '0123456789ab' } },
  ])
  expect(Object.keys(files)).toEqual(['journal/2026-10.csv', 'journal/2026-11.csv'])
  expect(files['journal/2026-11.csv']?.split('\n').map((l) => l.slice(0, 12))).toEqual([
    'id,date,kind',
    later.id,
    '0123456789ab',
    '',
  ])
})

test('own columns are padded, and the newlines of the file kept', () => {
  const before = `${header},site,"a,b"\r\n`
  expect(edited([{ change: 'addRow', row: payment }], { 'journal/2026-10.csv': before })).toEqual({
    'journal/2026-10.csv': `${before}${line},,\r\n`,
  })
})

test('a file that ends within a row, or has another header, gets nothing', () => {
  const add: Change[] = [{ change: 'addRow', row: payment }]
  expect(refused(add, { 'journal/2026-10.csv': `${header}\nabc` })).toEqual(['csv-cut'])
  expect(refused(add, { 'journal/2026-10.csv': 'id,day\n' })).toEqual(['csv-header'])
})

test('an edit says what the file was', () => {
  const edits = editsFor([{ change: 'addRow', row: payment }], settings, () => Buffer.from(`${header}\n`))
  expect(edits.map((e) => e.before)).toEqual([digest(Buffer.from(`${header}\n`))])
})

test('a new customer is one file, and fields set in the same plan are in it', () => {
  const files = edited([
    {
      change: 'addCustomer',
      customer: customer('yunfan', { name: '云帆', creditLimit: 500_000, currency: currency('JPY') }),
    },
    { change: 'setField', customer: 'yunfan', path: ['terms'], value: 'net 15' },
  ])
  expect(files).toEqual({
    'customers/yunfan.yaml':
      '# yaml-language-server: $schema=../schemas/customer.json\nid: yunfan\nname: 云帆\nkind: company\ncurrency: JPY\nterms: net 15\ncreditLimit: 500000\n',
  })
})

test('what is there is never overwritten by something new', () => {
  const add: Change[] = [{ change: 'addCustomer', customer: customer('yunfan') }]
  expect(refused(add, { 'customers/yunfan.yaml': 'id: yunfan\nname: x\n' })).toEqual(['file-exists'])
})

test('names that could not be read again are refused', () => {
  expect(refused([{ change: 'addCustomer', customer: customer('../x') }])).toEqual(['bad-file-name'])
  expect(refused([{ change: 'saveMapping', name: 'My Bank', mapping: { columns: {}, constants: {} } }])).toEqual([
    'bad-file-name',
  ])
})

test('items go to the end of the catalogue, whatever else it says', () => {
  const item = (id: string) => ({
    change: 'addItem' as const,
    item: { id, name: `Item ${id}`, price: '12.50', codes: {} },
  })
  const before = '# ours\nitems:\n  hub: # eight ports\n    name: Hub\n\ncustom:\n  x: 1\n'
  expect(edited([item('cable'), item('plug')], { 'catalog.yaml': before })['catalog.yaml']).toBe(
    '# ours\nitems:\n  hub: # eight ports\n    name: Hub\n  cable:\n    name: Item cable\n    price: 12.50\n  plug:\n    name: Item plug\n    price: 12.50\n\ncustom:\n  x: 1\n',
  )
})

test('a change that changes nothing is no edit', () => {
  const text = 'id: yunfan\nname: x\nterms: net 30\n'
  const same: Change[] = [{ change: 'setField', customer: 'yunfan', path: ['terms'], value: 'net 30' }]
  expect(edited(same, { 'customers/yunfan.yaml': text })).toEqual({})
})
