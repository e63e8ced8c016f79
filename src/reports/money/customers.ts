// Which customers a report is about, and what they are called.
import type { Problem } from '../../core/base/problem.ts'
import type { About } from '../../core/book/about.ts'
import type { Book } from '../../core/book/book.ts'
import { type Customers, customerName } from '../../core/book/customers.ts'
import { findCustomer } from '../../core/book/find.ts'
import type { Context } from '../../core/book/plan.ts'

/** Customers as people named them. No names: everyone. */
export interface Chosen {
  readonly problems: readonly Problem[]
  includes(customer: string): boolean
}

export function chooseCustomers(book: Book, names: readonly string[], context: Context): Chosen {
  if (names.length === 0) return { problems: [], includes: () => true }
  const found = names.map((name) => findCustomer(book.customers, name, context.romanise))
  const ids = new Set(found.flatMap((f) => (f.ok ? [f.value.id] : [])))
  return { problems: found.flatMap((f) => (f.ok ? [] : [f.problem])), includes: (id) => ids.has(id) }
}

/** Null where one of the names is nobody's: what is near is told from the whole book. */
export function aboutNamed(customers: Customers, names: readonly string[], { romanise }: Context): About | null {
  const found = names.map((name) => findCustomer(customers, name, romanise))
  const ids = new Set(found.flatMap((f) => (f.ok ? [f.value.id] : [])))
  return found.every((f) => f.ok) ? { customers: ids, documents: [] } : null
}

/** Its name, or the id where the book has no such customer. */
export function nameOf(book: Book, customer: string): string {
  return customerName(book.customers, customer) ?? customer
}
