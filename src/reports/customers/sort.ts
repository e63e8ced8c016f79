// The order of a list of customers: by a fact, unknown values last, equal ones by id.
import { ok, type Result } from '../../core/base/problem.ts'
import type { FactValue } from '../../core/facts/fact.ts'
import { unknownFact } from '../../core/facts/predicate-words.ts'
import { findMeasure } from '../../core/facts/registry.ts'
import { cellOf } from './columns.ts'

export interface SortKey {
  readonly fact: string
  readonly descending: boolean
}

/** Numbers and days from high to low, words from A to Z, unless `:asc` or `:desc` says otherwise. */
export function sortKey(text: string): Result<SortKey> {
  const [, name = '', direction] = /^(.*?)(?::(asc|desc))?$/.exec(text) ?? []
  const fact = findMeasure(name)
  if (fact === undefined) return { ok: false, problem: unknownFact(name) }
  const words = fact.type === 'text' || fact.type === 'class' || fact.type === 'list'
  return ok({ fact: fact.name, descending: direction === undefined ? !words : direction === 'desc' })
}

/** In place; the indexes come in order of id, which decides between equals. */
export function orderBy(indexes: number[], value: (index: number) => FactValue, descending: boolean): void {
  const keys = new Map(indexes.map((i) => [i, cellOf(value(i))]))
  indexes.sort((a, b) => {
    const x = keys.get(a) ?? null
    const y = keys.get(b) ?? null
    if (x === null || y === null) return x === y ? a - b : x === null ? 1 : -1
    if (x === y) return a - b
    return x < y === descending ? 1 : -1
  })
}
