// The part of the journal that is about some customers: from the cache where their rows stand, from the files these rows alone.
import { dayFrom, dayNumber } from '../core/base/day.ts'
import type { CustomerId } from '../core/book/customer.ts'
import type { Journal } from '../core/book/journal.ts'
import { journalOf } from '../core/ledger/part.ts'
import { type ImageHead, readImageHead } from './cache/journal-image.ts'
import { compareKey, seenBefore, sha256At, sizeAt } from './cache/keys.ts'
import type { RowPlace } from './cache/row-pages.ts'
import { journalCodec } from './codecs/journal.ts'
import { readCsvWithCare } from './csv/codec.ts'
import { addRow, finishedJournal, type JournalColumns, journalColumns } from './csv/journal-columns.ts'
import { journalHeader, scanJournal } from './csv/journal-fast.ts'
import { digest } from './digest.ts'
import { hasDigest, namedFiles, type Reading, readContent } from './disk.ts'
import { isMonth } from './fields.ts'
import { rowsAtMost } from './read-journal.ts'
import { readLines } from './read-lines.ts'
import { decodeSource } from './source.ts'

export interface JournalPart {
  readonly journal: Journal
  /** Days on which the whole journal has rows. */
  readonly rowDays: Int32Array
}

/** A month's file: what the cache knows of it, and what of it has to be read. */
export interface MonthLook {
  readonly month: string
  readonly path: string
  /** Its place in the image where the cache knows the file, or all of it but its end; else −1. */
  readonly at: number
  /** Null where the cache knows all of it. */
  readonly bytes: Uint8Array | null
  /** Where what the cache does not know begins. */
  readonly from: { readonly at: number; readonly line: number } | undefined
}

/** Null where only the whole journal can tell: without a cache, where an id stands twice, or where anything is wrong. */
export function readJournalPart(reading: Reading, customers: ReadonlySet<CustomerId>): JournalPart | null {
  const image = reading.cache === null ? null : readImageHead(reading.cache)
  if (image?.unique !== true) return null
  const trial: Reading = { ...reading, problems: [], read: [], listed: [] }
  const part = partFrom(trial, image, customers)
  if (part === null || trial.problems.length > 0) return null
  reading.read.push(...trial.read)
  reading.listed.push(...trial.listed)
  return part
}

function partFrom(reading: Reading, image: ImageHead, customers: ReadonlySet<CustomerId>): JournalPart | null {
  const places = placesOf(image, customers)
  if (places === null) return null
  const months = namedFiles(reading, 'journal', '.csv', isMonth).map(({ stem, path }) =>
    lookAtMonth(reading, image, stem, path),
  )
  // A number that stood there may have been what a reversal named.
  if (image.hasReversals && image.months.some((_, at) => !months.some((m) => m.at === at))) return null
  const columns = journalColumns(
    months.reduce((sum, { bytes }) => sum + (bytes === null ? 0 : rowsAtMost(bytes.length)), places.length + 1),
  )
  const fresh: (readonly [from: number, to: number])[] = []
  for (const month of months) {
    const mine = places.filter((p) => p.month === month.at)
    if (mine.length > 0 && !addKnown(reading, image, month, mine, columns)) return null
    const start = columns.length
    if (month.bytes !== null && !addFresh(reading, month, month.bytes, columns)) return null
    if (columns.length > start) fresh.push([start, columns.length])
  }
  if (!areNew(image, months, columns, fresh)) return null
  return { journal: journalOf(finishedJournal(columns), customers), rowDays: daysOf(image, months, columns, fresh) }
}

/** In the order of their lines, each once. */
function placesOf(image: ImageHead, customers: ReadonlySet<CustomerId>): readonly RowPlace[] | null {
  const found = new Map<string, RowPlace>()
  for (const customer of [...customers, null]) {
    const places = image.rowsOf(customer)
    if (places === null) return null
    for (const place of places) found.set(`${place.month} ${place.line}`, place)
  }
  return [...found.values()].sort((a, b) => a.line - b.line)
}

export function lookAtMonth(
  reading: Reading,
  image: Pick<ImageHead, 'months' | 'keys' | 'cut'> & { readonly anyForm?: boolean },
  month: string,
  path: string,
): MonthLook {
  const at = image.months.findIndex((m) => m.month === month)
  const known = image.months[at]
  // Where single rows are to be found, a file that is read with care is read whole.
  if (known !== undefined && (known.plain || image.anyForm === true)) {
    const status = reading.files.status(`${reading.folder}/${path}`)
    const found = status === null ? 'other' : compareKey(image.keys, at, status, image.cut)
    if (found === 'same' || (found === 'racy' && hasDigest(reading, path, sha256At(image.keys, at)))) {
      reading.read.push(seenBefore(path, image.keys, at, image.cut))
      return { month, path, at, bytes: null, from: undefined }
    }
  }
  const bytes = readContent(reading, path, journalCodec.limit)?.bytes ?? new Uint8Array()
  const size = known?.plain === true ? sizeAt(image.keys, at) : 0
  const isContinued =
    known?.plain === true && bytes.length > size && digest(bytes.subarray(0, size)) === sha256At(image.keys, at)
  return isContinued
    ? { month, path, at, bytes, from: { at: size, line: known.rows + 2 } }
    : { month, path, at: -1, bytes, from: undefined }
}

/** False where the rows are not there as the cache said. */
function addKnown(
  reading: Reading,
  image: ImageHead,
  { month, path, at, bytes }: MonthLook,
  places: readonly RowPlace[],
  columns: JournalColumns,
): boolean {
  const isSame = (status: Parameters<typeof compareKey>[2]) => compareKey(image.keys, at, status, image.cut) !== 'other'
  const offsets = places.map((p) => p.offset)
  const lines = readLines(bytes ?? { reading, path, isSame }, offsets)
  if (lines === null) return false
  const start = columns.length
  const file = columns.files.codeOfText(path)
  const text = Buffer.concat([journalHeader, ...lines])
  if (!scanJournal({ bytes: text, month, file }, columns) || columns.length - start !== places.length) return false
  for (const [i, { line }] of places.entries()) columns.arrays.line[start + i] = line
  return true
}

/** False where what is below the rows that the cache knows makes the file one to be read with care. */
function addFresh(
  reading: Reading,
  { month, path, from }: MonthLook,
  bytes: Uint8Array,
  columns: JournalColumns,
): boolean {
  const file = columns.files.codeOfText(path)
  if (scanJournal({ bytes, month, file, ...(from === undefined ? {} : { from }) }, columns)) return true
  if (from !== undefined) return false
  const source = decodeSource(path, bytes, journalCodec.limit, reading.problems)
  const rows = source === null ? [] : readCsvWithCare(journalCodec, source, { month }, reading.problems)
  for (const { row, line } of rows) addRow(columns, row, file, line)
  return true
}

/** Rows that the cache does not know, as ranges of the columns. */
type Ranges = readonly (readonly [from: number, to: number])[]

/** True where no row that was read has the id of another. */
function areNew(image: ImageHead, months: readonly MonthLook[], { arrays }: JournalColumns, fresh: Ranges): boolean {
  const count = fresh.reduce((sum, [from, to]) => sum + to - from, 0)
  if (count === 0) return true
  const ids = image.ids()
  if (ids === null) return false
  const mask = 2 ** Math.ceil(Math.log2(count * 4 + 2)) - 1
  const slots = new Int32Array(mask + 1)
  /** False where the id is there. */
  const look = (high: number, low: number, row: number): boolean => {
    let slot = (Math.imul(high, 0x9e3779b1) ^ low) & mask
    for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const other = (slots[slot] ?? 0) - 1
      if (arrays.idHigh[other] === high && arrays.idLow[other] === low) return false
    }
    if (row >= 0) slots[slot] = row + 1
    return true
  }
  for (const [from, to] of fresh)
    for (let i = from; i < to; i++) if (!look(arrays.idHigh[i] ?? 0, arrays.idLow[i] ?? 0, i)) return false
  const known = new Set(months.map((m) => m.at))
  let at = 0
  for (const [month, { rows }] of image.months.entries()) {
    const end = at + rows
    if (known.has(month)) for (let i = at; i < end; i++) if (!look(ids.high[i] ?? 0, ids.low[i] ?? 0, -1)) return false
    at = end
  }
  return true
}

function daysOf(image: ImageHead, months: readonly MonthLook[], { arrays }: JournalColumns, fresh: Ranges): Int32Array {
  const days = new Set<number>()
  for (const { month, at } of months) {
    const bits = image.days[at] ?? 0
    const first = dayNumber(dayFrom(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
    for (let day = 0; day < 31; day++) if ((bits >>> day) & 1) days.add(first + day)
  }
  for (const [from, to] of fresh) for (let i = from; i < to; i++) days.add(arrays.date[i] ?? 0)
  return Int32Array.from(days).sort()
}
