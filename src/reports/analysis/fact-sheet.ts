// crm facts: what facts there are, or all facts of one customer.
import type { Day } from '../../core/base/day.ts'
import type { Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import type { Report } from '../../core/book/plan.ts'
import { valueText } from '../../core/facts/fact-text.ts'
import { type FactName, facts } from '../../core/facts/registry.ts'
import { openSources } from '../../core/facts/sources.ts'
import { missingRates } from '../customers/list.ts'

export type Definitions = Readonly<Record<FactName, string>>

/** The registry itself, each fact with the parts of the book that it is computed from. */
export function factList(definitions: Definitions): Table {
  return {
    name: 'facts',
    columns: [
      { key: 'fact', type: 'id' },
      { key: 'name', type: 'word' },
      { key: 'type', type: 'word' },
      { key: 'computedFrom', type: 'text' },
      { key: 'definition', type: 'text' },
    ],
    rows: facts.map(
      ({ name, type, needs }): Row => ({
        fact: name,
        name,
        type,
        computedFrom: ['customers', ...needs].join(' '),
        definition: definitions[name],
      }),
    ),
  }
}

/** Every fact of a customer that is known, with its unit. */
export function factSheet(book: Book, customer: string, asOf: Day, definitions: Definitions): Report {
  const sources = openSources(book, asOf)
  const index = sources.indexOf(customer)
  const { currency } = book.settings
  const rows = facts.map(({ name, type, value }): Row => {
    const known = value(sources, index)
    return {
      fact: name,
      name,
      value: valueText(type, known, currency),
      unit: known === null ? null : type === 'money' ? currency : type === 'days' ? 'days' : null,
      definition: definitions[name],
    }
  })
  return {
    output: {
      tables: [
        {
          name: 'facts',
          columns: [
            { key: 'fact', type: 'id' },
            { key: 'name', type: 'word' },
            { key: 'value', type: 'text' },
            { key: 'unit', type: 'word' },
            { key: 'definition', type: 'text' },
          ],
          rows,
        },
      ],
    },
    problems: missingRates(sources),
  }
}
