// Facts as columns of a table: one way for lists, fact sheets and explanations.
import type { Cell, Column, ColumnType } from '../../core/base/table.ts'
import type { FactType, FactValue } from '../../core/facts/fact.ts'
import type { FactName } from '../../core/facts/registry.ts'
import { findFact } from '../../core/facts/registry.ts'

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

/** Facts whose texts are words of the product. */
const wordFacts: ReadonlySet<FactName> = new Set<FactName>(['kind', 'language'])

/**
 * The columns of some facts. Amounts stand in the book's currency, named in a last column `currency`, which is called
 * `bookCurrency` where the currency of the customer's bills is itself asked for.
 */
export function factColumns(names: readonly FactName[]): readonly Column[] {
  const currency = names.includes('currency') ? 'bookCurrency' : 'currency'
  const columns = names.map((key): Column => {
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
