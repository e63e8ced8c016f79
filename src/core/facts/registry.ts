// All facts in the order in which they are listed. Adding one: a line in its area, its name among the words, a sentence in text/.
import { activityFacts } from './activity.ts'
import { acceptedClass, classFacts } from './classes.ts'
import type { Fact, Measure } from './fact.ts'
import { fileFacts } from './file.ts'
import { latenessFacts } from './lateness.ts'
import { receivableFacts } from './receivables.ts'
import { rhythmFacts } from './rhythm.ts'
import { salesFacts } from './sales.ts'
import { serviceCostFacts } from './service-cost.ts'

const registry = [
  ...fileFacts,
  ...classFacts,
  ...salesFacts,
  ...rhythmFacts,
  ...receivableFacts,
  ...latenessFacts,
  ...activityFacts,
  ...serviceCostFacts,
] as const

export type FactName = (typeof registry)[number]['name']

export const facts: readonly Fact<FactName>[] = registry

const byName = new Map<string, Fact<FactName>>(facts.map((f) => [f.name, f]))

/** Other ways to write a fact in predicates. */
const synonyms: Readonly<Record<string, FactName>> = { tag: 'tags', sales: 'sales12m', orders: 'orders12m' }

export function findFact(name: string): Fact<FactName> | undefined {
  return byName.get(name) ?? byName.get(synonyms[name] ?? '')
}

/** What a condition may be about: a fact, or the accepted class in a dimension of the book's own, as `class.market`. */
export function findMeasure(name: string): Measure | undefined {
  const dimension = /^class\.(.+)$/.exec(name)?.[1]
  return dimension === undefined ? findFact(name) : { name, ...acceptedClass(dimension) }
}
