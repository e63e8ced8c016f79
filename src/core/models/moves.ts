// Today's classes against the accepted ones: who is new, who moves up, who down.
import type { ClassSettings } from '../book/settings.ts'
import type { Sources } from '../facts/sources.ts'
import type { Assignment, Dimension } from './classification.ts'
import { grades } from './shares.ts'

export type Direction = 'new' | 'up' | 'down' | 'changed'

export interface Move {
  readonly assignment: Assignment
  /** The accepted class; null for a customer who had none. */
  readonly was: string | null
  readonly direction: Direction
}

/** Assignments that differ from what was accepted last, in the same order. */
export function movesOf(sources: Sources, assignments: readonly Assignment[]): readonly Move[] {
  return assignments.flatMap((assignment) => {
    const was = sources.classes().accepted(assignment.index, assignment.dimension)?.row.class ?? null
    if (was === assignment.class) return []
    const direction =
      was === null ? 'new' : directionOf(assignment.dimension, was, assignment.class, sources.book.settings.classes)
    return [{ assignment, was, direction }]
  })
}

/** Tiers and grades have an order, scores their sum; segments are only different. */
function directionOf(dimension: Dimension, was: string, now: string, settings: ClassSettings): Direction {
  const rank = rankIn(dimension, settings)
  const before = rank(was)
  const after = rank(now)
  if (before === null || after === null || before === after) return 'changed'
  return after > before ? 'up' : 'down'
}

/** Higher is better; null for a class that has no place in the order. */
function rankIn(dimension: Dimension, settings: ClassSettings): (name: string) => number | null {
  const ordered = (names: readonly string[]) => (name: string) => {
    const place = names.indexOf(name)
    return place < 0 ? null : -place
  }
  switch (dimension) {
    case 'tier':
      return ordered(settings.tiers.map((t) => t.name))
    case 'grade':
      return ordered(grades)
    case 'rfm':
      return (name) => (/^\d+$/.test(name) ? [...name].reduce((sum, digit) => sum + Number(digit), 0) : null)
    case 'segment':
      return () => null
  }
}
