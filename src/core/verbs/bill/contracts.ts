// What contracts add to a bill run: the rows that are due and missing, and which sales wait for a contract to price them.
import type { Day } from '../../base/day.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import { survivor } from '../../book/find.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Context } from '../../book/plan.ts'
import { bookedRates } from '../../book/rates.ts'
import { contractRows, missingRows, pricedByContract } from '../../ledger/contract-run.ts'

/** The id of the customer that one was merged into, or its own. */
export function survivorId(book: Book, id: string): string {
  const customer = book.customers.get(id)
  return customer === undefined ? id : survivor(book.customers, customer).id
}

/** What contracts make due up to each customer's last day and no row holds yet, in order of customer, contract, line and day. */
export function contractSales(
  book: Book,
  lastDay: (customer: Customer) => Day,
  wanted: (customer: string) => boolean,
  context: Context,
): readonly JournalRow[] {
  const customers = [...book.customers.values()].filter((c) => c.mergedInto === undefined && wanted(c.id))
  const withContracts = customers.filter((c) => (c.contracts ?? []).length > 0)
  if (withContracts.length === 0) return []
  const rows = contractRows(book.journal, (id) => survivorId(book, id))
  const rates = bookedRates(book)
  return withContracts.flatMap((customer) => {
    const upTo = lastDay(customer)
    return (customer.contracts ?? []).flatMap((contract) => {
      const currency = contract.currency ?? customer.currency ?? book.settings.currency
      return missingRows({ customer, contract, currency, upTo, rows, hash: context.hash }).map((row) => ({
        ...row,
        rate: rates(currency, row.date),
      }))
    })
  })
}

/** Usage is priced by its contract, in the rows that this makes. */
export function isUsage(book: Book, sale: JournalRow): boolean {
  const customer = book.customers.get(survivorId(book, sale.customer))
  return customer !== undefined && pricedByContract(customer, sale)
}
