// Today's classes against the accepted ones: who is new, who moves up, who down.
import type { Sources } from '../facts/sources.ts'
import type { Assignment } from './assignment.ts'
import type { Classification } from './classification.ts'

export type Direction = 'new' | 'up' | 'down' | 'changed'

export interface Move {
  readonly assignment: Assignment
  /** The accepted class; null for a customer who had none. */
  readonly was: string | null
  readonly direction: Direction
}

/** Assignments that differ from what was accepted last, in the same order. */
export function movesOf(sources: Sources, { assignments, orders }: Classification): readonly Move[] {
  return assignments.flatMap((assignment) => {
    const was = sources.classes().accepted(assignment.index, assignment.dimension)?.row.class ?? null
    if (was === assignment.class) return []
    const direction = was === null ? 'new' : directionOf(assignment, was, orders.get(assignment.dimension) ?? [])
    return [{ assignment, was, direction }]
  })
}

/** Classes with an order have it, scores their sum; others are only different. */
function directionOf({ dimension, class: now }: Assignment, was: string, order: readonly string[]): Direction {
  const rank = (name: string): number | null => {
    if (dimension === 'rfm') return /^\d+$/.test(name) ? [...name].reduce((sum, digit) => sum + Number(digit), 0) : null
    const place = order.indexOf(name)
    return place < 0 ? null : -place
  }
  const before = rank(was)
  const after = rank(now)
  if (before === null || after === null || before === after) return 'changed'
  return after > before ? 'up' : 'down'
}
