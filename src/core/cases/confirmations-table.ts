// Confirmed balances as a table, for the verb that records one and the report of all.
import type { Column, Row, Table } from '../base/table.ts'
import type { Confirmation } from './confirmations.ts'

const columns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'balanceDay', type: 'day' },
  { key: 'answered', type: 'day' },
  { key: 'state', type: 'word' },
  { key: 'confirmed', type: 'money' },
  { key: 'balance', type: 'money' },
  { key: 'difference', type: 'money' },
  { key: 'currency', type: 'text' },
  { key: 'text', type: 'text' },
]

export function confirmationsTable(list: readonly Confirmation[]): Table {
  return { name: 'confirmations', columns, rows: list.map(confirmationRow) }
}

function confirmationRow({
  customer,
  day,
  answered,
  amount,
  balance,
  difference,
  currency,
  reason,
}: Confirmation): Row {
  const state = difference === 0 ? 'agreed' : 'differs'
  return { customer, balanceDay: day, answered, state, confirmed: amount, balance, difference, currency, text: reason }
}
