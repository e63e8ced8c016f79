// Which rows of a kind were undone by `reverse` rows up to a day.
import type { DayNumber } from '../base/day.ts'
import { halfOf, isRowId } from '../base/id.ts'
import { type Journal, type JournalKind, kindCode, textAt } from '../book/journal.ts'

export interface Reversals {
  /** The reversing row → the row it undoes. */
  readonly targets: ReadonlyMap<number, number>
  /** Rows that were undone. */
  readonly undone: ReadonlySet<number>
}

const none: Reversals = { targets: new Map(), undone: new Set() }

/** One look at the kinds; ids are compared only when there is something to look for. */
export function reversals(journal: Journal, kind: JournalKind, asOf: DayNumber): Reversals {
  const reverse = kindCode('reverse')
  const wanted = new Map<number, { low: number; row: number }[]>()
  for (let r = 0; r < journal.length; r++) {
    if (journal.kind[r] !== reverse || (journal.date[r] ?? 0) > asOf) continue
    const of = textAt(journal.documents, journal.of, r)
    if (!isRowId(of)) continue
    const high = halfOf(of, 'high')
    const list = wanted.get(high) ?? []
    list.push({ low: halfOf(of, 'low'), row: r })
    wanted.set(high, list)
  }
  if (wanted.size === 0) return none
  const code = kindCode(kind)
  const targets = new Map<number, number>()
  const undone = new Set<number>()
  for (let r = 0; r < journal.length; r++) {
    if (journal.kind[r] !== code) continue
    for (const { low, row } of wanted.get(journal.idHigh[r] ?? 0) ?? []) {
      if (low !== journal.idLow[r] || undone.has(r)) continue
      targets.set(row, r)
      undone.add(r)
    }
  }
  return { targets, undone }
}
