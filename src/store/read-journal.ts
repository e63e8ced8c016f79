// The journal of a book: every month into one set of columns; rows that a merge doubled are one.
import { type Problem, problem } from '../core/base/problem.ts'
import { type Journal, type JournalRow, rowIdAt } from '../core/book/journal.ts'
import { journalCodec } from './codecs/journal.ts'
import { readCsvWithCare } from './csv/codec.ts'
import { addRow, finishedJournal, type JournalColumns, journalColumns } from './csv/journal-columns.ts'
import { scanJournal } from './csv/journal-fast.ts'
import { namedFiles, type Reading, readBytes } from './disk.ts'
import { isMonth } from './fields.ts'
import { decodeSource } from './source.ts'

/** No row is shorter: id, day, `in`, a customer of one letter, one digit, a currency, seventeen commas and the newline. */
const shortestRow = 12 + 10 + 2 + 1 + 1 + 3 + 17 + 1

export function readJournal(reading: Reading): Journal {
  const files = namedFiles(reading, 'journal', '.csv', isMonth)
  const bytes = files.reduce((sum, { path }) => sum + (reading.files.status(`${reading.folder}/${path}`)?.size ?? 0), 0)
  const columns = journalColumns(Math.ceil(bytes / shortestRow) + 1)
  for (const { stem, path } of files) {
    const content = readBytes(reading, path, journalCodec.limit)
    if (content === null) continue
    const file = columns.files.codeOfText(path)
    if (scanJournal({ bytes: content, month: stem, file }, columns)) continue
    for (const { row, line } of carefulRows(reading.problems, path, content, stem)) addRow(columns, row, file, line)
  }
  return collapsed(columns, reading.problems)
}

function carefulRows(problems: Problem[], path: string, bytes: Uint8Array, month: string) {
  const source = decodeSource(path, bytes, journalCodec.limit, problems)
  return source === null ? [] : readCsvWithCare(journalCodec, source, { month }, problems)
}

/** Drops the later of two equal rows, and names every id that stands with different content. */
function collapsed(columns: JournalColumns, problems: Problem[]): Journal {
  const journal = finishedJournal(columns)
  const twins = repeatedIds(journal)
  if (twins.length === 0) return journal
  const dropped = new Set<number>()
  for (const [first, second] of twins) {
    dropped.add(second)
    if (!sameContent(journal, first, second))
      problems.push(
        problem(
          'same-id-twice',
          { id: rowIdAt(journal, second), other: placeAt(journal, first) },
          {
            file: journal.files.text(journal.file[second] ?? 0),
            line: journal.line[second] ?? 0,
          },
        ),
      )
  }
  keepOnly(columns, dropped)
  return finishedJournal(columns)
}

function placeAt(journal: Journal, i: number): string {
  return `${journal.files.text(journal.file[i] ?? 0)}:${journal.line[i]}`
}

/** Pairs of rows with one id, the first row that has it and each later one. */
function repeatedIds({ idHigh, idLow, length }: Journal): (readonly [number, number])[] {
  const mask = 2 ** Math.ceil(Math.log2(length * 2 + 2)) - 1
  const slots = new Int32Array(mask + 1)
  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < length; i++) {
    let slot = (Math.imul(idHigh[i] ?? 0, 0x9e3779b1) ^ (idLow[i] ?? 0)) & mask
    for (;;) {
      const other = (slots[slot] ?? 0) - 1
      if (other < 0) {
        slots[slot] = i + 1
        break
      }
      if (idHigh[other] === idHigh[i] && idLow[other] === idLow[i]) {
        pairs.push([other, i])
        break
      }
      slot = (slot + 1) & mask
    }
  }
  return pairs
}

const contentColumns = [
  'date',
  'kind',
  'customer',
  'document',
  'of',
  'item',
  'quantity',
  'price',
  'amount',
  'currency',
  'rate',
  'due',
  'reason',
  'source',
  'method',
  'memo',
] as const satisfies readonly (keyof JournalRow)[]

function sameContent(journal: Journal, a: number, b: number): boolean {
  return contentColumns.every((c) => journal[c][a] === journal[c][b]) && Object.is(journal.tax[a], journal.tax[b])
}

function keepOnly(columns: JournalColumns, dropped: ReadonlySet<number>): void {
  const { arrays, length } = columns
  let to = 0
  for (let from = 0; from < length; from++) {
    if (dropped.has(from)) continue
    if (to < from) for (const array of Object.values(arrays)) array[to] = array[from] ?? 0
    to++
  }
  columns.length = to
}
