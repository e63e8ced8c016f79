// Check `customers`: every row belongs to a customer that has a file.
import { likely } from '../../base/likely.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { whereOf } from '../../ledger/trace.ts'
import type { Check } from './check.ts'

export const customers: Check = {
  name: 'customers',
  check({ book }) {
    const { journal } = book
    const first = new Map<number, { row: number; count: number }>()
    for (let i = 0; i < journal.length; i++) {
      const code = journal.customer[i] ?? 0
      const seen = first.get(code)
      if (seen === undefined) first.set(code, { row: i, count: 1 })
      else seen.count += 1
    }
    const found: Problem[] = []
    for (const [code, { row, count }] of first) {
      const customer = journal.customers.texts[code] ?? ''
      if (book.customers.has(customer)) continue
      const like = likely(customer, book.customers.keys())
      found.push(problem('rows-of-nobody', { customer, count, like }, whereOf(journal, row)))
    }
    return found
  },
}
