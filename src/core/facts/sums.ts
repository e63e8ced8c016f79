// Sums of journal rows by customer in the book's currency: each currency is summed and then converted once.
import type { Currency } from '../base/currency.ts'
import { type Minor, safe } from '../base/money.ts'
import type { Converter } from '../book/converter.ts'
import type { Journal } from '../book/journal.ts'
import type { Groups } from './groups.ts'

/** The sum of a value over the rows of a group; null where a rate is missing. */
export function sumsOf(
  journal: Journal,
  { starts, members }: Groups,
  converter: Converter,
): (group: number, value: (row: number) => Minor) => Minor | null {
  /** Readers admit only currencies that exist. */
  const inBook = (amount: Minor, code: number) =>
    amount === 0 ? 0 : converter.convert(amount, journal.currencies.text(code) as Currency)
  return (group, value) => {
    let first = -1
    let sum = 0
    let others: Map<number, Minor> | null = null
    for (let k = starts[group] ?? 0; k < (starts[group + 1] ?? 0); k++) {
      const row = members[k] ?? 0
      const amount = value(row)
      if (amount === 0) continue
      const code = journal.currency[row] ?? 0
      if (first < 0) first = code
      if (code === first) sum = safe(sum + amount)
      else {
        others ??= new Map<number, Minor>()
        others.set(code, safe((others.get(code) ?? 0) + amount))
      }
    }
    const total = inBook(sum, first)
    return others === null || total === null ? total : addOthers(total, others, inBook)
  }
}

function addOthers(
  start: Minor,
  others: ReadonlyMap<number, Minor>,
  inBook: (amount: Minor, code: number) => Minor | null,
): Minor | null {
  let total = start
  for (const [code, amount] of others) {
    const converted = inBook(amount, code)
    if (converted === null) return null
    total = safe(total + converted)
  }
  return total
}
