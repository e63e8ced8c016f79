// crm show ID|NUMBER: whoever or whatever the word names, on a page.
import type { Day } from '../../core/base/day.ts'
import { likely } from '../../core/base/likely.ts'
import { problem } from '../../core/base/problem.ts'
import type { About } from '../../core/book/about.ts'
import { isQuote } from '../../core/book/bill.ts'
import type { Book } from '../../core/book/book.ts'
import type { Customers } from '../../core/book/customers.ts'
import { findCustomer } from '../../core/book/find.ts'
import type { Context, Report } from '../../core/book/plan.ts'
import { quoteTables } from '../money/quotes.ts'
import { documentTables } from '../money/show-document.ts'
import { customerTables, mergedInto } from './show-customer.ts'

/** A customer by his id, with those who became him; any other word may be anything. */
export function aboutShown(customers: Customers, name: string, { romanise }: Context): About | null {
  if (!customers.has(name)) return null
  const customer = findCustomer(customers, name, romanise)
  if (!customer.ok) return null
  return { customers: new Set([customer.value.id, ...mergedInto(customers, customer.value)]), documents: [name] }
}

/** A document by its whole number; else a customer; a word that is neither names what is near. `paper`: as it reads on paper. */
export function showReport(
  book: Book,
  wish: { readonly name: string; readonly asOf: Day; readonly paper: boolean },
  context: Context,
): Report {
  const { name, asOf } = wish
  const bill = book.bills.get(name) ?? book.quotes.get(name)
  if (bill !== undefined && wish.paper) {
    return { output: { tables: [], papers: [{ paper: 'bill', name, language: bill.language, bill }] }, problems: [] }
  }
  if (bill !== undefined && isQuote(bill.kind))
    return { output: { tables: quoteTables(book, bill, asOf) }, problems: [] }
  if (!book.customers.has(name) && isDocument(book, name)) {
    return { output: { tables: documentTables(book, name, asOf) }, problems: [] }
  }
  const customer = findCustomer(book.customers, name, context.romanise)
  if (customer.ok) return { output: { tables: customerTables(book, customer.value, asOf, context) }, problems: [] }
  const isUnknown = customer.problem.code === 'unknown-customer'
  const like = isUnknown ? likely(name, documentNumbers(book)) : []
  const found = like.length > 0 ? problem('unknown-document', { number: name, like }) : customer.problem
  return { output: { tables: [] }, problems: [found] }
}

function isDocument({ bills, journal }: Book, name: string): boolean {
  const code = journal.documents.find(name)
  return bills.has(name) || (code > 0 && journal.document.includes(code))
}

/** Bills with a file, and documents that only rows state. */
function documentNumbers(book: Book): ReadonlySet<string> {
  const { journal } = book
  const numbers = new Set([...book.bills.keys(), ...book.quotes.keys()])
  for (let i = 0; i < journal.length; i++) {
    const number = journal.documents.texts[journal.document[i] ?? 0] ?? ''
    if (number !== '') numbers.add(number)
  }
  return numbers
}
