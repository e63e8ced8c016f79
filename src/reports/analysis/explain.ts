// crm explain ID FACT: the value, what it means and every row that it was computed from.
import type { Day } from '../../core/base/day.ts'
import type { Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { journalRow } from '../../core/book/journal.ts'
import type { Report } from '../../core/book/plan.ts'
import type { Evidence } from '../../core/facts/fact.ts'
import { type FactName, findFact } from '../../core/facts/registry.ts'
import { openSources } from '../../core/facts/sources.ts'
import { classifyAll, dimensions } from '../../core/models/classification.ts'
import { explainClasses } from '../../core/verbs/classify/explain.ts'
import { cellOf, factColumns } from '../customers/columns.ts'
import { missingRates } from '../customers/list.ts'
import type { Definitions } from './fact-sheet.ts'

export interface ExplainWish {
  readonly customer: string
  readonly fact: FactName
  readonly asOf: Day
}

export function explainFact(book: Book, wish: ExplainWish, definitions: Definitions): Report {
  const sources = openSources(book, wish.asOf)
  const index = sources.indexOf(wish.customer)
  const fact = findFact(wish.fact)
  const evidence = fact?.evidence?.(sources, index) ?? []
  const value = cellOf(fact?.value(sources, index) ?? null)
  const isClass = dimensions.some((d) => d === wish.fact)
  return {
    output: {
      tables: [
        valueTable(book, wish, value, definitions),
        ...(isClass ? explainClasses(sources, classifyAll(sources), index).tables : []),
        ...evidenceTables(book, evidence),
      ],
    },
    problems: missingRates(sources),
  }
}

/** Rule, numbers, what would move the customer, and every class that was accepted. */
export function explainDimension(
  book: Book,
  wish: { readonly customer: string; readonly dimension: string; readonly asOf: Day },
): Report {
  const sources = openSources(book, wish.asOf)
  const index = sources.indexOf(wish.customer)
  const classification = classifyAll(sources)
  const { tables } = explainClasses(sources, classification, index, wish.dimension)
  const history = sources.classes().history(index, wish.dimension)
  return {
    output: {
      tables: [
        ...tables,
        ...evidenceTables(
          book,
          history.map(({ place }) => ({ from: 'classes', row: place })),
        ),
      ],
    },
    problems: [...classification.problems, ...missingRates(sources)],
  }
}

function valueTable(book: Book, wish: ExplainWish, value: Row[string], definitions: Definitions): Table {
  const columns = factColumns([wish.fact])
  const own = wish.fact === 'id' ? [] : [{ key: 'customer' as const, type: 'id' as const }]
  const currency = columns.at(-1)
  return {
    name: 'fact',
    columns: [...own, ...columns, { key: 'definition', type: 'text' }],
    rows: [
      {
        customer: wish.customer,
        ...(columns.length > 1 && currency !== undefined ? { [currency.key]: book.settings.currency } : {}),
        [wish.fact]: value,
        definition: definitions[wish.fact],
      },
    ],
  }
}

function evidenceTables(book: Book, evidence: readonly Evidence[]): readonly Table[] {
  const rows = (from: Evidence['from']) => evidence.filter((e) => e.from === from).map((e) => e.row)
  return [
    journalTable(book, rows('journal')),
    activityTable(book, rows('activity')),
    classTable(book, rows('classes')),
  ].filter((t) => t.rows.length > 0)
}

function journalTable(book: Book, places: readonly number[]): Table {
  const rows = places.map((place): Row => {
    const { id, date, kind, document, item, quantity, amount, currency, due } = journalRow(book.journal, place)
    return { id, date, kind, document, item, quantity: quantity || null, amount, currency, due }
  })
  return {
    name: 'journal',
    columns: [
      { key: 'id', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'document', type: 'id' },
      { key: 'item', type: 'id' },
      { key: 'quantity', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
      { key: 'due', type: 'day' },
    ],
    rows,
  }
}

function activityTable(book: Book, places: readonly number[]): Table {
  const rows = places.flatMap((place): Row[] => {
    const row = book.activity[place]
    if (row === undefined) return []
    const { id, date, kind, channel, document, subject, outcome } = row
    return [{ id, date, kind, channel, document, subject, outcome }]
  })
  return {
    name: 'activity',
    columns: [
      { key: 'id', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'kind', type: 'word' },
      { key: 'channel', type: 'word' },
      { key: 'document', type: 'id' },
      { key: 'subject', type: 'text' },
      { key: 'outcome', type: 'text' },
    ],
    rows,
  }
}

function classTable(book: Book, places: readonly number[]): Table {
  const rows = places.flatMap((place): Row[] => {
    const row = book.classes[place]
    return row === undefined ? [] : [{ date: row.date, dimension: row.dimension, class: row.class, reason: row.reason }]
  })
  return {
    name: 'accepted',
    columns: [
      { key: 'date', type: 'day' },
      { key: 'dimension', type: 'word' },
      { key: 'class', type: 'word' },
      { key: 'reason', type: 'text' },
    ],
    rows,
  }
}
