// Customers whom a bill run takes beyond their credit limit.
import { formatAmount, safe, sum } from '../../base/money.ts'
import { type Problem, warning } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import { openLedger } from '../../ledger/ledger.ts'

/** The balance in the currency of the limit as of the day of the bills, and the bills in that currency on top. */
export function overLimit(book: Book, bills: readonly Bill[]): readonly Problem[] {
  const limited = new Map(
    bills.flatMap((b) => {
      const customer = book.customers.get(b.customer)
      return customer?.creditLimit === undefined ? [] : [[b.customer, customer] as const]
    }),
  )
  const date = bills[0]?.date
  if (limited.size === 0 || date === undefined) return []
  const { accounts } = openLedger(book.journal, date)
  return [...limited.values()].flatMap((customer) => {
    const currency = customer.currency ?? book.settings.currency
    const mine = (of: { customer: string; currency: string }) => of.customer === customer.id && of.currency === currency
    const owed = safe(sum(accounts.filter(mine).map((a) => a.balance)) + sum(bills.filter(mine).map((b) => b.total)))
    const limit = customer.creditLimit ?? 0
    if (owed <= limit) return []
    const params = {
      customer: customer.id,
      currency,
      owed: formatAmount(owed, currency),
      limit: formatAmount(limit, currency),
    }
    return [warning('over-credit-limit', params)]
  })
}
