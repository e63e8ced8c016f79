// Reverse rows: one per row, with an id that follows from the row, so that a row is reversed once on every branch.
import type { Day } from '../base/day.ts'
import { type Hash, rowId } from '../base/id.ts'
import { type Journal, type JournalRow, journalRow } from '../book/journal.ts'
import { enterRow } from './enter.ts'

export interface TakeBack {
  readonly journal: Journal
  readonly hash: Hash
  readonly date: Day
  readonly reason: string
}

export function reverseRows({ journal, hash, date, reason }: TakeBack, rows: readonly number[]): JournalRow[] {
  return rows.map((i) => {
    const { id, customer, amount, currency } = journalRow(journal, i)
    return enterRow(
      { id: rowId(hash, ['reverse', id]), date, kind: 'reverse', customer, amount, currency },
      { of: id, reason },
    )
  })
}
