// Facts as columns of a table: one way for lists, fact sheets and explanations.
import type { Cell, Column, ColumnKey, ColumnType } from '../../core/base/table.ts'
import type { FactType, FactValue } from '../../core/facts/fact.ts'
import type { FactName } from '../../core/facts/registry.ts'
import { findFact, findMeasure } from '../../core/facts/registry.ts'

const columnTypes: Readonly<Record<FactType, ColumnType>> = {
  money: 'money',
  number: 'number',
  days: 'number',
  percent: 'percent',
  day: 'day',
  class: 'word',
  text: 'text',
  list: 'text',
  flag: 'flag',
}

/** What may be a column: a fact, or the accepted class in a dimension of the book's own. */
export type ListColumn = FactName | OwnClass
type OwnClass = Extract<ColumnKey, `class.${string}`>

export function listColumn(name: string): ListColumn | undefined {
  return isOwnClass(name) ? name : findFact(name)?.name
}

function isOwnClass(name: string): name is OwnClass {
  return name.startsWith('class.') && findMeasure(name) !== undefined
}

/** Facts whose texts are words of the product. */
const wordFacts: ReadonlySet<FactName> = new Set<FactName>(['kind', 'language'])

/**
 * The columns of some facts. Amounts stand in the book's currency, named in a last column `currency`, which is called
 * `bookCurrency` where the currency of the customer's bills is itself asked for.
 */
export function factColumns(names: readonly ListColumn[]): readonly Column[] {
  const currency = names.includes('currency') ? 'bookCurrency' : 'currency'
  const columns = names.map((key): Column => {
    if (isOwnClass(key)) return { key, type: 'word' }
    const type = columnTypes[findFact(key)?.type ?? 'text']
    if (key === 'id') return { key, type: 'id' }
    if (wordFacts.has(key)) return { key, type: 'word' }
    return type === 'money' ? { key, type, currency } : { key, type }
  })
  return columns.some((c) => c.type === 'money') ? [...columns, { key: currency, type: 'text' }] : columns
}

export function cellOf(value: FactValue): Cell {
  return value !== null && typeof value === 'object' ? (value.length === 0 ? null : value.join(', ')) : value
}
