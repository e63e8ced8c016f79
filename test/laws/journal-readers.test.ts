// The fast reader of the journal says what the careful one says, or declines; what is written is read back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthOf } from '../../src/core/base/day.ts'
import type { Problem } from '../../src/core/base/problem.ts'
import { type JournalRow, journalRow } from '../../src/core/book/journal.ts'
import { journalCodec } from '../../src/store/codecs/journal.ts'
import { readCsvWithCare } from '../../src/store/csv/codec.ts'
import { finishedJournal, journalColumns } from '../../src/store/csv/journal-columns.ts'
import { scanJournal } from '../../src/store/csv/journal-fast.ts'
import { writeRow } from '../../src/store/csv/write.ts'
import { decodeSource } from '../../src/store/source.ts'
import { journalRows } from '../support/arbitrary-book.ts'
import { mutated } from '../support/mutate.ts'
import { runs } from '../support/runs.ts'

const header = `${journalCodec.columns.join(',')}\n`

function written(rows: readonly JournalRow[]): string {
  return header + rows.map((row) => `${writeRow(journalCodec.cells(row))}\n`).join('')
}

function monthFor(rows: readonly JournalRow[]): string {
  return rows[0] === undefined ? '2026-01' : monthOf(rows[0].date)
}

function fast(text: string, month: string): readonly unknown[] | null {
  const columns = journalColumns(100)
  if (!scanJournal({ bytes: Buffer.from(text), month, file: columns.files.codeOfText('f') }, columns)) return null
  const journal = finishedJournal(columns)
  return Array.from({ length: journal.length }, (_, i) => ({ row: journalRow(journal, i), line: journal.line[i] }))
}

function careful(text: string, month: string): { rows: readonly unknown[]; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const source = decodeSource('f', Buffer.from(text), 1e9, problems)
  return { rows: source === null ? [] : readCsvWithCare(journalCodec, source, { month }, problems), problems }
}

test('what is written is read back by both readers', () => {
  fc.assert(
    fc.property(journalRows, (rows) => {
      const text = written(rows)
      const expected = rows.map((row, i) => ({ row, line: i + 2 }))
      expect(careful(text, monthFor(rows))).toEqual({ rows: expected, problems: [] })
      const quickly = fast(text, monthFor(rows))
      // Amounts beyond fifteen digits are left to the careful reader.
      if (rows.every((row) => Math.max(row.amount, row.tax ?? 0) < 1e15)) expect(quickly).not.toBeNull()
      if (quickly !== null) expect(quickly).toEqual(expected)
    }),
    { numRuns: runs(300) },
  )
})

test('on damaged files the fast reader declines or agrees', () => {
  fc.assert(
    fc.property(
      journalRows.chain((rows) => fc.record({ text: mutated(written(rows)), month: fc.constant(monthFor(rows)) })),
      ({ text, month }) => {
        const quickly = fast(text, month)
        if (quickly !== null) expect({ rows: quickly, problems: [] }).toEqual(careful(text, month))
      },
    ),
    { numRuns: runs(1000) },
  )
})

test('a file cut at any byte is refused or flagged', () => {
  fc.assert(
    fc.property(
      journalRows.filter((rows) => rows.length > 0 && rows.length < 4),
      (rows) => {
        const bytes = Buffer.from(written(rows))
        const month = monthFor(rows)
        for (let cut = 0; cut < bytes.length; cut++) {
          const part = bytes.subarray(0, cut)
          // Cut exactly between rows nothing is broken; the bills and the closes tell that rows are missing.
          if (part[cut - 1] === 0x0a) continue
          const columns = journalColumns(100)
          expect(scanJournal({ bytes: part, month, file: 1 }, columns)).toBe(false)
          const problems: Problem[] = []
          const source = decodeSource('f', part, 1e9, problems)
          if (source !== null) readCsvWithCare(journalCodec, source, { month }, problems)
          expect(problems.length).toBeGreaterThan(0)
        }
      },
    ),
    { numRuns: runs(10) },
  )
})
