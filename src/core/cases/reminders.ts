// Recorded reminders: which documents were reminded how severely, and when a customer last heard from us.
import type { Day } from '../base/day.ts'
import type { ActivityRow } from '../book/activity.ts'
import type { ChaseStep } from '../book/settings.ts'
import { documentsOf } from './order.ts'

export interface Reminded {
  /** By document number: the highest level. */
  readonly levels: ReadonlyMap<string, number>
  readonly last: Day | null
}

/** From the rows of one customer, in order. */
export function remindersOf(rows: readonly ActivityRow[], ladder: readonly ChaseStep[]): Reminded {
  const levels = new Map<string, number>()
  let last: Day | null = null
  for (const row of rows) {
    if (row.kind !== 'reminder') continue
    last = row.date
    const level = levelOf(row, ladder)
    for (const document of documentsOf(row)) levels.set(document, Math.max(levels.get(document) ?? 0, level))
  }
  return { levels, last }
}

/** The level stands in `severity`; rows written by hand may only name the step. At least 1. */
function levelOf(row: ActivityRow, ladder: readonly ChaseStep[]): number {
  if (/^[1-9]\d?$/.test(row.severity)) return Number(row.severity)
  return Math.max(1, ladder.findIndex((s) => s.name === row.subject) + 1)
}
