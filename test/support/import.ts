// Imports a text as a file would be imported, and applies what was planned, so that tests can import again.
import type { Book } from '../../src/core/book/book.ts'
import type { Change } from '../../src/core/book/change.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { journalRow } from '../../src/core/book/journal.ts'
import type { ImportKind, ImportMapping } from '../../src/core/book/mapping.ts'
import { type ImportWish, planImport } from '../../src/core/verbs/import/plan.ts'
import { parseCsv } from '../../src/formats/sheets/csv.ts'
import { book as bookOf, context } from './book.ts'

export interface Importing {
  readonly map?: { readonly name: string; readonly mapping: ImportMapping }
  readonly create?: boolean
  readonly account?: string
  readonly encoding?: string
  readonly written?: ImportWish['written']
  readonly today?: string
}

export function importing(into: Book, as: ImportKind, file: string | Uint8Array, more: Importing = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const wish: ImportWish = {
    as,
    open: (mapping) =>
      parseCsv(bytes, 'file.csv', {
        encoding: more.encoding ?? mapping?.encoding,
        delimiter: mapping?.delimiter,
        skip: mapping?.skip,
        headings: mapping?.headings,
      }),
    map: more.map ?? null,
    createCustomers: more.create ?? false,
    account: more.account,
    ...(more.written === undefined ? {} : { written: more.written }),
  }
  return planImport(into, wish, context(more.today ?? '2026-11-22'))
}

/** The book as the store would read it after the changes that importing and reconciling make. */
export function applied(before: Book, changes: readonly Change[]): Book {
  const rows: JournalRow[] = Array.from({ length: before.journal.length }, (_, i) => journalRow(before.journal, i))
  const customers = new Map(before.customers)
  const mappings = new Map(before.mappings)
  const bank = [...before.bank]
  const ignored = [...before.ignored]
  const statements = [...before.statements]
  const activity = [...before.activity]
  for (const c of changes) {
    if (c.change === 'addRow') rows.push(c.row)
    else if (c.change === 'addCustomer') customers.set(c.customer.id, c.customer)
    else if (c.change === 'saveMapping') mappings.set(c.name, c.mapping)
    else if (c.change === 'addBankLine') bank.push(c.line)
    else if (c.change === 'ignoreLine') ignored.push(c.ignored)
    else if (c.change === 'addActivity') activity.push(c.row)
    else if (c.change === 'addStatement') statements.push(c.statement)
    else if (c.change === 'setField' && c.path[0] === 'payers') {
      const customer = customers.get(c.customer)
      const payer = c.value
      if (customer === undefined || typeof payer !== 'object' || payer === null || Array.isArray(payer))
        throw new Error('unexpected change')
      const { name, account } = payer as { name?: string; account?: string }
      const learnt = { ...(name === undefined ? {} : { name }), ...(account === undefined ? {} : { account }) }
      customers.set(c.customer, { ...customer, payers: [...customer.payers, learnt] })
    } else throw new Error(`unexpected change ${c.change}`)
  }
  const { journal: _before, ...rest } = before
  return bookOf({
    ...rest,
    rows,
    customers: [...customers.values()],
    bills: [...before.bills.values()],
    mappings,
    bank,
    ignored,
    statements,
    activity,
  })
}

export function rowsOf(changes: readonly Change[]): JournalRow[] {
  return changes.flatMap((c) => (c.change === 'addRow' ? [c.row] : []))
}

export function reasons(plan: ReturnType<typeof importing>): (readonly [number, string, string])[] {
  return plan.rejected.map((r) => [r.row.line, r.fault.reason, r.fault.found] as const)
}
