// Rows that a merge doubled are one: the later of two equal rows is dropped, and every id that stands with different content is named.
import { type Problem, problem } from '../core/base/problem.ts'
import { type Journal, type JournalRow, rowIdAt } from '../core/book/journal.ts'
import { journalArrays } from '../core/book/journal-builder.ts'
import { finishedJournal, type JournalColumns } from './csv/journal-columns.ts'

/** Drops the later of two equal rows, and names every id that stands with different content. */
export function collapsed(columns: JournalColumns, twins: readonly Twins[], problems: Problem[]): Journal {
  const journal = finishedJournal(columns)
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
  return finishedJournal(without(columns, dropped))
}

function placeAt(journal: Journal, i: number): string {
  return `${journal.files.text(journal.file[i] ?? 0)}:${journal.line[i]}`
}

/** Rows with one id: the first row that has it, and a later one. */
export type Twins = readonly [first: number, second: number]

/** `from`: the rows before it are known to have an id each. */
export function repeatedIds(columns: JournalColumns, from: number): Twins[] {
  const { length } = columns
  return length - from <= fewRows ? twinsOfFew(columns, from) : twinsOfAll(columns)
}

/** So many rows are looked for one after the other; for more a table of all ids is quicker. */
const fewRows = 40

function twinsOfFew({ arrays: { idHigh, idLow }, length }: JournalColumns, from: number): Twins[] {
  const pairs: Twins[] = []
  for (let i = from; i < length; i++) {
    for (let other = idHigh.indexOf(idHigh[i] ?? 0); other < i; other = idHigh.indexOf(idHigh[i] ?? 0, other + 1)) {
      if (idLow[other] !== idLow[i]) continue
      pairs.push([other, i])
      break
    }
  }
  return pairs
}

function twinsOfAll({ arrays: { idHigh, idLow }, length }: JournalColumns): Twins[] {
  const mask = 2 ** Math.ceil(Math.log2(length * 2 + 2)) - 1
  const slots = new Int32Array(mask + 1)
  const pairs: Twins[] = []
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

/** The rows themselves stay as they are, for the cache. */
function without(columns: JournalColumns, dropped: ReadonlySet<number>): JournalColumns {
  const { arrays, length } = columns
  const kept = journalArrays(length - dropped.size)
  for (const name of Object.keys(kept) as (keyof typeof kept)[]) {
    let to = 0
    for (let from = 0; from < length; from++) if (!dropped.has(from)) kept[name][to++] = arrays[name][from] ?? 0
  }
  return { ...columns, arrays: kept, length: length - dropped.size }
}
