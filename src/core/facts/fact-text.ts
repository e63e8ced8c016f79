// A fact's value as one text, for sheets, evidence and reasons.
import type { Currency } from '../base/currency.ts'
import { formatAmount } from '../base/money.ts'
import type { FactType, FactValue } from './fact.ts'

/** One text for a value of any type: amounts with the currency's decimals, percentages with one. */
export function valueText(type: FactType, value: FactValue, currency: Currency): string | null {
  if (value === null) return null
  if (typeof value === 'object') return value.length === 0 ? null : value.join(', ')
  if (type === 'money' && typeof value === 'number') return formatAmount(value, currency)
  if (type === 'percent' && typeof value === 'number') return `${(Math.round(value * 1000) / 10).toFixed(1)}%`
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
