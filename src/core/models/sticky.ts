// Why a customer may stay where he is although the rules of today say otherwise: a decision by hand, or a recent move.
import { addDays, type Day, isDay } from '../base/day.ts'
import type { ClassRow } from '../book/classes.ts'
import type { Sources } from '../facts/sources.ts'
import type { Assignment } from './assignment.ts'

const manual = /^manual(?: until (\d{4}-\d{2}-\d{2}))?: /

/** The reason of a class set by hand; it holds until and including the day, or until it is set again. */
export function manualReason(until: Day | null, text: string): string {
  return `manual${until === null ? '' : ` until ${until}`}: ${text}`
}

/** True while a class set by hand is in force. */
export function isManual(row: ClassRow, asOf: Day): boolean {
  const found = manual.exec(row.reason)
  if (found === null) return false
  const until = found[1]
  return until === undefined || !isDay(until) || until >= asOf
}

/** The first day on which a customer may be moved down again; null when he may now. `order` has the best class first. */
export function graceUntil(
  accepted: ClassRow,
  now: string,
  order: readonly string[],
  rule: { readonly grace: number; readonly asOf: Day },
): Day | null {
  const was = order.indexOf(accepted.class)
  const is = order.indexOf(now)
  if (was < 0 || is < 0 || is <= was) return null
  const free = addDays(accepted.date, rule.grace)
  return free > rule.asOf ? free : null
}

/** A class set by hand stays; nobody is moved down within the grace after his last move. */
export function settled(sources: Sources, proposal: Assignment, order: readonly string[]): Assignment {
  const accepted = sources.classes().accepted(proposal.index, proposal.dimension)?.row
  if (accepted === undefined || accepted.class === proposal.class) return proposal
  const { asOf } = sources
  const stays = (reason: string): Assignment => ({ ...proposal, class: accepted.class, reason })
  if (isManual(accepted, asOf)) return stays(accepted.reason)
  const free = graceUntil(accepted, proposal.class, order, { grace: sources.book.settings.classes.grace, asOf })
  return free === null ? proposal : stays(`grace until ${free}; ${proposal.reason}`)
}
