// Totals of money columns, one row per currency: amounts in different currencies are never added.

import { safe } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Column, Row } from '../../core/base/table.ts'

/** Sums every money and count column over the rows of each currency; other cells are null. In order of currency. */
export function totalsByCurrency(columns: readonly Column[], rows: readonly Row[]): Row[] {
  const summed = columns.filter((c) => c.type === 'money' || c.key === 'count').map((c) => c.key)
  const sums = new Map<string, number[]>()
  for (const row of rows) {
    const currency = String(row.currency ?? '')
    const known = sums.get(currency)
    const totals = known ?? summed.map(() => 0)
    if (known === undefined) sums.set(currency, totals)
    summed.forEach((key, i) => {
      const amount = row[key]
      if (typeof amount === 'number') totals[i] = safe((totals[i] ?? 0) + amount)
    })
  }
  return [...sums]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, totals]) =>
      Object.fromEntries(
        columns.map((c) => [c.key, c.key === 'currency' ? currency : (totals[summed.indexOf(c.key)] ?? null)]),
      ),
    )
}
