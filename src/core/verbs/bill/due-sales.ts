// Everything that is to be billed up to a day: what was sold, and what contracts charge.
import type { Day } from '../../base/day.ts'
import { lastBillDay } from '../../book/bill-day.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Context } from '../../book/plan.ts'
import { unbilledSales } from '../../ledger/unbilled.ts'
import { contractSales, isUsage, survivorId } from './contracts.ts'

export interface DueWish {
  readonly upTo: Day
  /** Somebody asked for just these customers: their bill days are not waited for. */
  readonly named: boolean
  /** Null: all. */
  readonly ids: ReadonlySet<string> | null
}

/** Everything that is to be billed, and which rows of it contracts make now. */
export function dueSales(
  book: Book,
  { upTo, named, ids }: DueWish,
  context: Context,
): { readonly sales: readonly JournalRow[]; readonly made: readonly JournalRow[] } {
  const wanted = (id: string) => ids === null || ids.has(survivorId(book, id))
  const lastDay = (customer: Customer) =>
    named ? upTo : lastBillDay({ ...book.settings.billing, ...customer.billing }, upTo)
  const made = contractSales(book, lastDay, wanted, context)
  const sold = unbilledSales(book, upTo, wanted).filter((sale) => {
    const customer = book.customers.get(survivorId(book, sale.customer))
    return customer === undefined || sale.date <= lastDay(customer)
  })
  return { sales: [...sold.filter((s) => !isUsage(book, s)), ...made], made }
}
