// Laws of bank statements, whatever the format: sums, importing twice, overlapping files, the order of files, hostile XML.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BankLine } from '../../src/core/book/bank.ts'
import type { Book } from '../../src/core/book/book.ts'
import { planImports } from '../../src/core/verbs/import/plan.ts'
import { parseStatement } from '../../src/formats/bank/detect.ts'
import { formats, type Line } from '../bench/statement-speed.ts'
import { book, context } from '../support/book.ts'
import { applied } from '../support/import.ts'
import { runs } from '../support/runs.ts'

const names = Object.keys(formats)

/** Few days and amounts, so that equal lines are frequent; references are the line's own number. */
const line = fc.record({
  n: fc.nat(6),
  day: fc.integer({ min: 1, max: 5 }),
  cents: fc.integer({ min: -300, max: 300 }),
})
const lines = fc.array(line, { minLength: 1, maxLength: 12 }).map((list) =>
  list
    .filter((l) => l.cents !== 0)
    .map(({ n, day, cents }): Line => {
      const amount = `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
      return { n, day: `2026-10-0${day}`, amount }
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
)

function fileOf(format: string, list: readonly Line[]) {
  const [name, content] = formats[format]?.(list) ?? ['', '']
  const bytes = new TextEncoder().encode(content)
  return { name, open: () => parseStatement(bytes, name) }
}

function importing(into: Book, files: readonly ReturnType<typeof fileOf>[]) {
  const wish = { as: 'bank' as const, map: null, createCustomers: false, account: 'main' }
  return planImports(into, { ...wish, files }, context('2026-11-22'))
}

function linesIn(b: Book): readonly BankLine[] {
  return [...b.bank].sort((x, y) => (x.id < y.id ? -1 : 1))
}

const sum = (list: readonly { readonly amount: number }[]) => list.reduce((n, l) => n + l.amount, 0)
const minor = (list: readonly Line[]) => list.reduce((n, l) => n + Math.round(Number(l.amount) * 100), 0)

describe.each(names)('%s', (format) => {
  test('every line is taken with its amount, and a second import takes nothing', () => {
    fc.assert(
      fc.property(lines, (list) => {
        if (list.length === 0) return
        const once = applied(book(), importing(book(), [fileOf(format, list)]).changes)
        expect(once.bank.length).toBe(list.length)
        expect(sum(once.bank)).toBe(minor(list))
        const again = importing(once, [fileOf(format, list)])
        expect(again.changes).toEqual([])
        expect(again.taken.every((t) => t.state === 'known')).toBe(true)
      }),
      { numRuns: runs(30) },
    )
  })

  test('files that overlap come to the same in either order, and to the longest that holds both', () => {
    fc.assert(
      fc.property(lines, fc.nat(12), fc.nat(12), (list, a, b) => {
        const [from, to] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)]
        // Downloads are of whole days: a file has all lines of a day or none.
        const end = list.findLastIndex((l) => l.day === list[to - 1]?.day) + 1
        const start = list.findIndex((l) => l.day === list[from]?.day)
        const [early, late] = [list.slice(0, end), start < 0 ? [] : list.slice(start)]
        if (early.length === 0 || late.length === 0 || start > end) return
        const files = [fileOf(format, early), fileOf(format, late)]
        const forth = applied(book(), importing(book(), files).changes)
        const back = applied(book(), importing(book(), files.toReversed()).changes)
        const whole = applied(book(), importing(book(), [fileOf(format, list)]).changes)
        expect(linesIn(back)).toEqual(linesIn(forth))
        expect(linesIn(forth).map((l) => l.id)).toEqual(linesIn(whole).map((l) => l.id))
      }),
      { numRuns: runs(30) },
    )
  })
})

/** Balances written by hand around the lines: they hold, or the difference is said. */
test('opening + lines = closing is verified for every statement of MT940', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: -500, max: 500 }), fc.integer({ min: -2, max: 2 }), (list, opening, wrong) => {
      if (list.length === 0) return
      const [, content = ''] = formats.mt940?.(list) ?? []
      const balance = (cents: number) =>
        `${cents < 0 ? 'D' : 'C'}261001CNY${Math.floor(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`
      const text = content
        .replace(':28C:1/1\n', `:28C:1/1\n:60F:${balance(opening)}\n`)
        .replace(/-\n$/, `:62F:${balance(opening + minor(list) + wrong)}\n-\n`)
      const { problems } = parseStatement(new TextEncoder().encode(text), 'f.sta')
      expect(problems.map((p) => p.code)).toEqual(wrong === 0 ? [] : ['statement-sum'])
    }),
    { numRuns: runs(100) },
  )
})

const entry = (amount: string, way: string) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-10-05</Dt></BookgDt></Ntry>`
const camt = (inside: string) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>${inside}</Stmt></BkToCstmrStmt></Document>`
const read = (text: string) => parseStatement(new TextEncoder().encode(text), 'f.xml')

const cents = (n: number) => `${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`
const balanceOf = (kind: string, n: number) =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${cents(n)}</Amt><CdtDbtInd>${n < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd></Bal>`
/** Every format that says balances, with an opening and a closing one around the lines, or one after each line. */
const balanced: Readonly<
  Record<string, (list: readonly Line[], opening: number, wrong: number) => readonly [string, string]>
> = {
  camt: (list, opening, wrong) => [
    'f.xml',
    camt(
      balanceOf('OPBD', opening) +
        balanceOf('CLBD', opening + minor(list) + wrong) +
        list.map((l) => entry(l.amount.replace('-', ''), l.amount.startsWith('-') ? 'DBIT' : 'CRDT')).join(''),
    ),
  ],
  csv: (list, opening, wrong) => [
    'f.csv',
    `Date,Text,Amount,Balance\n${list
      .map((l, i) => {
        const after = opening + minor(list.slice(0, i + 1)) + (i === list.length - 1 ? wrong : 0)
        return `${l.day},${i},${l.amount},${after < 0 ? '-' : ''}${cents(after)}\n`
      })
      .join('')}`,
  ],
  alipay: (list, opening, wrong) => [
    'f.csv',
    `#支付宝账务明细\n账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\n${list
      .map((l, i) => {
        const after = opening + minor(list.slice(0, i + 1)) + (i === list.length - 1 ? wrong : 0)
        const [into, out] = l.amount.startsWith('-') ? ['', l.amount] : [l.amount, '']
        return `${i},${i},M${i},x,${l.day} 10:00:00,a@b.example,${into},${out},${after < 0 ? '-' : ''}${cents(after)},,在线支付,\n`
      })
      .join('')}`,
  ],
}

test.each(Object.keys(balanced))(
  'opening + lines = closing is verified in %s, and a mismatch said with its amounts',
  (format) => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 500 }), fc.integer({ min: -2, max: 2 }), (list, opening, wrong) => {
        // The balance after the only line has nothing to be compared with.
        if (list.length < 2) return
        const [name, text] = balanced[format]?.(list, opening, wrong) ?? ['', '']
        const open = () => parseStatement(new TextEncoder().encode(text), name)
        const said = importing(book(), [{ name, open }]).problems.filter((p) => p.code === 'statement-sum')
        expect(said).toHaveLength(wrong === 0 ? 0 : 1)
        const [first] = said
        if (first === undefined) return
        const params = first.params as Readonly<Record<string, string>>
        const of = (key: string) => Math.round(Number(params[key]) * 100)
        expect(of('closing') - of('opening') - of('lines')).toBe(wrong)
      }),
      { numRuns: runs(50) },
    )
  },
)

test('the sums that a CAMT report states above its entries are verified', () => {
  const summary = (credit: string, debit: string) =>
    camt(
      `<TxsSummry><TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>${credit}</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>${debit}</Sum></TtlDbtNtries></TxsSummry>${entry('10.00', 'CRDT')}${entry('5.50', 'CRDT')}${entry('3.25', 'DBIT')}`,
    )
  expect(read(summary('15.50', '3.25')).problems).toEqual([])
  expect(read(summary('15.51', '3.25')).problems).toMatchObject([
    { code: 'statement-totals', params: { direction: 'in', said: '15.51', found: '15.50' } },
  ])
  expect(read(summary('15.50', '4.00')).problems).toMatchObject([
    { code: 'statement-totals', params: { direction: 'out' } },
  ])
})

test.each([
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>', '&x;', 'declaration'],
  ['entities that multiply', '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>', '&b;', 'declaration'],
  ['an external type declaration', '<!DOCTYPE a SYSTEM "http://host.example/a.dtd">', '', 'declaration'],
  ['an entity that nobody declares', '', '&x;', 'entity'],
  ['elements within elements without end', '', '<a>'.repeat(100_000), 'too-deep'],
])('%s is refused, and nothing is read for it', (_name, head, inside, fault) => {
  const { sheet, problems } = read(`${head}${camt(`<AddtlStmtInf>${inside}</AddtlStmtInf>`)}`)
  expect(sheet).toBeNull()
  expect(problems).toMatchObject([{ code: 'bad-xml', params: { fault } }])
})

test('a million lines of nothing, and a name or text without end, are read or refused in one pass', () => {
  const long = camt(`${'\n'.repeat(1_000_000)}${entry('1.00', 'CRDT')}`)
  expect(read(long).sheet?.rows.length).toBe(1)
  expect(
    read(camt(`<AddtlStmtInf>${'x'.repeat(5_000_000)}</AddtlStmtInf>${entry('1.00', 'CRDT')}`)).sheet?.rows.length,
  ).toBe(1)
  expect(read(camt(`<${'x'.repeat(1_000_000)}`)).sheet).toBeNull()
})
