// How many orders each customer placed: sales of one document are one, and those of one day where they name none.
import type { Journal } from '../book/journal.ts'
import type { Groups } from './groups.ts'

export interface Orders {
  readonly all: Uint32Array
  readonly recent: Uint32Array
}

/** By group of rows. `sold` says which rows count, `recent` which of these are within the last 12 months. */
export function countOrders(
  { starts, members }: Groups,
  journal: Journal,
  which: { readonly sold: (row: number) => boolean; readonly recent: (row: number) => boolean },
): Orders {
  const count = starts.length - 1
  const all = new Uint32Array(count)
  const recent = new Uint32Array(count)
  const seen = new Set<number>()
  const seenRecently = new Set<number>()
  for (let i = 0; i < count; i++) {
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const row = members[k] ?? 0
      if (!which.sold(row)) continue
      const document = journal.document[row] ?? 0
      // Codes of documents are positive; days are kept below zero, so that the two never meet.
      const key = document > 0 ? document : -1_000_000 - (journal.date[row] ?? 0)
      seen.add(key)
      if (which.recent(row)) seenRecently.add(key)
    }
    all[i] = seen.size
    recent[i] = seenRecently.size
    if (seen.size > 0) seen.clear()
    if (seenRecently.size > 0) seenRecently.clear()
  }
  return { all, recent }
}
