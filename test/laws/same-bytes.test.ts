// Reading a file and writing it back without a change writes the same bytes, for every kind of file.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import type { Problem } from '../../src/core/base/problem.ts'
import type { Item, StaffMember } from '../../src/core/book/catalog.ts'
import type { ImportMapping } from '../../src/core/book/mapping.ts'
import { ignoredCodec } from '../../src/store/codecs/bank.ts'
import { catalogCodec, writeCatalog } from '../../src/store/codecs/catalog.ts'
import { classesCodec } from '../../src/store/codecs/classes.ts'
import { customerCodec, writeCustomer } from '../../src/store/codecs/customer.ts'
import { holidaysCodec } from '../../src/store/codecs/holidays.ts'
import { mappingCodec, writeMapping } from '../../src/store/codecs/mapping.ts'
import { ratesCodec } from '../../src/store/codecs/rates.ts'
import { settingsCodec } from '../../src/store/codecs/settings.ts'
import { staffCodec, writeStaff } from '../../src/store/codecs/staff.ts'
import { type CsvCodec, readCsvWithCare } from '../../src/store/csv/codec.ts'
import { readCsvFast } from '../../src/store/csv/fast.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { defaultSettings } from '../../src/store/defaults.ts'
import type { Source } from '../../src/store/source.ts'
import { newBookFiles, settingsText } from '../../src/store/template.ts'
import { readYaml, readYamlWithCare, type YamlCodec } from '../../src/store/yaml/codec.ts'
import { bookComments } from '../../src/text/en/book-comments.ts'
import {
  cell,
  currencies,
  customerIds,
  customers,
  days,
  filled,
  line,
  rowIds,
  text,
} from '../support/arbitrary-book.ts'
import { runs } from '../support/runs.ts'

const cny = currency('CNY')

function source(content: string): Source {
  return { file: 'f', text: content, bom: false }
}

/** Leaves out what is undefined, as the readers do. */
function said<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
/** Ids that JavaScript would not sort as numbers. */
const names = fc.stringMatching(/^[a-z][a-z0-9 -]{0,8}[a-z0-9]$/)
const prices = fc.constantFrom('0', '12.50', '0.000001', '99999')

function documentLaw<S, V, C>(
  name: string,
  codec: YamlCodec<S, V, C>,
  texts: fc.Arbitrary<readonly [content: string, context: C]>,
  write: (value: V) => string,
): void {
  test(name, () => {
    fc.assert(
      fc.property(texts, ([content, context]) => {
        const problems: Problem[] = []
        for (const read of [readYaml, readYamlWithCare]) {
          const value = read(codec, source(content), context, problems)
          expect(problems, content).toEqual([])
          expect(value === null ? null : write(value)).toBe(content)
        }
      }),
      { numRuns: runs(60) },
    )
  })
}

const items = fc.uniqueArray(
  fc
    .record({
      id: names,
      name: filled,
      unit: maybe(line),
      price: maybe(prices),
      cost: maybe(prices),
      currency: maybe(currencies),
      tax: maybe(fc.constant('standard')),
      category: maybe(line),
      codes: fc.dictionary(names, line, { maxKeys: 2 }),
    })
    .map((item) => said<Item>(item)),
  { selector: (item) => item.id, maxLength: 5 },
)

const people = fc.uniqueArray(
  fc.record({ id: names, name: filled, department: maybe(line), email: maybe(line) }).map((p) => said<StaffMember>(p)),
  { selector: (p) => p.id, maxLength: 4 },
)

const mappings = fc
  .record({
    as: maybe(fc.constantFrom('sales' as const, 'bank' as const)),
    columns: fc.dictionary(names, text, { maxKeys: 4 }),
    constants: fc.dictionary(names, text, { maxKeys: 2 }),
    date: maybe(fc.constantFrom('M/d/yyyy', 'dd.MM.yyyy HH:mm')),
    decimal: maybe(fc.constantFrom('.' as const, ',' as const)),
    encoding: maybe(fc.constant('gb18030')),
    delimiter: maybe(fc.constantFrom(';', '\t', '|')),
  })
  .map((m) => said<ImportMapping>(m))

documentLaw(
  'a customer',
  customerCodec,
  customers.map((c) => [writeCustomer(c, cny), { id: c.id, currency: cny }] as const),
  (value) => writeCustomer(value, cny),
)
documentLaw(
  'the catalogue',
  catalogCodec,
  items.map((i) => [writeCatalog(i), undefined] as const),
  writeCatalog,
)
documentLaw(
  'the staff',
  staffCodec,
  people.map((p) => [writeStaff(p), undefined] as const),
  writeStaff,
)
documentLaw(
  'a mapping',
  mappingCodec,
  mappings.map((m) => [writeMapping(m), undefined] as const),
  writeMapping,
)
documentLaw(
  'the settings',
  settingsCodec,
  fc
    .tuple(filled, currencies, fc.constantFrom('en', 'zh-CN'))
    .map(
      ([name, code, locale]) =>
        [settingsText(defaultSettings(name, code, locale, 'Asia/Shanghai'), bookComments), undefined] as const,
    ),
  (value) => settingsText(value, bookComments),
)

function tableLaw<S, R, C>(name: string, codec: CsvCodec<S, R, C>, rows: fc.Arbitrary<readonly R[]>, context: C): void {
  const write = (all: readonly R[]) =>
    `${codec.columns.join(',')}\n${all.map((row) => `${writeRow(codec.cells(row))}\n`).join('')}`
  test(name, () => {
    fc.assert(
      fc.property(rows, (all) => {
        const problems: Problem[] = []
        const careful = readCsvWithCare(codec, source(write(all)), context, problems)
        expect(problems).toEqual([])
        expect(write(careful.map(({ row }) => row))).toBe(write(all))
        const quick = readCsvFast(codec, write(all), context)
        if (quick !== null) expect(quick).toEqual(careful)
      }),
      { numRuns: runs(60) },
    )
  })
}

tableLaw(
  'classes',
  classesCodec,
  fc.array(fc.record({ date: days, customer: customerIds, dimension: names, class: names, reason: cell })),
  undefined,
)
tableLaw(
  'rates',
  ratesCodec,
  fc.array(fc.record({ date: days, from: currencies, to: currencies, rate: fc.constantFrom('7.1234', '0.14', '158') })),
  undefined,
)
tableLaw(
  'holidays',
  holidaysCodec,
  fc.array(fc.record({ date: days, kind: fc.constantFrom('holiday', 'workday'), name: cell })),
  undefined,
)
tableLaw(
  'ignored lines',
  ignoredCodec,
  fc.array(fc.record({ account: fc.constant('main'), line: rowIds, reason: cell })),
  {
    account: 'main',
  },
)

test('the files of a new book', () => {
  const files = newBookFiles({ name: 'X', currency: cny, locale: 'en', timezone: 'UTC' })
  const settings = readYaml(settingsCodec, source(files.get('crm.yaml') ?? ''), undefined, [])
  expect(settings === null ? '' : settingsText(settings, bookComments)).toBe(files.get('crm.yaml'))
})
