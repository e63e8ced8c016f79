// Which documents an open dispute is about.
import type { Day } from '../base/day.ts'
import type { ActivityRow } from '../book/activity.ts'
import { casesAsOf } from './cases.ts'

/** Numbers named by disputes that are open on the day. A dispute that names no document is about none. */
export function disputedDocuments(activity: readonly ActivityRow[], asOf: Day): ReadonlySet<string> {
  const open = casesAsOf(activity, asOf).filter((c) => c.kind === 'dispute' && c.open)
  return new Set(open.flatMap((c) => c.documents))
}
