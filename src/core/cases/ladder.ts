// Which step of the chase ladder is due: derived anew from documents and recorded reminders at every run, never from timers.
import { addDays, type Day, daysBetween } from '../base/day.ts'
import type { ChaseStep } from '../book/settings.ts'

/** A document that may be chased. */
export interface ChasedDocument {
  /** The earliest due day of what is open. */
  readonly due: Day
  /** The highest level of a reminder that named it; 0 for none. */
  readonly recorded: number
}

export type Next =
  /** Levels count from 1. */
  | { readonly next: 'due'; readonly level: number }
  /** Nothing before that day, when nothing else changes. */
  | { readonly next: 'waiting'; readonly on: Day }
  /** The last step was taken for every document. */
  | { readonly next: 'exhausted' }

/**
 * The rule:
 * 1. A document has reached the steps whose `after` days have passed since its due day (the day itself counts).
 * 2. Of these the next one above its highest recorded reminder is due: one step at a time, so nobody gets a last warning as the
 *    first letter. A missed run is caught up by the next one, step by step, `every` days apart.
 * 3. One letter goes to a customer in a currency, with all documents that may be chased. Its level is the highest that any of
 *    them has had or is due for: it never falls while a document that was reminded stays unpaid, and falls when it is paid.
 * 4. Between two reminders to a customer at least `every` days pass.
 * 5. When every document has had the last step there is nothing more to send: people decide.
 */
export function nextStep(
  documents: readonly ChasedDocument[],
  rules: { readonly ladder: readonly ChaseStep[]; readonly every: number },
  asOf: Day,
  lastReminder: Day | null,
): Next {
  const { ladder, every } = rules
  const free = lastReminder === null ? asOf : addDays(lastReminder, every)
  let level = 0
  let due = false
  let earliest: Day | null = null
  for (const document of documents) {
    const reached = stepsReached(ladder, daysBetween(document.due, asOf))
    const wanted = Math.min(reached, document.recorded + 1)
    if (wanted > document.recorded) due = true
    level = Math.max(level, wanted, document.recorded)
    const following = ladder[document.recorded]
    if (following === undefined) continue
    const day = addDays(document.due, following.after)
    if (earliest === null || day < earliest) earliest = day
  }
  if (due) return free > asOf ? { next: 'waiting', on: free } : { next: 'due', level: Math.min(level, ladder.length) }
  if (earliest === null) return { next: 'exhausted' }
  return { next: 'waiting', on: earliest > free ? earliest : free }
}

/** How many steps of the ladder, from the first, a document that many days late has reached. */
export function stepsReached(ladder: readonly ChaseStep[], daysLate: number): number {
  let reached = 0
  ladder.forEach((step, i) => {
    if (daysLate >= step.after) reached = i + 1
  })
  return reached
}
