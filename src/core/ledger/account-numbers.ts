// Accounts of a journal as numbers in order of customer and currency: columns over them need no texts and no sorting.
import { compareText } from '../base/order.ts'
import { currencyAt, type Journal } from '../book/journal.ts'

/** One number for each customer and currency of a journal, from 0, by customer, then currency. */
export interface AccountNumbers {
  /** A row of each account. */
  readonly rows: Int32Array
  of(row: number): number
}

export function numberAccounts(journal: Journal): AccountNumbers {
  const { customer, currency, length } = journal
  /** The first account of each customer and the next one of the same customer, or −1: few customers have two currencies. */
  const first = new Int32Array(journal.customers.size).fill(-1)
  const next: number[] = []
  const found: number[] = []
  const find = (row: number) => {
    let n = first[customer[row] ?? 0] ?? -1
    while (n >= 0 && currency[found[n] ?? 0] !== currency[row]) n = next[n] ?? -1
    return n
  }
  for (let i = 0; i < length; i++) {
    if (find(i) >= 0) continue
    const code = customer[i] ?? 0
    next.push(first[code] ?? -1)
    first[code] = found.push(i) - 1
  }
  const rows = inOrder(journal, found)
  const rank = new Int32Array(rows.length)
  rows.forEach((row, n) => {
    rank[find(row)] = n
  })
  return { rows, of: (row) => rank[find(row)] ?? 0 }
}

/** Every customer is compared by text once; his currencies only where he has several. */
function inOrder(journal: Journal, rows: readonly number[]): Int32Array {
  const { texts } = journal.customers
  const name = (row: number) => texts[journal.customer[row] ?? 0] ?? ''
  return Int32Array.from(
    [...rows].sort(
      (a, b) => compareText(name(a), name(b)) || compareText(currencyAt(journal, a), currencyAt(journal, b)),
    ),
  )
}
