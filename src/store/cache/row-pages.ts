// Where the rows of each customer stand in the journal's files, so that his part of it is read without the rest.
import type { CustomerId } from '../../core/book/customer.ts'
import { code } from '../../core/ledger/kinds.ts'
import { rowsByCode } from '../../core/ledger/rows.ts'
import { finishedJournal, type JournalColumns } from '../csv/journal-columns.ts'
import type { Container, Section } from './container.ts'
import { pageWriter, readRecord } from './pages.ts'

export interface RowPlace {
  /** Index of the month in the image. */
  readonly month: number
  readonly line: number
  /** Of the row's first byte in its file. */
  readonly offset: number
}

const width = 10

/** Months that were read with care have no places: who asks reads them whole. */
export function rowPages(
  months: readonly { readonly rows: number; readonly plain: boolean }[],
  columns: JournalColumns,
): Iterable<readonly [name: string, section: Section]> {
  const { arrays, length, customers, offsets } = columns
  const writer = pageWriter('rows', length * width)
  const monthOf = new Uint16Array(length)
  let first = 0
  for (const [i, { rows }] of months.entries()) {
    monthOf.fill(i, first, first + rows)
    first += rows
  }
  const others = undoneOfOthers(columns)
  const { at, rows } = byCustomer(arrays.customer, length, customers.size)
  const texts = customers.finished().texts
  for (let customer = 1; customer < customers.size; customer++) {
    const mine = [...rows.subarray(at[customer] ?? 0, at[customer + 1] ?? 0), ...(others.get(customer) ?? [])]
    const record = Buffer.allocUnsafe(mine.length * width)
    let end = 0
    for (const row of mine) {
      const month = monthOf[row] ?? 0
      if (months[month]?.plain !== true) continue
      record.writeUInt16LE(month, end)
      record.writeUInt32LE(arrays.line[row] ?? 0, end + 2)
      record.writeUInt32LE(offsets[row] ?? 0, end + 6)
      end += width
    }
    writer.add(texts[customer] ?? '', record.subarray(0, end))
  }
  return writer.sections()
}

/** His rows and those that undo one of them; null where the cache cannot tell. */
export function rowPlaces(from: Container<unknown>, customer: CustomerId): readonly RowPlace[] | null {
  const record = readRecord(from, 'rows', customer)
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

/** The rows of customer `c` are `rows[at[c]]` up to, not including, `rows[at[c + 1]]`. */
function byCustomer(customer: Uint32Array, length: number, count: number): { at: Uint32Array; rows: Uint32Array } {
  const at = new Uint32Array(count + 1)
  for (let i = 0; i < length; i++) at[(customer[i] ?? 0) + 1] = (at[(customer[i] ?? 0) + 1] ?? 0) + 1
  for (let c = 1; c <= count; c++) at[c] = (at[c] ?? 0) + (at[c - 1] ?? 0)
  const next = at.slice()
  const rows = new Uint32Array(length)
  for (let i = 0; i < length; i++) {
    const c = customer[i] ?? 0
    rows[next[c] ?? 0] = i
    next[c] = (next[c] ?? 0) + 1
  }
  return { at, rows }
}

/** By customer the reversals that name a row of his and are not his own; the same ones that `reversalsOfOthers` finds. */
function undoneOfOthers(columns: JournalColumns): ReadonlyMap<number, readonly number[]> {
  const { arrays, length } = columns
  const { kind, customer, document, of } = arrays
  const found = new Map<number, number[]>()
  if (kind.subarray(0, length).indexOf(code.reverse) < 0) return found
  const wanted = new Set<number>()
  for (let i = 0; i < length; i++) if (kind[i] === code.reverse) wanted.add(of[i] ?? 0)
  const owners = new Map<number, Set<number>>()
  for (let i = 0; i < length; i++) {
    const number = document[i] ?? 0
    if (number === 0 || !wanted.has(number)) continue
    const known = owners.get(number)
    if (known === undefined) owners.set(number, new Set([customer[i] ?? 0]))
    else known.add(customer[i] ?? 0)
  }
  const rowOf = rowsByCode(finishedJournal(columns))
  for (let i = 0; i < length; i++) {
    if (kind[i] !== code.reverse) continue
    const number = of[i] ?? 0
    const own = customer[i] ?? 0
    const named = owners.get(number) ?? new Set()
    if (named.has(own)) continue
    const row = rowOf[number] ?? -1
    const all = new Set([...named, ...(row < 0 ? [] : [customer[row] ?? 0])])
    all.delete(own)
    for (const c of all) found.set(c, [...(found.get(c) ?? []), i])
  }
  return found
}
