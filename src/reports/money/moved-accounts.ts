// The movements of each customer and currency, for reports that follow an account.
import type { Currency } from '../../core/base/currency.ts'
import { type Day, dayNumber } from '../../core/base/day.ts'
import { compareText } from '../../core/base/order.ts'
import type { CustomerId } from '../../core/book/customer.ts'
import { currencyAt, textAt } from '../../core/book/journal.ts'
import { type Movement, movementsUpTo } from '../../core/ledger/movements.ts'
import type { Trace } from '../../core/ledger/trace.ts'

export interface MovedAccount {
  readonly customer: CustomerId
  readonly currency: Currency
  readonly moved: readonly Movement[]
}

/** Customers and currencies that moved by the day, in order of both. */
export function movedAccounts(
  trace: Trace,
  until: Day,
  includes: (customer: string) => boolean,
): readonly MovedAccount[] {
  const { journal } = trace
  const wanted = journal.customers.texts.map(includes)
  const isWanted = (row: number) => wanted[journal.customer[row] ?? 0] === true
  const groups = new Map<string, MovedAccount & { readonly moved: Movement[] }>()
  for (const movement of movementsUpTo(trace, dayNumber(until), isWanted)) {
    const { row } = movement
    const customer = textAt(journal.customers, journal.customer, row)
    const currency = currencyAt(journal, row)
    const key = `${customer} ${currency}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { customer, currency, moved: [movement] })
    else group.moved.push(movement)
  }
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group)
}
