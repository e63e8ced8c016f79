// The days on which each customer bought, and the rhythm of them: packed once, then looked up.
import type { DayNumber } from '../base/day.ts'
import type { Groups } from './groups.ts'

export interface SaleDays {
  /** Ascending, each day once. */
  of(index: number): Int32Array
  /** null for those who never bought. */
  first(index: number): DayNumber | null
  last(index: number): DayNumber | null
}

/** `dayOf` is the day of a row that counts as a sale, null for any other. */
export function saleDays(rows: Groups, dayOf: (row: number) => DayNumber | null): SaleDays {
  const { starts, members } = rows
  const groups = starts.length - 1
  const days = new Int32Array(members.length)
  const at = new Uint32Array(groups + 1)
  let filled = 0
  for (let g = 0; g < groups; g++) {
    const begin = filled
    for (let k = starts[g] ?? 0; k < (starts[g + 1] ?? 0); k++) {
      const day = dayOf(members[k] ?? 0)
      if (day !== null) days[filled++] = day
    }
    filled = begin + sortAndThin(days, begin, filled)
    at[g + 1] = filled
  }
  const end = (index: number) => at[index + 1] ?? 0
  const some = (index: number) => end(index) > (at[index] ?? 0)
  return {
    of: (index) => days.subarray(at[index] ?? 0, end(index)),
    first: (index) => (some(index) ? (days[at[index] ?? 0] ?? 0) : null),
    last: (index) => (some(index) ? (days[end(index) - 1] ?? 0) : null),
  }
}

/** Sorts a stretch in place, drops what stands twice and says how many are left. Rows mostly come in order of day already. */
function sortAndThin(days: Int32Array, begin: number, end: number): number {
  let ordered = true
  for (let k = begin + 1; k < end && ordered; k++) ordered = (days[k - 1] ?? 0) <= (days[k] ?? 0)
  if (!ordered) days.subarray(begin, end).sort()
  let kept = begin
  for (let k = begin; k < end; k++) {
    const day = days[k] ?? 0
    if (kept === begin || days[kept - 1] !== day) days[kept++] = day
  }
  return kept - begin
}
