// Where facts come from: each source is read at most once, and only when a fact asks for it.
import type { Currency } from '../base/currency.ts'
import { addMonths, type Day, dayNumber } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import { once, oncePerIndex } from '../base/once.ts'
import type { Book } from '../book/book.ts'
import { converter } from '../book/converter.ts'
import type { Customer } from '../book/customer.ts'
import type { JournalRow } from '../book/journal.ts'
import { type PromiseToPay, promisesOf } from '../cases/promises.ts'
import { type Exposure, exposureOf } from '../ledger/exposure.ts'
import { openLedger } from '../ledger/ledger.ts'
import { unbilledSales } from '../ledger/unbilled.ts'
import { type ActivitySource, readActivity } from './activity-source.ts'
import { type ClassSource, readClasses } from './class-source.ts'
import { customerIndex } from './customer-index.ts'
import { paymentEvidence } from './payment-evidence.ts'
import { type ReceivablesSource, readReceivables } from './receivables-source.ts'
import { readSales, type SalesSource } from './sales-source.ts'

export interface Sources {
  readonly book: Book
  readonly asOf: Day
  /** The day 12 months earlier; a window of 12 months begins after it. */
  readonly yearAgo: Day
  /** In order of id, without merged ones; facts are asked by index. */
  readonly customers: readonly Customer[]
  /** Index of a customer, through merges; -1 when unknown. */
  indexOf(id: string): number
  sales(): SalesSource
  receivables(): ReceivablesSource
  /** Against the credit limit, in its currency. */
  exposure(index: number): Exposure
  activity(): ActivitySource
  classes(): ClassSource
  promises(index: number): readonly PromiseToPay[]
  /** Days since the last sale; null for those who never bought. */
  recency(index: number): number | null
  /** Currencies that some fact asked for so far and that have no rate to the book's. */
  missingRates(): readonly Currency[]
  /** Sales of 12 months of all customers together; null where a rate is missing. */
  wholeSales12(): Minor | null
}

export function openSources(book: Book, asOf: Day): Sources {
  const index = customerIndex(book.customers)
  const rates = once(() => converter(book.rates, book.settings.currency, asOf))
  const receivables = once(() => readReceivables(openLedger(book.journal, asOf), index, rates()))
  const sales = once(() => readSales({ journal: book.journal, index, items: book.items, converter: rates() }))
  const activity = once(() => readActivity(book.activity, index, asOf))
  const promises = once(() => {
    const groups: PromiseToPay[][] = []
    const evidence = paymentEvidence(receivables(), index)
    const all = promisesOf(activity().ordered, asOf, evidence, book.settings.currency)
    for (const promise of all) {
      const i = index.of(promise.customer)
      const found = groups[i]
      if (found === undefined) groups[i] = [promise]
      else found.push(promise)
    }
    return groups
  })
  const unbilled = once(() => {
    const groups: JournalRow[][] = index.customers.map(() => [])
    for (const sale of unbilledSales(book, asOf, () => true, asOf)) groups[index.of(sale.customer)]?.push(sale)
    return groups
  })
  const exposure = oncePerIndex((i) => {
    const customer = index.customers[i]
    if (customer === undefined) throw new RangeError(`no customer ${i}`)
    const balances = receivables().amounts('balance', i)
    return exposureOf(book, customer, { day: asOf, balances, sales: unbilled()[i] ?? [] })
  })
  return {
    book,
    asOf,
    exposure,
    yearAgo: addMonths(asOf, -12),
    customers: index.customers,
    indexOf: (id) => index.of(id),
    sales,
    receivables,
    activity,
    classes: once(() => readClasses(book.classes, index, asOf)),
    promises: (i) => promises()[i] ?? [],
    missingRates: () => rates().missing(),
    recency(i) {
      const last = sales().lastDay(i)
      return last === null ? null : dayNumber(asOf) - last
    },
    wholeSales12: once(() => {
      let whole = 0
      for (let i = 0; i < index.customers.length; i++) {
        const amount = sales().amount('months12', i)
        if (amount === null) return null
        whole += amount
      }
      return whole
    }),
  }
}
