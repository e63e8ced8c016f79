// Dimensions that a book declares: ordered rules over facts, of which the first that holds gives the class.
import type { Problem } from '../base/problem.ts'
import type { DimensionSettings } from '../book/settings.ts'
import { evidenceText, holds, readCondition } from '../facts/condition.ts'
import type { Predicate } from '../facts/predicate.ts'
import type { Sources } from '../facts/sources.ts'

export interface OwnDimension {
  readonly name: string
  /** Classes in order, the best first, each once. */
  readonly classes: readonly string[]
  readonly rules: readonly OwnRule[]
}

export interface OwnRule {
  readonly class: string
  readonly when: Predicate
  readonly keep: Predicate | null
}

export function readDimensions(sources: Sources): {
  readonly dimensions: readonly OwnDimension[]
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const read = (source: Parameters<typeof readCondition>[0]) => {
    const parsed = readCondition(source, sources)
    problems.push(...parsed.problems)
    return parsed.predicate
  }
  const dimension = ({ name, rules }: DimensionSettings): OwnDimension => ({
    name,
    classes: [...new Set(rules.map((r) => r.class))],
    rules: rules.map((r) => ({
      class: r.class,
      when: read(r.when),
      keep: r.keep === undefined ? null : read(r.keep),
    })),
  })
  return { dimensions: sources.book.settings.classes.dimensions.map(dimension), problems }
}

/** Null where no rule takes the customer. `accepted` is the class that he has, for rules that keep it. */
export function ownClass(
  sources: Sources,
  index: number,
  dimension: OwnDimension,
  accepted: string | null,
): { readonly class: string; readonly reason: string } | null {
  for (const rule of dimension.rules) {
    if (holds(rule.when, sources, index)) return { class: rule.class, reason: evidenceText(rule.when, sources, index) }
    if (rule.keep !== null && rule.class === accepted && holds(rule.keep, sources, index))
      return { class: rule.class, reason: `keep ${evidenceText(rule.keep, sources, index)}` }
  }
  return null
}
