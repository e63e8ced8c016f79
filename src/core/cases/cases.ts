// Complaints, disputes, enquiries, tasks and opportunities: opened by a row, closed and reopened by later ones that name it.
import { type Day, isDay } from '../base/day.ts'
import type { RowId } from '../base/id.ts'
import { type ActivityKind, type ActivityRow, caseKinds } from '../book/activity.ts'
import type { CustomerId } from '../book/customer.ts'
import { documentsOf, inOrder } from './order.ts'

export interface Case {
  /** The id of the row that opened it. */
  readonly id: RowId
  readonly kind: ActivityKind
  readonly customer: CustomerId
  readonly documents: readonly string[]
  readonly subject: string
  readonly opened: Day
  /** Until when it shall be settled, as the opening row or the last one that says so has it. */
  readonly due: Day | null
  /** Who has it: `by` of the last assignment, else of the opening row. */
  readonly owner: string
  readonly severity: string
  readonly cause: string
  readonly open: boolean
  /** The day it was resolved or closed, when it is not open. */
  readonly ended: Day | null
  /** The opening row and all that name the case, in order. */
  readonly rows: readonly ActivityRow[]
}

/** All cases known on a day, by opening day, then id. A row that names an unknown case belongs to none. */
export function casesAsOf(activity: readonly ActivityRow[], asOf: Day): readonly Case[] {
  return casesOf(inOrder(activity, asOf))
}

/** The same from rows that are in order already. */
export function casesOf(ordered: readonly ActivityRow[]): readonly Case[] {
  const opening = new Map<RowId, ActivityRow>()
  const following = new Map<string, ActivityRow[]>()
  for (const row of ordered) {
    if (caseKinds.has(row.kind) && row.case === '') opening.set(row.id, row)
    else if (row.case !== '') {
      const rows = following.get(row.case)
      if (rows === undefined) following.set(row.case, [row])
      else rows.push(row)
    }
  }
  return [...opening.values()].map((row) => assemble(row, following.get(row.id) ?? []))
}

function assemble(opening: ActivityRow, later: readonly ActivityRow[]): Case {
  let open = true
  let ended: Day | null = null
  let due = isDay(opening.due) ? opening.due : null
  let owner = opening.by
  for (const row of later) {
    if (row.kind === 'resolve' || row.kind === 'close') {
      if (open) ended = row.date
      open = false
    } else if (row.kind === 'reopen') {
      open = true
      ended = null
    } else if (row.kind === 'assign') owner = row.by
    if (isDay(row.due)) due = row.due
  }
  const last = (value: (r: ActivityRow) => string) => later.reduce((v, r) => value(r) || v, value(opening))
  return {
    id: opening.id,
    kind: opening.kind,
    customer: opening.customer,
    documents: documentsOf(opening),
    subject: opening.subject,
    opened: opening.date,
    due,
    owner,
    severity: last((r) => r.severity),
    cause: last((r) => r.cause),
    open,
    ended,
    rows: [opening, ...later],
  }
}
