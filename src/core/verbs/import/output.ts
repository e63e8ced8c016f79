// What crm import shows: counts and sums per state and currency, why rows were rejected, and which column was read as what.
import { safe } from '../../base/money.ts'
import type { Row, Table } from '../../base/table.ts'
import type { ImportKind } from '../../book/mapping.ts'
import type { Output } from '../../book/paper.ts'
import type { Column } from './headings.ts'
import type { Harvest, Taken } from './taken.ts'

/** Returns are said of sales only: in other kinds a negative amount is nothing special. */
export function importOutput(
  as: ImportKind,
  columns: ReadonlyMap<string, Column>,
  harvest: Harvest,
  explain = false,
): Output {
  const rejects = harvest.rejected.length === 0 ? [] : [rejectTable(harvest)]
  const known = explain ? [knownTable(harvest)] : []
  return { tables: [...rejects, ...known, columnTable(columns), stateTable(as, harvest)] }
}

/** Rows that the book has already: `--force` takes one that only looks so. */
function knownTable({ taken }: Harvest): Table {
  const known = taken.filter((t) => t.state === 'known' && t.line !== undefined)
  return {
    name: 'knownRows',
    columns: [
      { key: 'line', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: known.map(({ line, amount, currency }) => ({ line: line ?? null, amount, currency })),
  }
}

function rejectTable(harvest: Harvest): Table {
  return {
    name: 'rejects',
    columns: [
      { key: 'line', type: 'number' },
      { key: 'reason', type: 'word' },
      { key: 'column', type: 'text' },
      { key: 'found', type: 'text' },
    ],
    rows: harvest.rejected.map(({ row, fault }) => ({ line: row.line, ...fault })),
  }
}

function columnTable(columns: ReadonlyMap<string, Column>): Table {
  return {
    name: 'columns',
    columns: [
      { key: 'field', type: 'id' },
      { key: 'column', type: 'text' },
    ],
    rows: [...columns].map(([field, c]) => ({ field, column: c.index < 0 ? `= ${c.constant}` : c.heading })),
  }
}

function stateTable(as: ImportKind, harvest: Harvest): Table {
  const rows: Row[] = []
  for (const state of ['imported', 'known'] as const) {
    const mine = harvest.taken.filter((t) => t.state === state)
    if (mine.length === 0) continue
    rows.push(...perCurrency(state, mine))
    const returns = mine.filter((t) => t.amount !== null && t.amount < 0)
    if (as === 'sales' && state === 'imported' && returns.length > 0) rows.push(...perCurrency('returns', returns))
  }
  rows.push(...perReason(harvest))
  return {
    name: 'import',
    columns: [
      { key: 'state', type: 'word' },
      { key: 'reason', type: 'word' },
      { key: 'count', type: 'number' },
      { key: 'amount', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows,
  }
}

function perCurrency(state: 'imported' | 'known' | 'returns', taken: readonly Taken[]): Row[] {
  const sums = new Map<string, { count: number; amount: number }>()
  for (const t of taken) {
    const at = sums.get(t.currency ?? '') ?? { count: 0, amount: 0 }
    sums.set(t.currency ?? '', { count: at.count + 1, amount: safe(at.amount + (t.amount ?? 0)) })
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { count, amount }]) => ({
      state,
      reason: null,
      count,
      amount: currency === '' ? null : amount,
      currency: currency === '' ? null : currency,
    }))
}

function perReason(harvest: Harvest): Row[] {
  const counts = new Map<string, number>()
  for (const { fault } of harvest.rejected) counts.set(fault.reason, (counts.get(fault.reason) ?? 0) + 1)
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => ({ state: 'rejected', reason, count, amount: null, currency: null }))
}
