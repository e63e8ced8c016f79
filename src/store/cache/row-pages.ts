// Where the rows of each customer stand in the journal's files, so that his part of it is read without the rest.
import { isRowId } from '../../core/base/id.ts'
import type { CustomerId } from '../../core/book/customer.ts'
import { code } from '../../core/ledger/kinds.ts'
import { rowsByCode } from '../../core/ledger/rows.ts'
import { finishedJournal, type JournalColumns } from '../csv/journal-columns.ts'
import type { Container, Section } from './container.ts'
import { packPages, readRecord } from './pages.ts'

export interface RowPlace {
  /** Index of the month in the image. */
  readonly month: number
  readonly line: number
  /** Of the row's first byte in its file. */
  readonly offset: number
}

const width = 10

/** Nobody's id: under it stand the reversals that may concern anybody. */
const anybody = ''

/** In place of a month whose rows have no places. */
const noPlace = 0xffff

/** Months that were read with care have no places: who asks reads them whole. */
export function rowPages(
  months: readonly { readonly rows: number; readonly plain: boolean }[],
  columns: JournalColumns,
): Iterable<readonly [name: string, section: Section]> {
  const { arrays, length, customers, offsets } = columns
  const monthOf = new Uint16Array(length)
  let first = 0
  for (const [i, { rows, plain }] of months.entries()) {
    monthOf.fill(plain ? i : noPlace, first, first + rows)
    first += rows
  }
  const { at, rows } = byCustomer(arrays.customer, customers.size, monthOf)
  const texts = customers.finished().texts
  const odd = Uint32Array.from(oddReversals(columns).filter((row) => monthOf[row] !== noPlace))
  // Code 0 is no customer's: there stand those that may concern anybody.
  const mine = (c: number) => (c === 0 ? odd : rows.subarray(at[c] ?? 0, at[c + 1] ?? 0))
  return packPages('rows', {
    count: customers.size,
    key: (c) => (c === 0 ? anybody : (texts[c] ?? '')),
    size: (c) => (c === 0 ? odd.length : (at[c + 1] ?? 0) - (at[c] ?? 0)) * width,
    write(c, to, from) {
      let end = from
      for (const row of mine(c)) {
        to.setUint16(end, monthOf[row] ?? 0, true)
        to.setUint32(end + 2, arrays.line[row] ?? 0, true)
        to.setUint32(end + 6, offsets[row] ?? 0, true)
        end += width
      }
    },
  })
}

/** The rows of a customer, or, for null, the reversals that may concern anybody; null where the cache cannot tell. */
export function rowPlaces(from: Container<unknown>, customer: CustomerId | null): readonly RowPlace[] | null {
  const record = readRecord(from, 'rows', customer ?? anybody)
  if (record === null) return null
  const places: RowPlace[] = []
  for (let at = 0; record !== undefined && at < record.length; at += width)
    places.push({
      month: record.readUInt16LE(at),
      line: record.readUInt32LE(at + 2),
      offset: record.readUInt32LE(at + 6),
    })
  return places
}

/** The rows of customer `c` that have a place are `rows[at[c]]` up to, not including, `rows[at[c + 1]]`. */
function byCustomer(
  customer: Uint32Array,
  count: number,
  monthOf: Uint16Array,
): { readonly at: Uint32Array; readonly rows: Uint32Array } {
  const { length } = monthOf
  const at = new Uint32Array(count + 1)
  for (let i = 0; i < length; i++)
    if (monthOf[i] !== noPlace) at[(customer[i] ?? 0) + 1] = (at[(customer[i] ?? 0) + 1] ?? 0) + 1
  for (let c = 1; c <= count; c++) at[c] = (at[c] ?? 0) + (at[c - 1] ?? 0)
  const next = at.slice()
  const rows = new Uint32Array(at[count] ?? 0)
  for (let i = 0; i < length; i++) {
    if (monthOf[i] === noPlace) continue
    const c = customer[i] ?? 0
    rows[next[c] ?? 0] = i
    next[c] = (next[c] ?? 0) + 1
  }
  return { at, rows }
}

/**
 * Reversals that may undo a row of another customer, now or once rows are added: all but those of a row, or of a number, of their
 * own account.
 */
function oddReversals(columns: JournalColumns): number[] {
  const { arrays, length } = columns
  const { kind, customer, currency, document, of } = arrays
  const reversals: number[] = []
  for (let i = 0; i < length; i++) if (kind[i] === code.reverse) reversals.push(i)
  if (reversals.length === 0) return []
  const wanted = new Set(reversals.map((i) => of[i] ?? 0))
  const owned = new Set<string>()
  for (let i = 0; i < length; i++)
    if (wanted.has(document[i] ?? 0)) owned.add(`${customer[i]} ${currency[i]} ${document[i]}`)
  const rowOf = rowsByCode(finishedJournal(columns))
  const numbers = columns.documents.finished()
  return reversals.filter((i) => {
    const name = of[i] ?? 0
    const row = rowOf[name] ?? -1
    if (row >= 0) return customer[row] !== customer[i]
    // A number that looks like an id may become one.
    return isRowId(numbers.text(name)) || !owned.has(`${customer[i]} ${currency[i]} ${name}`)
  })
}
