// What a union merge leaves: the same row twice is one row; the same id with different content is a problem.
import { problem } from '../core/base/problem.ts'
import type { PlacedRow } from './csv/codec.ts'
import type { Reading } from './disk.ts'

/** Rows met so far by id, over all files of a kind. */
export type Seen<Row> = Map<string, { readonly row: Row; readonly place: string }>

export function nothingSeen<Row>(): Seen<Row> {
  return new Map()
}

interface Collapsing<Row> {
  readonly reading: Reading
  readonly path: string
  readonly idOf: (row: Row) => string
  readonly cells: (row: Row) => readonly string[]
}

/** The rows of a file that were not met before, in their order. */
export function collapseRows<Row>(
  rows: readonly PlacedRow<Row>[],
  seen: Seen<Row>,
  how: Collapsing<Row>,
): PlacedRow<Row>[] {
  const content = (row: Row) => how.cells(row).join('\u001f')
  return rows.filter(({ row, line }) => {
    const id = how.idOf(row)
    const known = seen.get(id)
    if (known === undefined) {
      seen.set(id, { row, place: `${how.path}:${line}` })
      return true
    }
    if (content(known.row) !== content(row))
      how.reading.problems.push(problem('same-id-twice', { id, other: known.place }, { file: how.path, line }))
    return false
  })
}
