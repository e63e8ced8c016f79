// The dimensions that a book has and their classes, for those who name one.
import { likely } from '../../base/likely.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Settings } from '../../book/settings.ts'
import { lifecycleStages } from '../../models/lifecycle.ts'
import { segments } from '../../models/rfm.ts'
import { grades } from '../../models/shares.ts'

/** null: a dimension whose classes are no fixed list: scores are made of digits, the names of clusters come and go with the data. */
function classesOf({ classes }: Settings): ReadonlyMap<string, readonly string[] | null> {
  return new Map<string, readonly string[] | null>([
    ['tier', classes.tiers.map((t) => t.name)],
    ['grade', grades],
    ['rfm', null],
    ['segment', segments],
    ['lifecycle', lifecycleStages],
    ...classes.dimensions.map(
      (d) => [d.name, d.kMeans === undefined ? [...new Set(d.rules.map((r) => r.class))] : null] as const,
    ),
  ])
}

export function dimensionProblems(settings: Settings, dimension: string): readonly Problem[] {
  const known = [...classesOf(settings).keys()]
  return known.includes(dimension)
    ? []
    : [problem('unknown-dimension', { dimension, like: likely(dimension, known), known })]
}

/** Scores are not decided by hand. */
export function classProblems(settings: Settings, dimension: string, name: string): readonly Problem[] {
  const all = classesOf(settings)
  const names = all.get(dimension)
  if (names === undefined || dimension === 'rfm') {
    const known = [...all.keys()].filter((d) => d !== 'rfm')
    return [problem('unknown-dimension', { dimension, like: likely(dimension, known), known })]
  }
  return names === null || names.includes(name)
    ? []
    : [problem('unknown-class', { dimension, class: name, known: names })]
}
