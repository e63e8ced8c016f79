// Activity and bank lines: the quick reader says what the careful one says, or declines; written and read is the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthOf } from '../../src/core/base/day.ts'
import type { Problem } from '../../src/core/base/problem.ts'
import { activityCodec } from '../../src/store/codecs/activity.ts'
import { bankCodec } from '../../src/store/codecs/bank.ts'
import { type CsvCodec, type PlacedRow, readCsvWithCare } from '../../src/store/csv/codec.ts'
import { readCsvFast } from '../../src/store/csv/fast.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { decodeSource } from '../../src/store/source.ts'
import { activityRows, bankLines } from '../support/arbitrary-book.ts'
import { mutated } from '../support/mutate.ts'
import { runs } from '../support/runs.ts'

interface Dated {
  readonly date: Parameters<typeof monthOf>[0]
}

function laws<S, R extends Dated, C>(
  name: string,
  codec: CsvCodec<S, R, C>,
  arbitrary: fc.Arbitrary<readonly R[]>,
  contextOf: (month: string) => C,
): void {
  const text = (rows: readonly R[]) =>
    `${codec.columns.join(',')}\n${rows.map((row) => `${writeRow(codec.cells(row))}\n`).join('')}`
  const contextFor = (rows: readonly R[]) => contextOf(rows[0] === undefined ? '2026-01' : monthOf(rows[0].date))
  const careful = (content: string, context: C): { rows: readonly PlacedRow<R>[]; problems: readonly Problem[] } => {
    const problems: Problem[] = []
    const source = decodeSource('f', Buffer.from(content), 1e9, problems)
    return { rows: source === null ? [] : readCsvWithCare(codec, source, context, problems), problems }
  }

  test(`${name}: what is written is read back by both readers`, () => {
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const expected = rows.map((row, i) => ({ row, line: i + 2 }))
        expect(careful(text(rows), contextFor(rows))).toEqual({ rows: expected, problems: [] })
        const quick = readCsvFast(codec, text(rows), contextFor(rows))
        if (quick !== null) expect(quick).toEqual(expected)
      }),
      { numRuns: runs(200) },
    )
  })

  test(`${name}: on damaged files the quick reader declines or agrees`, () => {
    const damaged = arbitrary.chain((rows) => fc.tuple(mutated(text(rows)), fc.constant(contextFor(rows))))
    fc.assert(
      fc.property(damaged, ([content, context]) => {
        const quick = readCsvFast(codec, content, context)
        if (quick !== null) expect({ rows: quick, problems: [] }).toEqual(careful(content, context))
      }),
      { numRuns: runs(600) },
    )
  })
}

laws('activity', activityCodec, activityRows, (month) => ({ month }))
laws('bank', bankCodec, bankLines, (month) => ({ month, account: 'main' }))

test('a bank file from before some columns were known reads as if they were empty, merged with rows of today too', () => {
  const context = { month: '2026-10', account: 'main' }
  const before = bankCodec.columns.slice(0, -(bankCodec.later ?? 0)).join(',')
  const cells = [
    '0123456789ab',
    '2026-10-05',
    '',
    '12.50',
    'EUR',
    '',
    'Acorn',
    '',
    'R1',
    '',
    'rent',
    '',
    '',
    '',
    '',
    'mt940',
  ]
  const old = `${before}\n${cells.join(',')}\n`
  const quick = readCsvFast(bankCodec, old, context)
  const problems: Problem[] = []
  const careful = (text: string) => {
    const source = decodeSource('f', Buffer.from(text), 1e9, problems)
    return source === null ? [] : readCsvWithCare(bankCodec, source, context, problems)
  }
  expect(quick).toEqual(careful(old))
  expect(quick).toMatchObject([{ row: { amount: 1250, payer: 'Acorn', source: 'mt940' } }])
  const today = ['0123456789ac', ...cells.slice(1), 'E1', '', '', '', '', '']
  const merged = `${old}${bankCodec.columns.join(',')}\n${today.join(',')}\n`
  expect(careful(merged).map((r) => r.row.endToEnd)).toEqual([undefined, 'E1'])
  expect(problems).toEqual([])
})
