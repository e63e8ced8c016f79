// What became of each row of a foreign file, whatever its kind.
import type { Currency } from '../../base/currency.ts'
import type { Minor } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Context } from '../../book/plan.ts'
import type { Sheet, SheetRow } from '../../book/sheet.ts'
import type { Column } from './headings.ts'
import { type Cells, type Fault, type Reader, RowFault } from './reader.ts'
import type { Signs } from './signs.ts'
import type { People } from './who.ts'

/** A row that was taken: into the book, or because it is there already. */
export interface Taken {
  readonly state: 'imported' | 'known'
  readonly amount: Minor | null
  readonly currency: Currency | null
  /** Of a bank line. */
  readonly account?: string
  /** Of the file. */
  readonly line?: number
}

export interface Rejected {
  readonly row: SheetRow
  readonly fault: Fault
}

export interface Harvest {
  readonly changes: readonly Change[]
  readonly taken: readonly Taken[]
  readonly rejected: readonly Rejected[]
  readonly notes: readonly Problem[]
}

/** What every kind of import works on. */
export interface Job {
  readonly book: Book
  readonly context: Context
  readonly sheet: Sheet
  readonly columns: ReadonlyMap<string, Column>
  readonly reader: Reader
  readonly createCustomers: boolean
  /** As the user names it; undefined leaves it to the statement. */
  readonly account: string | undefined
  readonly signs: Signs
  /** Lines of the file whose rows are taken although the book seems to have them. */
  readonly forced: ReadonlySet<number>
  /** Of lines that name none, of an account that has none in crm.yaml; undefined is the book's. */
  readonly currency: Currency | undefined
}

/** Hands every row of the right width to `take`, in the order of the file. */
export function eachRow(job: Job, take: (cells: Cells) => Taken): { taken: Taken[]; rejected: Rejected[] } {
  const taken: Taken[] = []
  const rejected: Rejected[] = []
  const width = job.sheet.headings.length
  for (const row of job.sheet.rows) {
    try {
      if (
        row.cells.length !== width &&
        (row.cells.length < width || row.cells.slice(width).some((c) => c.trim() !== ''))
      ) {
        throw new RowFault({ reason: 'raggedRow', column: '', found: String(row.cells.length) })
      }
      taken.push(take(job.reader.read(row)))
    } catch (error) {
      if (!(error instanceof RowFault)) throw error
      rejected.push({ row, fault: error.fault })
    }
  }
  return { taken, rejected }
}

/** Customers that the rows brought into being, before the rows that name them. */
export function newCustomers(
  folk: People,
  rows: readonly Change[],
): { changes: readonly Change[]; notes: readonly Problem[] } {
  const customers = folk.added.map((customer): Change => ({ change: 'addCustomer', customer }))
  const notes = customers.length === 0 ? [] : [note('customers-created', { count: customers.length })]
  return { changes: [...customers, ...rows], notes }
}
