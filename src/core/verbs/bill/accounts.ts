// Whose sales go on which bill: by customer and currency, and by contract or project where he wants them apart.
import type { Currency } from '../../base/currency.ts'
import { compareText } from '../../base/order.ts'
import { type Problem, warning } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Customer } from '../../book/customer.ts'
import type { JournalRow } from '../../book/journal.ts'
import { contractOf } from '../../ledger/contract-run.ts'
import type { DepositPlace } from '../../ledger/deposit.ts'
import { quotesOf } from '../../ledger/quotes.ts'
import { survivorId } from './contracts.ts'

/** Sales of one customer in one currency, and of one contract or project where bills are grouped so. */
export interface Account {
  readonly customer: Customer
  readonly currency: Currency
  readonly contract?: string
  readonly project?: string
  readonly sales: readonly JournalRow[]
}

/** In order of customer, currency and group: the order in which numbers are given out. Sales of a merged customer go to the one it became. */
export function accountsOf(
  book: Book,
  sales: readonly JournalRow[],
): { readonly accounts: readonly Account[]; readonly unknown: readonly Problem[] } {
  const groups = new Map<string, Account & { readonly sales: JournalRow[] }>()
  const unknown = new Map<string, number>()
  for (const sale of sales) {
    const customer = book.customers.get(survivorId(book, sale.customer))
    if (customer === undefined) {
      unknown.set(sale.customer, (unknown.get(sale.customer) ?? 0) + 1)
      continue
    }
    const group = groupOf(book, customer, sale)
    const key = [customer.id, sale.currency, group.contract ?? '', group.project ?? ''].join(' ')
    const account = groups.get(key)
    if (account === undefined) groups.set(key, { customer, currency: sale.currency, ...group, sales: [sale] })
    else account.sales.push(sale)
  }
  return {
    accounts: [...groups].sort(([a], [b]) => compareText(a, b)).map(([, account]) => account),
    unknown: [...unknown]
      .sort(([a], [b]) => compareText(a, b))
      .map(([customer, count]) => warning('sales-of-nobody', { customer, count })),
  }
}

/** Nothing for what belongs to no contract or project: that goes on the bill of the customer. */
function groupOf(book: Book, customer: Customer, sale: JournalRow): Pick<Account, 'contract' | 'project'> {
  const by = customer.billing?.groupBy ?? book.settings.billing?.groupBy ?? 'customer'
  const contract = contractOf(sale)
  if (by === 'contract') return contract === '' ? {} : { contract }
  if (by === 'customer') return {}
  const project = contract === '' ? sale.document : customer.contracts?.find((c) => c.id === contract)?.project
  return project === undefined || project === '' ? {} : { project }
}

/** Where deposits are looked for. */
export function placeOf(book: Pick<Book, 'quotes'>, { customer, currency, project, sales }: Account): DepositPlace {
  const named = sales.map((sale) => {
    const contract = contractOf(sale)
    return contract === '' ? sale.document : customer.contracts?.find((c) => c.id === contract)?.project
  })
  const projects = new Set([...named, project].flatMap((p) => (p === undefined || p === '' ? [] : [p])))
  return { customer: customer.id, currency, projects, quotes: quotesOf(book.quotes, sales) }
}
