// Conditions as crm.yaml writes them, words or a map, and the values that met them as evidence.
import type { ConditionSource } from '../book/class-settings.ts'
import type { FactValue } from './fact.ts'
import { valueText } from './fact-text.ts'
import { factsIn, meets, type Predicate } from './predicate.ts'
import { predicateOfMap } from './predicate-map.ts'
import { type ParsedPredicate, parsePredicate } from './predicate-words.ts'
import { findMeasure } from './registry.ts'
import type { Sources } from './sources.ts'

/** No condition holds for everybody. */
export function readCondition(source: ConditionSource | undefined, sources: Sources): ParsedPredicate {
  const setting = { currency: sources.book.settings.currency, today: sources.asOf }
  if (source === undefined) return { predicate: [], problems: [] }
  return typeof source === 'string' ? parsePredicate([source], setting) : predicateOfMap(source, setting)
}

/** The fact of the customer at an index. */
export function factReader(sources: Sources, index: number): (fact: string) => FactValue {
  return (fact) => findMeasure(fact)?.value(sources, index) ?? null
}

export function holds(predicate: Predicate, sources: Sources, index: number): boolean {
  return meets(predicate, factReader(sources, index))
}

/** The facts of a predicate with the customer's values, as `sales12m=1200.00 orders12m=3`. */
export function evidenceText(predicate: Predicate, sources: Sources, index: number): string {
  const { currency } = sources.book.settings
  const value = factReader(sources, index)
  return factsIn(predicate)
    .map((name) => `${name}=${valueText(findMeasure(name)?.type ?? 'text', value(name), currency) ?? 'none'}`)
    .join(' ')
}
