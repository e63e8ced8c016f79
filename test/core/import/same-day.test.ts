// Two payments of a day that look alike, in two files: what tells that they are two, and what is said where nothing does.
import { describe, expect, test } from 'vitest'
import type { Book } from '../../../src/core/book/book.ts'
import { planImports } from '../../../src/core/verbs/import/plan.ts'
import { parseStatement } from '../../../src/formats/bank/detect.ts'
import { book, context } from '../../support/book.ts'
import { applied } from '../../support/import.ts'

function taking(into: Book, text: string, name: string, forced: readonly number[] = []) {
  const open = () => parseStatement(new TextEncoder().encode(text), name)
  const wish = { as: 'bank' as const, map: null, createCustomers: false, account: 'main', forced }
  const plan = planImports(into, { ...wish, files: [{ name, open }] }, context('2026-11-22'))
  return { book: applied(into, plan.changes), codes: plan.problems.map((p) => `${p.severity} ${p.code}`), plan }
}

/** Files one after the other; the ids of the lines that the book then has. */
function all(...texts: readonly string[]) {
  const name = texts[0]?.startsWith(':') === true ? 'f.sta' : 'f.csv'
  return texts
    .reduce((into, text) => taking(into, text, name).book, book())
    .bank.map((l) => l.id)
    .sort()
}

/** Coffee for 3.50; balances and the number of the statement as MT940 writes them. */
const coffee = ':61:2610051005D3,50NMSC\n:86:Coffee\n'
const tea = ':61:2610051005D2,00NMSC\n:86:Tea\n'
const mt940 = (number: string, opening: string, closing: string, lines: string) =>
  `:20:S\n:25:12030000/7700112233\n:28C:${number}\n:60F:C261005EUR${opening}\n${lines}:62F:C261005EUR${closing}\n-\n`
const morning = mt940('12/1', '100,00', '96,50', coffee)
const noon = mt940('13/1', '96,50', '91,00', coffee + tea)
const evening = mt940('14/1', '91,00', '87,50', coffee)

describe('a statement whose balances go on where another one ends', () => {
  test('brings lines of its own, though they look alike, once, and in any order', () => {
    const ids = all(morning, noon, evening)
    expect(ids).toHaveLength(4)
    for (const files of [
      [evening, noon, morning],
      [morning, noon, evening, evening, noon, morning],
      [morning + noon, noon + evening],
      [morning + noon + evening, noon],
      [noon, morning + noon + evening],
    ])
      expect(all(...files)).toEqual(ids)
  })

  test('is said to', () => {
    const after = taking(taking(book(), morning, 'a.sta').book, noon, 'b.sta')
    expect(after.codes).toContain('note lines-apart')
  })

  test('is none where its number or the lines do not say so too: the same amount may have gone out and come back', () => {
    const again = mt940('12/1', '96,50', '93,00', coffee)
    const after = taking(taking(book(), morning, 'a.sta').book, again, 'b.sta')
    expect(after.book.bank).toHaveLength(1)
  })

  test('is none where its own lines do not make its balance', () => {
    const wrong = mt940('13/1', '96,50', '92,00', coffee)
    expect(all(morning, wrong)).toHaveLength(1)
  })

  test('a download that is only numbered anew is the same statement', () => {
    expect(all(morning, mt940('13/1', '100,00', '96,50', coffee))).toHaveLength(1)
  })
})

describe('where nothing tells', () => {
  const csv = (...rows: readonly string[]) => `Date,Payer,Amount\n${rows.map((r) => `2026-10-05,${r}\n`).join('')}`

  test('the line counts once, with a warning, when each file has lines that the other has not', () => {
    const after = taking(
      taking(book(), csv('Cafe,-3.50', 'Bakery,-4.10'), 'a.csv').book,
      csv('Cafe,-3.50', 'Kiosk,-2.00'),
      'b.csv',
    )
    expect(after.book.bank).toHaveLength(3)
    expect(after.plan.problems.find((p) => p.code === 'lines-maybe-known')).toMatchObject({
      severity: 'warning',
      params: { count: 1, lines: [2], date: '2026-10-05' },
    })
  })

  test('a part of what is known is noted only', () => {
    const after = taking(taking(book(), csv('Cafe,-3.50', 'Bakery,-4.10'), 'a.csv').book, csv('Cafe,-3.50'), 'b.csv')
    expect(after.codes).toContain('note lines-maybe-known')
  })

  test('a file that has all that the book has of the day is the same download again, or a later one', () => {
    const known = taking(book(), csv('Cafe,-3.50', 'Bakery,-4.10'), 'a.csv').book
    for (const text of [csv('Cafe,-3.50', 'Bakery,-4.10'), csv('Cafe,-3.50', 'Bakery,-4.10', 'Cafe,-3.50')])
      expect(taking(known, text, 'b.csv').codes).not.toContain('warning lines-maybe-known')
  })

  test('a reference of the bank or a balance tells', () => {
    const referred = (...rows: readonly string[]) => csv(...rows).replace('Amount', 'Amount,Reference')
    const first = taking(book(), referred('Cafe,-3.50,R1', 'Bakery,-4.10,R2'), 'a.csv').book
    const after = taking(first, referred('Cafe,-3.50,R1', 'Kiosk,-2.00,R3', 'Cafe,-3.50,R4'), 'b.csv')
    expect(after.codes.filter((c) => c.endsWith('maybe-known'))).toEqual([])
    expect(after.book.bank).toHaveLength(4)
  })
})

describe('a statement told otherwise', () => {
  const less =
    'Date,Text,Amount,Currency\n2026-10-05,INV-1,100.00,EUR\n2026-10-05,INV-1,100.00,EUR\n2026-10-06,Fee,-3.00,EUR\n'
  const more =
    'Date,Payer,Payer account,Text,Amount,Currency\n2026-10-05,Acorn,DE02120300000000202051,INV-1,100.00,EUR\n' +
    '2026-10-05,Acorn,DE02120300000000202051,INV-1,100.00,EUR\n2026-10-06,,,Fee,-3.00,EUR\n'

  test('by a bank that says more, or by other columns, adds nothing, and two equal lines stay two', () => {
    for (const [first, second] of [
      [less, more],
      [more, less],
    ] as const) {
      const after = taking(taking(book(), first, 'a.csv').book, second, 'b.csv')
      expect(after.book.bank).toHaveLength(3)
      expect(after.codes).toContain('note lines-retold')
    }
  })

  test('stands for one line only', () => {
    const two = more.replace('2026-10-06,,,Fee', '2026-10-05,Birch,DE02100500000054540402,INV-1')
    expect(taking(taking(book(), less, 'a.csv').book, two.replace('-3.00', '100.00'), 'b.csv').book.bank).toHaveLength(
      4,
    )
  })

  test('is taken all the same where a person says so, and then not said to be left out', () => {
    const after = taking(taking(book(), less, 'a.csv').book, more, 'b.csv', [2])
    expect(after.book.bank).toHaveLength(4)
    expect(after.plan.problems.find((p) => p.code === 'lines-retold')?.params).toEqual({ count: 1, lines: [3] })
  })

  test('contradicts nothing: another payer or balance is another line', () => {
    const other = more.replaceAll('Acorn', 'Birch')
    expect(taking(taking(book(), more, 'a.csv').book, other, 'b.csv').book.bank).toHaveLength(5)
  })
})
