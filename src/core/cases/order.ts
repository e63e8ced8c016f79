// Activity rows in the order in which they took effect, whatever the order of files and rows.

import type { Day } from '../base/day.ts'
import { type ActivityKind, type ActivityRow, activityKinds } from '../book/activity.ts'

const rank = new Map<ActivityKind, number>(activityKinds.map((kind, i) => [kind, i]))

/** Of one day. */
function compare(a: ActivityRow, b: ActivityRow): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  const kinds = (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0)
  if (kinds !== 0) return kinds
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Rows up to and including a day by date, time (none first), kind in the order of `activityKinds`, id. */
export function inOrder(rows: readonly ActivityRow[], asOf: Day): readonly ActivityRow[] {
  const byDay = new Map<Day, ActivityRow[]>()
  for (const row of rows) {
    if (row.date > asOf) continue
    const ofDay = byDay.get(row.date)
    if (ofDay === undefined) byDay.set(row.date, [row])
    else ofDay.push(row)
  }
  return [...byDay.keys()].sort().flatMap((day) => (byDay.get(day) ?? []).sort(compare))
}

/** The document numbers that a row names; several are separated by semicolons. */
export function documentsOf(row: { readonly document: string }): readonly string[] {
  return row.document
    .split(';')
    .map((d) => d.trim())
    .filter((d) => d !== '')
}

/** The canonical text of a set of document numbers. */
export function documentSet(documents: Iterable<string>): string {
  return [...new Set(documents)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(';')
}
