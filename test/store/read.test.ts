// Reading a whole book: what the files say, and every problem of every file at its place.
import { expect, test } from 'vitest'
import { journalRow } from '../../src/core/book/journal.ts'
import { readBook } from '../../src/store/read.ts'
import { memoryFiles } from '../support/memory-files.ts'

const crm = `book: 1
company:
  name: Harbour Trading
currency: CNY
tax:
  mode: net
  rounding: group
  default: standard
  rates:
    standard: 13
`
const header =
  'id,date,kind,customer,document,of,item,quantity,price,tax,amount,currency,rate,due,reason,source,method,memo\n'
const sale = '0123456789ab,2026-10-03,sale,yunfan,,,cable,3,10.5,,31.50,CNY,,,,,,"two, three"\n'

test('a small book is read without a problem', () => {
  const files = memoryFiles({
    '/b/crm.yaml': crm,
    '/b/customers/yunfan.yaml':
      'id: yunfan\nname: 云帆\ntaxId: 010\nterms: NO\ntags: [vip, "a: b"]\ncreditLimit: 1234.5\n',
    '/b/journal/2026-10.csv': header + sale + sale,
  })
  const { book, problems } = readBook(files, '/b', ['customers', 'journal'])
  expect(problems).toEqual([])
  expect(book.customers.get('yunfan')).toMatchObject({
    taxId: '010',
    terms: 'NO',
    tags: ['vip', 'a: b'],
    creditLimit: 123450,
  })
  expect(book.journal.length).toBe(1)
  expect(journalRow(book.journal, 0)).toMatchObject({ amount: 3150, memo: 'two, three' })
})

test('every problem of every file is told with its line and column', () => {
  const files = memoryFiles({
    '/b/crm.yaml': `${crm}phone: 1\nlocal: zh\n`,
    '/b/customers/Big.yaml': 'id: x\n',
    '/b/customers/a.yaml': 'id: a\nname: A\nnmae: B\ncontacts:\n  - email: x\nsince: 2026-02-30\n',
    '/b/customers/b.yaml': 'id: c\nname: &x B\nname: C\n',
    '/b/journal/2026-10.csv':
      header +
      sale +
      sale.replace('31.50', '31.5').replace('0123456789ab', '0123456789ac') +
      sale.replace('31.50', '32.50') +
      'x,2026-11-31,gift,Yun,,,,,,,1.00,XXX,,,,,,\n' +
      '0123456789ad,2026-11-30,payment,y,,,,,,,-1.00,CNY,,,,,,\n1,2\n',
  })
  const { problems } = readBook(files, '/b', ['customers', 'journal'])
  const told = problems.map((p) => `${p.where?.file}:${p.where?.line ?? ''}:${p.where?.column ?? ''} ${p.code}`)
  expect(told).toMatchInlineSnapshot(`
    [
      "crm.yaml:11:1 unknown-key",
      "crm.yaml:12:1 unknown-key",
      "customers/Big.yaml:: bad-file-name",
      "customers/a.yaml:3:1 unknown-key",
      "customers/a.yaml:5:5 missing-key",
      "customers/a.yaml:6:8 wrong-value",
      "customers/b.yaml:2:10 yaml-feature",
      "customers/b.yaml:3:1 duplicate-key",
      "journal/2026-10.csv:3:53 bad-cell",
      "journal/2026-10.csv:5:1 bad-cell",
      "journal/2026-10.csv:5:3 bad-cell",
      "journal/2026-10.csv:5:14 bad-cell",
      "journal/2026-10.csv:5:19 bad-cell",
      "journal/2026-10.csv:5:34 bad-cell",
      "journal/2026-10.csv:6:14 row-in-wrong-month",
      "journal/2026-10.csv:6:41 bad-cell",
      "journal/2026-10.csv:7:1 csv-ragged",
      "journal/2026-10.csv:4: same-id-twice",
    ]
  `)
})

test('names that a book cannot have are told, wherever they lie; what editors and systems leave is passed over', () => {
  const files = memoryFiles({
    '/b/crm.yaml': crm,
    '/b/bills/INV-1.yaml': 'number: INV-1\n',
    '/b/bills/2026/a b.yaml': '',
    '/b/bank/Main Account/2026-10.csv': '',
    '/b/bank/main/october.csv': '',
    '/b/journal/2026-13.csv': '',
    '/b/journal/notes.txt': '',
    '/b/journal/.DS_Store': '',
    '/b/customers/yunfan.yaml~': '',
    '/b/customers/con.yaml': '',
  })
  const { problems } = readBook(files, '/b', ['customers', 'journal', 'bills', 'bank'])
  expect(problems.map((p) => `${p.where?.file} ${p.code}`)).toEqual([
    'customers/con.yaml bad-file-name',
    'journal/2026-13.csv bad-file-name',
    'journal/notes.txt bad-file-name',
    'bills/INV-1.yaml bad-file-name',
    'bills/2026/a b.yaml bad-file-name',
    'bank/Main Account bad-file-name',
    'bank/main/october.csv bad-file-name',
  ])
})

test('the shortest rows find room', () => {
  const rows = Array.from(
    { length: 500 },
    (_, i) => `${String(i).padStart(12, '0')},2026-10-03,in,a,,,,,,,1,JPY,,,,,,\n`,
  )
  const files = memoryFiles({ '/b/crm.yaml': crm, '/b/journal/2026-10.csv': header + rows.join('') })
  const { book, problems } = readBook(files, '/b', ['journal'])
  expect(problems).toEqual([])
  expect(book.journal.length).toBe(500)
})
