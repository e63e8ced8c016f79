// With a cache and without one a book is read as the same, whatever was edited in between, also within one tick of the clock.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, day } from '../../src/core/base/day.ts'
import { UserError } from '../../src/core/base/problem.ts'
import { type Journal, journalRow } from '../../src/core/book/journal.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { type Cache, openCache } from '../../src/store/cache/cache.ts'
import { type BookRead, readBook } from '../../src/store/read.ts'
import { realFiles } from '../../src/world/files.ts'
import { runs } from '../support/runs.ts'
import { settledFiles } from '../support/settled-files.ts'

const settings =
  'book: 1\ncompany:\n  name: Harbour\ncurrency: CNY\nlocale: en\ntax:\n  mode: net\n  rounding: group\n  default: standard\n  rates: { standard: 13 }\nnumbering: { bill: "INV-{yyyy}-{nnnn}" }\nterms: net 30\n'
const header =
  'id,date,kind,customer,document,of,item,quantity,price,tax,amount,currency,rate,due,reason,source,method,memo\n'
const months = ['2026-01', '2026-02', '2026-03']
const ids = ['alder', 'alder-b', 'birch']

/** Few ids, documents and amounts, so that rows stand twice, move between months, and texts come and go. */
const rows = fc.record({
  id: fc.constantFrom(...'123456789'.split('').map((n) => `00000000000${n}`)),
  kind: fc.constantFrom('bill', 'bill', 'opening', 'payment', 'apply', 'reverse'),
  customer: fc.constantFrom(...ids),
  document: fc.constantFrom('A-1', 'A-2', 'B-1', '000000000001'),
  amount: fc.constantFrom('1.00', '2.00'),
  day: fc.constantFrom('01', '03', '28'),
  memo: fc.constantFrom('', 'x', '"a, b"', 'y'),
})
type Row = typeof rows extends fc.Arbitrary<infer R> ? R : never

/** A reversal or an application names a number or an id, perhaps of another customer, or none that is there. */
const line = (month: string, r: Row) => {
  const document = r.kind === 'payment' || r.kind === 'reverse' ? '' : r.document
  const of = r.kind === 'reverse' ? r.document : r.kind === 'apply' ? '000000000002' : ''
  return `${r.id},${month}-${r.day},${r.kind},${r.customer},${document},${of},,,,,${r.amount},CNY,,,,,,${r.memo}\n`
}

const edits = fc.oneof(
  { weight: 4, arbitrary: fc.record({ append: fc.constantFrom(...months), row: rows }) },
  { weight: 3, arbitrary: fc.record({ write: fc.constantFrom(...months), rows: fc.array(rows, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ digit: fc.constantFrom(...months) }) },
  { weight: 1, arbitrary: fc.record({ crlf: fc.constantFrom(...months) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom(...months) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      customer: fc.constantFrom(...ids),
      name: fc.constantFrom('Xa', 'Xb', 'Long Name', '云帆', 'Xc\nmergedInto: birch'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ drop: fc.constantFrom(...ids) }) },
  {
    weight: 1,
    arbitrary: fc.record({ damage: fc.nat(), part: fc.constantFrom('journal', 'customers', 'settings', 'standing') }),
  },
)
type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never

type Write = (path: string, text: string) => void

function apply(folder: string, edit: Edit, write: Write): void {
  const month = (name: string) => join(folder, 'journal', `${name}.csv`)
  const old = (name: string) => (existsSync(month(name)) ? readFileSync(month(name), 'utf8') : header)
  const change = (name: string, to: (text: string) => string) => write(month(name), to(old(name)))
  if ('append' in edit) change(edit.append, (text) => text + line(edit.append, edit.row))
  else if ('write' in edit) change(edit.write, () => header + edit.rows.map((r) => line(edit.write, r)).join(''))
  // As many bytes as before.
  else if ('digit' in edit)
    change(edit.digit, (text) => text.replace(/[12]\.00/, (t) => (t === '1.00' ? '2.00' : '1.00')))
  else if ('crlf' in edit) change(edit.crlf, (text) => text.replaceAll(/\r?\n/g, '\r\n'))
  else if ('remove' in edit) rmSync(month(edit.remove), { force: true })
  else if ('customer' in edit)
    write(join(folder, 'customers', `${edit.customer}.yaml`), `id: ${edit.customer}\nname: ${edit.name}\n`)
  else if ('drop' in edit) rmSync(join(folder, 'customers', `${edit.drop}.yaml`), { force: true })
  else damage(join(folder, '.crm/cache', edit.part), edit.damage)
}

function damage(path: string, at: number): void {
  try {
    const bytes = readFileSync(path)
    bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 0x15
    unlinkSync(path)
    writeFileSync(path, bytes)
  } catch {
    // There is none yet.
  }
}

/** Everything a command can see of what was read. */
function told({ book, problems, seen }: BookRead) {
  const { journal } = book
  const dictionaries = ['customers', 'documents', 'items', 'currencies', 'texts', 'files'] as const
  // A commit looks again at those that were asked for.
  const customers = [...book.customers.values()]
  return {
    problems,
    files: seen.files.map(({ path, sha256 }) => `${path} ${sha256}`).sort(),
    folders: seen.folders.map(({ path, names }) => ({ path, names })),
    rows: Array.from({ length: journal.length }, (_, i) => journalRow(journal, i)),
    places: Array.from({ length: journal.length }, (_, i) => `${journal.file[i]}:${journal.line[i]}`),
    codes: codesOf(journal),
    texts: dictionaries.map((name) => journal[name].texts),
    found: dictionaries.map((name) => journal[name].texts.map((text) => journal[name].find(text))),
    customers,
    names: ids.map((id) => book.customers.nameOf?.(id)),
    keys: keysOf(book.customers),
    merged: book.customers.merged?.(),
    settings: book.settings,
  }
}

const days = [day('2026-01-02'), day('2026-02-15'), day('2026-12-31')]

/** What every account comes to, from the cache or from the rows; null where these cannot be read. */
function standingOf({ book, problems }: BookRead, asOf: Day) {
  if (problems.length > 0) return null
  const { since, ...standing } = book.standing ?? openLedger(book.journal, asOf).standing
  return standing
}

/** The same of a part of the book; null where it cannot be read. */
function toldOfPart({ book, problems, seen }: BookRead) {
  const { journal, rowDays } = book
  if (problems.length > 0) return null
  return {
    rows: Array.from({ length: journal.length }, (_, i) => journalRow(journal, i)),
    places: Array.from(
      { length: journal.length },
      (_, i) => `${journal.files.text(journal.file[i] ?? 0)}:${journal.line[i]}`,
    ),
    codes: codesOf(journal),
    rowDays,
    files: seen.files.map(({ path, sha256 }) => `${path} ${sha256}`).sort(),
    customers: ids.map((id) => attempted(() => book.customers.get(id))),
  }
}

function attempted<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

function codesOf(journal: Journal): readonly (readonly number[])[] {
  return (['customer', 'document', 'of', 'currency', 'memo'] as const).map((name) => Array.from(journal[name]))
}

function keysOf(customers: BookRead['book']['customers']): readonly string[] {
  const keys: string[] = []
  customers.eachKey?.((id, names) => keys.push(`${id}: ${names.join()}`))
  return keys
}

/** Each edit at a second of its own, years ago. */
function longAgo(): Write {
  let second = 1_600_000_000
  return (path, text) => {
    writeFileSync(path, text)
    second++
    utimesSync(path, second, second)
  }
}

for (const [name, files, writer] of [
  ['just now', realFiles, () => writeFileSync],
  ['long ago', settledFiles, longAgo],
] as const)
  test(`cached and uncached are the same after edits, where files were written ${name}`, () => {
    fc.assert(
      fc.property(fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (rounds) => {
        const write = writer()
        const folder = mkdtempSync(join(tmpdir(), 'crm-cache-'))
        try {
          for (const name of ['journal', 'customers']) mkdirSync(join(folder, name))
          writeFileSync(join(folder, 'crm.yaml'), settings)
          for (const round of [[], ...rounds]) {
            for (const edit of round) apply(folder, edit, write)
            const cache = openCache(files, folder)
            const cached = readBook(files, folder, ['journal', 'customers'], cache)
            expect(told(cached)).toEqual(told(readBook(files, folder, ['journal', 'customers'])))
            for (const wanted of [['alder'], ['birch', 'nobody'], ids]) {
              const about = () => ({ customers: new Set(wanted), documents: [] })
              const read = (from: Cache | null) =>
                toldOfPart(readBook(files, folder, ['journal', 'customers'], from, { about }))
              const again = openCache(files, folder)
              expect(read(again)).toEqual(read(null))
              again.close()
            }
            cache.flush()
            for (const day of days) {
              const again = openCache(files, folder)
              const read = (from: Cache | null) =>
                standingOf(readBook(files, folder, ['journal'], from, { standing: day }), day)
              expect(read(again)).toEqual(read(null))
              again.flush()
            }
          }
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: runs(60) },
    )
  })
