// Totals of money columns, one row per currency: amounts in different currencies are never added.

import { safe } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Column, Row } from '../../core/base/table.ts'

/** Sums every money and count column over the rows of each currency; other cells are null. In order of currency. */
export function totalsByCurrency(columns: readonly Column[], rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const currency = String(row.currency ?? '')
    const group = groups.get(currency)
    if (group === undefined) groups.set(currency, [row])
    else group.push(row)
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, group]) =>
      Object.fromEntries(
        columns.map((c) => [c.key, c.key === 'currency' ? currency : isSummed(c) ? total(group, c.key) : null]),
      ),
    )
}

function isSummed(column: Column): boolean {
  return column.type === 'money' || column.key === 'count'
}

function total(rows: readonly Row[], key: string): number {
  let total = 0
  for (const { [key]: amount } of rows) if (typeof amount === 'number') total = safe(total + amount)
  return total
}
