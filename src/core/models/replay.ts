// Rules played on the past: which class everybody would have had, had these rules been in force and every proposal accepted.
import type { Day } from '../base/day.ts'
import type { Book } from '../book/book.ts'
import type { ClassSettings } from '../book/class-settings.ts'
import type { ClassRow } from '../book/classes.ts'
import { openSources, type Sources } from '../facts/sources.ts'
import { type Classification, classifyAll } from './classification.ts'

export interface Moment {
  readonly day: Day
  readonly sources: Sources
  readonly classification: Classification
  /** By dimension, then index of customer: his class. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<number, string>>
}

/** Days in order. Nobody has a class before the first; decisions by hand are left out, since they are no rule. */
export function replay(book: Book, rules: ClassSettings, days: readonly Day[]): readonly Moment[] {
  const accepted: ClassRow[] = []
  const settings = { ...book.settings, classes: rules }
  return days.map((day) => {
    const sources = openSources({ ...book, settings, classes: [...accepted] }, day)
    const classification = classifyAll(sources)
    const classes = new Map<string, Map<number, string>>()
    for (const { index, customer, dimension, class: name, reason } of classification.assignments) {
      const of = classes.get(dimension) ?? new Map<number, string>()
      classes.set(dimension, of.set(index, name))
      if (sources.classes().accepted(index, dimension)?.row.class !== name)
        accepted.push({ date: day, customer, dimension, class: name, reason })
    }
    return { day, sources, classification, classes }
  })
}

/** Of those who were in a class of a dimension at one moment and at the next: how many pairs, and in how many the class changed. */
export function stability(
  moments: readonly Moment[],
  dimension: string,
): { readonly pairs: number; readonly moves: number } {
  let pairs = 0
  let moves = 0
  moments.forEach(({ classes }, i) => {
    const next = moments[i + 1]?.classes.get(dimension)
    if (next === undefined) return
    for (const [index, name] of classes.get(dimension) ?? []) {
      const later = next.get(index)
      if (later === undefined) continue
      pairs++
      if (later !== name) moves++
    }
  })
  return { pairs, moves }
}
