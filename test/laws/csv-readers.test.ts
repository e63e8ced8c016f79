// The quick reader of foreign CSVs gives what the library gives, or declines.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carefulRecords } from '../../src/formats/sheets/csv.ts'
import { plainRecords } from '../../src/formats/sheets/csv-fast.ts'
import { runs } from '../support/runs.ts'
import { sampleStatements } from '../support/statements/samples.ts'

const piece = fc.constantFrom('a', 'b ', ' ', ',', ';', '"', '""', '"x"', '\n', '\r\n', '\r', '1,5', '数', '\t')
const field = fc.oneof(
  fc.string({ maxLength: 4, unit: fc.constantFrom('a', ' ', '1', '.', '数') }),
  fc.string({ maxLength: 5, unit: fc.constantFrom('a', ',', ';', '\n', '""', ' ') }).map((t) => `"${t}"`),
)
const table = fc
  .tuple(
    fc.constantFrom('\n', '\r\n', '\r'),
    fc.array(fc.array(field, { maxLength: 4 }), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([end, rows, closed]) => rows.map((r) => r.join(',')).join(end) + (closed ? end : ''))

test('of any text', () => {
  let read = 0
  fc.assert(
    fc.property(
      fc.oneof(
        table,
        fc.array(piece, { maxLength: 12 }).map((p) => p.join('')),
      ),
      fc.constantFrom(',', ';'),
      (text, delimiter) => {
        const quick = plainRecords(text, delimiter, 3)
        if (quick === null) return
        read++
        expect(quick).toEqual(carefulRecords(text, delimiter, 3))
      },
    ),
    { numRuns: runs(20_000) },
  )
  expect(read).toBeGreaterThan(1000)
})

test('of every sample beside the project', () => {
  for (const path of sampleStatements().filter((p) => /\.csv$/i.test(p))) {
    const text = readFileSync(path, 'utf8')
    for (const delimiter of [',', ';']) {
      const quick = plainRecords(text, delimiter, 0)
      if (quick !== null) expect(quick, path).toEqual(carefulRecords(text, delimiter, 0))
    }
  }
})
