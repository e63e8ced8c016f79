// Random values of a book for laws: rows, customers, bills, as files may hold them, nasty texts included.
import fc from 'fast-check'
import { type Currency, currency } from '../../src/core/base/currency.ts'
import { type Day, dayOf, monthOf, numberFromCivil } from '../../src/core/base/day.ts'
import { idFromHalves } from '../../src/core/base/id.ts'
import { type ActivityRow, activityColumns, activityKinds, channels } from '../../src/core/book/activity.ts'
import { type BankLine, laterBankColumns } from '../../src/core/book/bank.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Customer } from '../../src/core/book/customer.ts'
import { type JournalRow, journalKinds } from '../../src/core/book/journal.ts'
import { signOf } from '../../src/store/codecs/journal.ts'

const nasty = [
  'NO',
  'yes',
  '010',
  '1e3',
  '0x1F',
  '2026-02-30',
  '12:30:00',
  '~',
  'null',
  '1_000',
  '.5',
  '-',
  '- a',
  'a: b',
  'a #b',
  '#b',
  "it's",
  '"quoted"',
  'a,b',
  'a "b", c',
  '[x]',
  '{x}',
  '*x',
  '&x',
  '!x',
  '|',
  '>',
  '%x',
  '@x',
  '`x',
  '=',
  '<<',
  '云帆（上海）有限公司',
  'Ünïcode ß',
  '👍🏽',
  ' lead',
  'trail ',
  'a\\b',
  "'",
  '""',
  ':',
  'a:',
  '?',
  '? x',
  '---',
  '...',
]

/** One line of text. */
export const line = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...nasty) },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-zA-Z0-9 ]{1,12}$/) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map((t) => t.replace(/[\r\n]/g, ' ')) },
)

export const filled = line.filter((t) => t.trim() !== '')

export const text = fc.oneof(
  line,
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')),
)

export const currencies = fc.constantFrom<Currency[]>(...['CNY', 'JPY', 'KWD', 'USD', 'UYW'].map(currency))

export const days: fc.Arbitrary<Day> = fc
  .integer({ min: numberFromCivil(2024, 1, 1), max: numberFromCivil(2027, 12, 31) })
  .map(dayOf)

export const rowIds = fc.tuple(fc.nat(2 ** 30 - 1), fc.nat(2 ** 30 - 1)).map(([high, low]) => idFromHalves(high, low))

export const customerIds = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)

export const decimals = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.option(fc.stringMatching(/^[0-9]{1,6}$/), { nil: null }))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`))

export const amounts = fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 2 ** 53 - 1 }))

const orEmpty = (arbitrary: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), arbitrary)

/** What a cell may hold once it is written: a row is one line, without controls. */
export const cell = orEmpty(line.map((t) => t.replace(/[\x00-\x1f\x7f]+/g, ' ')))

/** Rows of one month. */
export const journalRows: fc.Arbitrary<readonly JournalRow[]> = days.chain((first) =>
  fc.uniqueArray(journalRow(first), { selector: (row) => row.id, maxLength: 12 }),
)

function journalRow(first: Day): fc.Arbitrary<JournalRow> {
  return fc
    .record({
      id: rowIds,
      date: days.map((d): Day => (monthOf(d) === monthOf(first) ? d : first)),
      kind: fc.constantFrom(...journalKinds),
      customer: customerIds,
      document: cell,
      of: cell,
      item: cell,
      quantity: orEmpty(decimals),
      price: orEmpty(decimals),
      tax: fc.option(amounts, { nil: null }),
      amount: amounts,
      currency: currencies,
      rate: orEmpty(decimals),
      due: fc.option(days, { nil: null }),
      reason: cell,
      source: cell,
      method: cell,
      memo: cell,
    })
    .map((row) => ({ ...row, amount: signOf(row.kind) === 'above-zero' && row.amount === 0 ? 1 : row.amount }))
}

export const activityRows: fc.Arbitrary<readonly ActivityRow[]> = days.chain((date) =>
  fc.uniqueArray(
    fc
      .record({
        id: rowIds,
        kind: fc.constantFrom(...activityKinds),
        customer: customerIds,
        channel: fc.constantFrom('', ...channels),
        direction: fc.constantFrom('', 'in', 'out'),
        case: orEmpty(rowIds),
        rating: orEmpty(decimals),
        due: orEmpty(days),
        time: fc.constantFrom('', '00:00', '23:59'),
        cells: fc.array(cell, { minLength: activityColumns.length, maxLength: activityColumns.length }),
      })
      .map(({ cells, ...row }): ActivityRow => {
        const free = Object.fromEntries(activityColumns.map((column, i) => [column, cells[i] ?? '']))
        const set = { amount: '', currency: '', minutes: '', date, ...row }
        return { ...(free as unknown as ActivityRow), ...set }
      }),
    { selector: (row) => row.id, maxLength: 8 },
  ),
)

export const bankLines: fc.Arbitrary<readonly BankLine[]> = days.chain((date) =>
  fc.uniqueArray(
    fc
      .record({
        id: rowIds,
        value: fc.option(days, { nil: undefined }),
        amount: fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
        currency: currencies,
        kind: cell,
        payer: cell,
        payerAccount: cell,
        reference: cell,
        structured: cell,
        text: cell,
        balance: fc.option(fc.integer({ min: -(2 ** 50), max: 2 ** 50 }), { nil: undefined }),
        original: fc.option(fc.tuple(amounts, currencies), { nil: undefined }),
        source: cell,
        later: fc.dictionary(
          fc.constantFrom(...laterBankColumns),
          cell.filter((c) => c !== ''),
        ),
      })
      .map(({ value, balance, original, later, ...rest }) => ({
        ...rest,
        ...later,
        account: 'main',
        date,
        ...(value === undefined ? {} : { value }),
        ...(balance === undefined ? {} : { balance }),
        ...(original === undefined ? {} : { original: original[0], originalCurrency: original[1] }),
      })),
    { selector: (l) => l.id, maxLength: 8 },
  ),
)

/** Leaves out what is undefined, as the reader does. */
function said<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })

const contacts = fc.array(
  fc.record({ name: filled, email: maybe(line), phone: maybe(line), notes: maybe(text) }).map(said),
  { maxLength: 3 },
)

export const customers: fc.Arbitrary<Customer> = fc
  .record({
    id: customerIds,
    name: filled,
    kind: fc.constantFrom('company' as const, 'person' as const),
    aliases: fc.array(line, { maxLength: 3 }),
    taxId: maybe(line),
    region: maybe(line),
    since: maybe(days),
    email: maybe(line),
    address: maybe(text),
    language: maybe(fc.constantFrom('en' as const, 'zh' as const)),
    tags: fc.array(line, { maxLength: 3 }),
    needs: maybe(text),
    contacts,
    currency: maybe(currencies),
    terms: maybe(line),
    creditLimit: maybe(amounts),
    payers: fc.array(fc.record({ name: line, account: maybe(line) }).map(said), { maxLength: 2 }),
    notes: maybe(text),
    custom: fc.dictionary(
      fc.stringMatching(/^[a-z云][a-zA-Z0-9帆]{0,6}$/).filter((key) => key !== 'constructor' && key !== 'prototype'),
      fc.oneof(text, fc.array(line, { minLength: 1, maxLength: 2 })),
      { maxKeys: 3 },
    ),
  })
  .map((c) => said(c) as Customer)

const parties = fc.record({ name: filled, taxId: maybe(line), address: maybe(text) }).map(said)
const percents = fc.constantFrom('0', '13', '5.5', '8.1')

export const bills: fc.Arbitrary<Bill> = fc
  .record({
    number: fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,8}[A-Z0-9]$/),
    kind: fc.constantFrom('bill' as const, 'credit' as const, 'fee' as const),
    date: days,
    customer: customerIds,
    language: fc.constantFrom('en' as const, 'zh' as const),
    seller: parties,
    buyer: parties,
    currency: currencies,
    mode: fc.constantFrom('net' as const, 'gross' as const),
    rounding: fc.constantFrom('group' as const, 'line' as const),
    terms: fc.constantFrom('', 'net 30', '月结30天'),
    instalments: fc.array(fc.record({ due: days, amount: amounts }), { maxLength: 3 }),
    of: maybe(line),
    reason: maybe(line),
    lines: fc.array(
      fc
        .record({
          item: maybe(line),
          description: text,
          date: maybe(days),
          quantity: decimals,
          unit: maybe(line),
          price: decimals,
          amount: amounts,
          tax: percents,
          category: fc.constantFrom('S', 'Z', 'AE'),
          sales: fc.array(rowIds, { maxLength: 3 }),
          line: maybe(fc.integer({ min: 1, max: 99 })),
          release: maybe(fc.boolean()),
        })
        .map(said),
      { maxLength: 4 },
    ),
    taxes: fc.array(fc.record({ tax: percents, category: fc.constantFrom('S', 'Z'), net: amounts, amount: amounts }), {
      maxLength: 2,
    }),
    net: amounts,
    tax: amounts,
    total: amounts,
  })
  .map((bill) => said(bill) as Bill)
