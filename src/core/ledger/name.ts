// Rows and sources by what people call them: an id, a number, "last payment of yunfan", or a customer with just one.
import { fail, ok, type Result } from '../base/problem.ts'
import type { Book } from '../book/book.ts'
import { findCustomer } from '../book/find.ts'
import { kindCode, rowIdAt } from '../book/journal.ts'
import type { Context } from '../book/plan.ts'
import { findSource } from './find.ts'
import { lastNamed } from './last-named.ts'
import type { Ledger } from './ledger.ts'
import { comparePlace } from './rows.ts'
import type { LedgerSource } from './sources.ts'
import { never } from './trace.ts'

export interface Naming {
  readonly book: Book
  readonly ledger: Ledger
  readonly context: Context
}

/** A source that holds something: by id or number, "last payment of NAME", or a customer who has just one with a remainder. */
export function findSourceNamed(naming: Naming, text: string): Result<LedgerSource> {
  const { book, ledger, context } = naming
  const found = findSource(ledger, text)
  if (found.ok || found.problem.code !== 'unknown-source') return found
  if (lastNamed(text) !== null) {
    const row = findRowNamed(naming, text)
    if (!row.ok) return row
    const source = ledger.source(rowIdAt(book.journal, row.value))
    return source === undefined ? found : ok(source)
  }
  const customer = findCustomer(book.customers, text, context.romanise)
  if (!customer.ok) return found
  const holding = ledger.sourcesOf(customer.value.id).filter((s) => s.remaining > 0)
  const [only] = holding
  if (only === undefined) return found
  if (holding.length === 1) return ok(only)
  return fail('ambiguous-document', {
    name: text,
    candidates: holding.map((s) => `${s.document || s.id} (${s.date})`).slice(0, 10),
  })
}

/** Index of a row: by id, by a prefix of at least four characters that only one has, or "last payment of NAME". */
export function findRowNamed({ book, ledger, context }: Naming, text: string): Result<number> {
  const { journal } = book
  const last = lastNamed(text)
  if (last !== null) {
    const customer = findCustomer(book.customers, last.name, context.romanise)
    return customer.ok ? lastRow(ledger, kindCode(last.kind), customer.value.id, text) : customer
  }
  const key = text.trim().toLowerCase()
  const found: number[] = []
  for (let i = 0; i < journal.length && key.length >= 4; i++) {
    const id = rowIdAt(journal, i)
    if (id === key) return ok(i)
    if (id.startsWith(key)) found.push(i)
  }
  const [only] = found
  if (only !== undefined && found.length === 1) return ok(only)
  if (only === undefined) return fail('unknown-row', { name: text })
  return fail('ambiguous-document', { name: text, candidates: found.slice(0, 10).map((i) => rowIdAt(journal, i)) })
}

/** As `findRowNamed`, or the first row of a bill, fee, credit note or opening by its whole number. */
export function findRowOrNumber(naming: Naming, text: string): Result<number> {
  const found = findRowNamed(naming, text)
  if (found.ok || found.problem.code !== 'unknown-row') return found
  const { ledger } = naming
  const number = text.trim().toLowerCase()
  const document = ledger.documents.find((d) => d.number.toLowerCase() === number)
  const row = document?.instalments[0]?.row ?? ledger.sources.find((s) => s.document.toLowerCase() === number)?.row
  return row === undefined || number === '' ? found : ok(row)
}

function lastRow({ journal, trace }: Ledger, kind: number, customer: string, text: string): Result<number> {
  const code = journal.customers.find(customer)
  let last = -1
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] !== kind || journal.customer[i] !== code || trace.end[i] !== never) continue
    if (last < 0 || comparePlace(journal, i, last) > 0) last = i
  }
  return last < 0 ? fail('unknown-row', { name: text }) : ok(last)
}
