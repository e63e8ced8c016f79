// What a union merge leaves: the same row twice is one row; the same id with different content is a problem.
import { problem } from '../core/base/problem.ts'
import type { PlacedRow } from './csv/codec.ts'
import type { Reading } from './disk.ts'

/** Rows met so far by id, over all files of a kind. */
export interface Seen {
  readonly byId: Map<string, { readonly content: string; readonly place: string }>
}

export function nothingSeen(): Seen {
  return { byId: new Map() }
}

interface Collapsing<Row> {
  readonly reading: Reading
  readonly path: string
  readonly idOf: (row: Row) => string
  readonly cells: (row: Row) => readonly string[]
}

/** The rows of a file that were not met before, in their order. */
export function collapseRows<Row>(rows: readonly PlacedRow<Row>[], seen: Seen, how: Collapsing<Row>): PlacedRow<Row>[] {
  return rows.filter(({ row, line }) => {
    const id = how.idOf(row)
    const content = how.cells(row).join('\u001f')
    const known = seen.byId.get(id)
    if (known === undefined) {
      seen.byId.set(id, { content, place: `${how.path}:${line}` })
      return true
    }
    if (known.content !== content)
      how.reading.problems.push(problem('same-id-twice', { id, other: known.place }, { file: how.path, line }))
    return false
  })
}
