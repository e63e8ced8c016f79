// Customers who come into the book with a decision on a bank line.
import { type Problem, warning } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Customer, CustomerId } from '../../book/customer.ts'
import { eachSearchKey } from '../../book/customers.ts'
import { nameKey } from '../../book/name-key.ts'
import type { Context } from '../../book/plan.ts'
import { newCustomerId } from '../../book/slug.ts'
import { bookedLines } from '../../ledger/bank-lines.ts'
import type { LineDecision } from './decision.ts'
import { placed } from './settle.ts'

/** New customers of the decisions; two lines may name the same one. */
export function newcomers(book: Book, decisions: readonly LineDecision[], context: Context) {
  const customers = new Map<CustomerId, Customer>(book.customers)
  const ids = new Map<string, CustomerId>()
  const changes: Change[] = []
  // Of a plan that is applied again the customer is there because of it.
  const booked = bookedLines(book.journal)
  const problems: Problem[] = []
  const wanted = decisions.flatMap((d) => (d.decision.do === 'new' ? [{ name: d.decision.name, wish: d }] : []))
  for (const { name, wish } of wanted) {
    const key = nameKey(name)
    if (ids.has(key)) continue
    const same: CustomerId[] = []
    eachSearchKey(book.customers, (id, keys) => {
      if (keys.includes(key)) same.push(id)
    })
    const [there] = same
    if (there !== undefined) {
      ids.set(key, there)
      if (!booked.has(wish.line)) problems.push(placed(warning('same-name', { name, ids: same }), wish))
      continue
    }
    const id = newCustomerId(name, 'company', customers, context.romanise)
    const customer: Customer = {
      id,
      name,
      kind: 'company',
      aliases: [],
      tags: [],
      contacts: [],
      payers: [],
      custom: {},
    }
    customers.set(id, customer)
    ids.set(key, id)
    changes.push({ change: 'addCustomer', customer })
  }
  return { book: changes.length === 0 ? book : { ...book, customers }, changes, ids, problems }
}
