// Ids of imported rows: the same row of the same source is the same row of the book, whichever file it comes in.
import { type Hash, type RowId, rowId } from '../../base/id.ts'
import { type Journal, type JournalKind, kindCode, rowIdAt } from '../../book/journal.ts'
import type { Cells } from './reader.ts'

export interface Identities {
  /**
   * The source's own reference (field `id`) decides where there is one; the same reference with other content is refused. Else what
   * the row says decides, and the n-th row that says the same gets an id of its own: two equal sales are two sales, and the same
   * file again has the same two.
   */
  of(cells: Cells, kind: string, content: readonly string[]): RowId
}

export function identities(hash: Hash): Identities {
  /** By the id of the first row that says it: what a million rows say is not kept. */
  const times = new Map<RowId, number>()
  const owned = new Map<string, string>()
  return {
    of(cells, kind, content) {
      const own = cells.text('id')
      if (own !== '') {
        const key = content.join('\u001f')
        if ((owned.get(own) ?? key) !== key) return cells.reject('referenceDiffers', 'id')
        owned.set(own, key)
        return rowId(hash, [kind, 'import', own])
      }
      const first = rowId(hash, [kind, 'import', ...content, '0'])
      const nth = times.get(first) ?? 0
      times.set(first, nth + 1)
      return nth === 0 ? first : rowId(hash, [kind, 'import', ...content, String(nth)])
    },
  }
}

/** Ids of the rows of some kinds with their places. */
export function rowsById(journal: Journal, kinds: readonly JournalKind[]): ReadonlyMap<RowId, number> {
  const codes = new Set(kinds.map(kindCode))
  const rows = new Map<RowId, number>()
  for (let i = 0; i < journal.length; i++) if (codes.has(journal.kind[i] ?? -1)) rows.set(rowIdAt(journal, i), i)
  return rows
}

/** What a row's `source` says: the source's own number, so that files which overlap bring the very same row. */
export function originOf(reference: string, kind: string): string {
  return `import:${reference === '' ? kind : reference}`
}
