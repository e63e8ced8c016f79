// The fast reader of the journal: one pass over the bytes of the form that crm writes, into columns; it accepts or declines a whole file.
import { isUtf8 } from 'node:buffer'
import { currency, decimalsOf, isCurrency } from '../../core/base/currency.ts'
import { dayNumber, daysInMonth, isDay, noDay } from '../../core/base/day.ts'
import { isCustomerId } from '../../core/book/customer.ts'
import { journalColumns as columnNames, journalKinds } from '../../core/book/journal.ts'
import { signOf } from '../codecs/journal.ts'
import { type ByteDictionary, byteDictionary } from './byte-dictionary.ts'
import { amountAtBytes, dayAtBytes, digits, halfId, isDecimalBytes } from './bytes.ts'
import { type CellCursor, cellCursor, cellText, comma, newline, readCell, startsWith } from './cell.ts'
import type { JournalColumns } from './journal-columns.ts'

const header = `${columnNames.join(',')}\n`
export const journalHeader = Buffer.from(header)

/** Kind k has code k + 1. */
const kinds = byteDictionary()
for (const kind of journalKinds) kinds.codeOfText(kind)

/** By kind, the least amount that a row of it may have, in minor units. */
const least = Float64Array.from(journalKinds, (kind) => {
  const sign = signOf(kind)
  return sign === 'any' ? Number.NEGATIVE_INFINITY : sign === 'not-negative' ? 0 : 1
})

export interface MonthFile {
  readonly bytes: Uint8Array
  /** `2026-11`, as the file's name says. */
  readonly month: string
  /** Its code in `columns.files`. */
  readonly file: number
  /** Where rows are added to what was read before: the end of it, and the line that begins there. */
  readonly from?: { readonly at: number; readonly line: number }
}

interface Scan {
  readonly cursor: CellCursor
  readonly columns: JournalColumns
  readonly month: string
  /** Day number of the day before the first of the month, and how many days the month has. */
  readonly before: number
  readonly days: number
  readonly file: number
  /** Decimals by code of the currency; −1 where the code is new. */
  readonly decimals: Int8Array
}

/** Adds the rows of a file and answers true, or adds nothing and answers false: then the careful reader must say what the file is. */
export function scanJournal({ bytes, month, file, from }: MonthFile, columns: JournalColumns): boolean {
  const first = `${month}-01`
  const { at, line: firstLine } = from ?? { at: header.length, line: 2 }
  if (!isDay(first) || !startsWith(bytes, 0, header) || bytes[bytes.length - 1] !== newline) return false
  if (!isUtf8(bytes.subarray(from?.at ?? 0))) return false
  const scan: Scan = {
    cursor: cellCursor(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), at),
    columns,
    month: `${month}-`,
    before: dayNumber(first) - 1,
    days: daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))),
    file,
    decimals: new Int8Array(256).fill(-1),
  }
  const start = columns.length
  for (let line = firstLine; scan.cursor.at < bytes.length; line++) {
    if (columns.length < columns.arrays.date.length && scanRow(scan, columns.length, line)) columns.length++
    else {
      columns.length = start
      return false
    }
  }
  return true
}

function scanRow(scan: Scan, i: number, line: number): boolean {
  const { cursor, columns, file } = scan
  const a = columns.arrays
  columns.offsets[i] = cursor.at
  if (!scanIdAndDate(scan, i) || !readCell(cursor, comma)) return false
  const kind = codeIn(kinds, cursor) - 1
  if (kind < 0 || kind >= journalKinds.length) return false
  a.kind[i] = kind
  if (!readCell(cursor, comma)) return false
  const customer = customerIn(columns.customers, cursor)
  if (customer === 0) return false
  a.customer[i] = customer
  if (!readCell(cursor, comma)) return false
  a.document[i] = codeIn(columns.documents, cursor)
  if (!readCell(cursor, comma)) return false
  a.of[i] = codeIn(columns.documents, cursor)
  if (!readCell(cursor, comma)) return false
  a.item[i] = codeIn(columns.items, cursor)
  const quantity = scanDecimal(scan)
  const price = scanDecimal(scan)
  if (quantity < 0 || price < 0) return false
  a.quantity[i] = quantity
  a.price[i] = price
  if (!scanMoney(scan, i, least[kind] ?? 0)) return false
  const rate = scanDecimal(scan)
  if (rate < 0 || !readCell(cursor, comma)) return false
  a.rate[i] = rate
  a.due[i] = cursor.stop - cursor.start === 10 ? dayAtBytes(cursor.buffer, cursor.start) : noDay
  if (cursor.stop > cursor.start && a.due[i] === noDay) return false
  if (!readCell(cursor, comma)) return false
  a.reason[i] = codeIn(columns.texts, cursor)
  if (!readCell(cursor, comma)) return false
  a.source[i] = codeIn(columns.texts, cursor)
  if (!readCell(cursor, comma)) return false
  a.method[i] = codeIn(columns.texts, cursor)
  if (!readCell(cursor, newline)) return false
  a.memo[i] = codeIn(columns.texts, cursor)
  a.file[i] = file
  a.line[i] = line
  return true
}

function codeIn(dictionary: ByteDictionary, cursor: CellCursor): number {
  const { start, stop } = cursor
  return start === stop ? 0 : dictionary.codeOfBytes(cursor.buffer, start, stop, cursor.hash)
}

/** `0123456789ab,2026-11-03,`: both have one width, and the month is the file's. */
function scanIdAndDate({ cursor, columns, month, before, days }: Scan, i: number): boolean {
  const { bytes, at } = cursor
  const high = halfId(bytes, at)
  const low = halfId(bytes, at + 6)
  if (high < 0 || low < 0 || bytes[at + 12] !== comma || bytes[at + 23] !== comma) return false
  if (!startsWith(bytes, at + 13, month)) return false
  const date = digits(bytes, at + 21, 2)
  if (date < 1 || date > days) return false
  columns.arrays.idHigh[i] = high
  columns.arrays.idLow[i] = low
  columns.arrays.date[i] = before + date
  cursor.at = at + 24
  return true
}

/** A customer id is looked at once, when it is met first; 0 declines. */
function customerIn(customers: ByteDictionary, cursor: CellCursor): number {
  const known = customers.size
  const code = codeIn(customers, cursor)
  return code < known || isCustomerId(cellText(cursor)) ? code : 0
}

/** The code of an optional decimal; −1 declines. */
function scanDecimal({ cursor, columns }: Scan): number {
  if (!readCell(cursor, comma)) return -1
  if (cursor.start === cursor.stop) return 0
  return isDecimalBytes(cursor.buffer, cursor.start, cursor.stop) ? codeIn(columns.texts, cursor) : -1
}

/** Tax, amount and currency: how the amounts must be written is known only once the currency is. Amounts are never quoted. */
function scanMoney(scan: Scan, i: number, minimum: number): boolean {
  const { cursor, columns } = scan
  const { arrays, currencies } = columns
  const { bytes } = cursor
  const taxStart = cursor.at
  if (!readCell(cursor, comma) || cursor.buffer !== bytes) return false
  const taxStop = cursor.stop
  if (!readCell(cursor, comma) || cursor.buffer !== bytes) return false
  const amountStart = cursor.start
  const amountStop = cursor.stop
  if (!readCell(cursor, comma)) return false
  const code = codeIn(currencies, cursor)
  const decimals = scan.decimals[code] ?? -1
  const known = decimals >= 0 ? decimals : newDecimals(scan, code)
  if (known < 0) return false
  const amount = amountAtBytes(bytes, amountStart, amountStop, known)
  const tax = taxStop === taxStart ? Number.NaN : amountAtBytes(bytes, taxStart, taxStop, known)
  if (!(amount >= minimum) || (taxStop > taxStart && Number.isNaN(tax))) return false
  arrays.amount[i] = amount
  arrays.tax[i] = tax
  arrays.currency[i] = code
  return true
}

function newDecimals({ cursor, decimals }: Scan, code: number): number {
  const text = cellText(cursor)
  if (code >= decimals.length || !isCurrency(text)) return -1
  const count = decimalsOf(currency(text))
  decimals[code] = count
  return count
}
