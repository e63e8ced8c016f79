// Sums per currency of what a command answered, for the sentences of the demo.
import { type Currency, isCurrency } from '../../core/base/currency.ts'
import { formatAmount, type Minor, parseAmount, safe } from '../../core/base/money.ts'
import { groupDigits } from '../../render/cell.ts'

export type Sums = ReadonlyMap<Currency, Minor>

/** Adds up one money column; a row names its currency in `currency`. */
export function sumsOf(rows: readonly Readonly<Record<string, unknown>>[], column: string): Sums {
  const sums = new Map<Currency, Minor>()
  for (const row of rows) {
    const { currency } = row
    const text = row[column]
    if (typeof currency !== 'string' || !isCurrency(currency) || typeof text !== 'string') continue
    const amount = parseAmount(text, currency)
    if (typeof amount === 'number') sums.set(currency, safe((sums.get(currency) ?? 0) + amount))
  }
  return sums
}

/** What came in between two states. */
export function difference(later: Sums, earlier: Sums): Sums {
  const all = [...new Set([...later.keys(), ...earlier.keys()])]
  return new Map(all.map((c) => [c, safe((later.get(c) ?? 0) - (earlier.get(c) ?? 0))]))
}

export function amountText(amount: Minor, currency: Currency): string {
  return groupDigits(formatAmount(amount, currency))
}

/** `CNY 1,234.50, EUR 12.00`, in order of currency; amounts of nothing are left out. */
export function sumsText(sums: Sums): string {
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => `${currency} ${amountText(amount, currency)}`)
    .join(', ')
}
