// The journal of a book: every month into one set of columns, from the cache where it can be; rows that a merge doubled are one.
import { dayOf } from '../core/base/day.ts'
import { AmountOverflow } from '../core/base/money.ts'
import type { Journal } from '../core/book/journal.ts'
import { journalArrays } from '../core/book/journal-builder.ts'
import { ledgerOf } from '../core/ledger/ledger.ts'
import { traceJournal } from '../core/ledger/link.ts'
import { lastChange } from '../core/ledger/standing.ts'
import type { Cache } from './cache/cache.ts'
import { type ImageMonth, imageParts, type JournalImage, readImage } from './cache/journal-image.ts'
import { compareKey, copyKey, type FileKeys, newKeys, seenBefore, setKey, sha256At, sizeAt } from './cache/keys.ts'
import { readStandingPart, standingParts } from './cache/standing-part.ts'
import { journalCodec } from './codecs/journal.ts'
import { collapsed, repeatedIds } from './collapse-journal.ts'
import { byteDictionary } from './csv/byte-dictionary.ts'
import { readCsvWithCare } from './csv/codec.ts'
import { addRow, copyRows, type JournalColumns, journalColumns, recoded } from './csv/journal-columns.ts'
import { scanJournal } from './csv/journal-fast.ts'
import { digest } from './digest.ts'
import { hasDigest, namedFiles, type Reading, readContent } from './disk.ts'
import { isMonth } from './fields.ts'
import { decodeSource } from './source.ts'

/** No row is shorter: id, day, `in`, a customer of one letter, one digit, a currency, seventeen commas and the newline. */
const shortestRow = 12 + 10 + 2 + 1 + 1 + 3 + 17 + 1

/** Rows that a file of that size can hold. */
export function rowsAtMost(size: number): number {
  return Math.ceil(size / shortestRow) + 1
}

/** A month's file, and what the cache has of it. */
interface Month {
  readonly month: string
  readonly path: string
  readonly size: number
  /** Its place in the image, where that holds just this file; else −1. */
  readonly at: number
  /** The image holds it, but only its content could tell. */
  readonly racy: boolean
}

/** A journal that is being put together, with what the cache will want to know of each month. */
interface Assembly {
  columns: JournalColumns
  readonly keys: FileKeys
  readonly months: ImageMonth[]
  /** Rows that were not simply taken from the cache. */
  fresh: number
  /** Rows before this one are known to have an id each. */
  checked: number
}

/** `forStanding`: what every account comes to is to be known next time. */
export function readJournal(reading: Reading, forStanding = false): Journal {
  const image = reading.cache === null ? null : readImage(reading.cache)
  const months = namedFiles(reading, 'journal', '.csv', isMonth).map(({ stem, path }) =>
    lookAt(reading, image, stem, path),
  )
  const before = reading.problems.length
  const assembly = assembled(reading, image, months)
  const twins = repeatedIds(assembly.columns, assembly.checked)
  const journal = collapsed(assembly.columns, twins, reading.problems)
  if (reading.problems.length === before) {
    keep(reading.cache, assembly, twins.length === 0)
    if (forStanding && twins.length === 0) keepStanding(reading.cache, assembly, journal)
  }
  return journal
}

function lookAt(reading: Reading, image: JournalImage | null, month: string, path: string): Month {
  const status = reading.files.status(`${reading.folder}/${path}`)
  const size = status?.size ?? 0
  const at = image === null ? -1 : image.months.findIndex((m) => m.month === month)
  if (image === null || at < 0 || status === null) return { month, path, size, at: -1, racy: false }
  const found = compareKey(image.keys, at, status, image.cut)
  const racy = found === 'racy'
  const same = found === 'same' || (racy && hasDigest(reading, path, sha256At(image.keys, at)))
  if (same) reading.read.push(seenBefore(path, image.keys, at, image.cut))
  return { month, path, size, at: same ? at : -1, racy }
}

/**
 * The rows of every month in order. Where the image was left behind by more than rows and months at its end, its dictionaries
 * are put in order again, so that the columns are the same to the last bit as without a cache.
 */
function assembled(reading: Reading, image: JournalImage | null, months: readonly Month[]): Assembly {
  const rowsOf = ({ at, size }: Month) => image?.months[at]?.rows ?? rowsAtMost(size)
  const capacity = months.reduce((sum, month) => sum + rowsOf(month), 0)
  const assembly: Assembly = {
    columns: image === null ? journalColumns(capacity) : image.columns,
    keys: newKeys(months.length),
    months: [],
    fresh: 0,
    checked: image?.unique === true ? image.columns.length : 0,
  }
  const inPlace = (m: Month, i: number) => m.at === i
  if (image !== null && months.length === image.months.length && months.every(inPlace)) {
    for (const [i, month] of months.entries()) note(assembly, image, month, i)
    return assembly
  }
  if (image !== null)
    assembly.columns = {
      ...image.columns,
      length: 0,
      arrays: journalArrays(capacity),
      offsets: new Uint32Array(capacity),
      files: byteDictionary(),
    }
  let inOrder = months.length >= (image?.months.length ?? 0)
  months.forEach((month, i) => {
    if (image !== null && month.at >= 0) {
      copyMonth(assembly, image, month.at, month.path)
      note(assembly, image, month, i)
      inOrder &&= month.at === i
    } else {
      const last = inOrder && i === (image?.months.length ?? 0) - 1 ? image : null
      const how = readMonth(reading, assembly, month, last)
      inOrder &&= how === 'continued' || (how === 'whole' && i >= (image?.months.length ?? 0))
    }
  })
  if (inOrder) return assembly
  // What goes through every row may as well be written.
  const columns = recoded(assembly.columns)
  return { ...assembly, columns, checked: 0, fresh: columns.length }
}

/** What the cache knows of a month stays known. */
function note(assembly: Assembly, image: JournalImage, { at, racy }: Month, i: number): void {
  const known = image.months[at]
  if (known === undefined) return
  copyKey(image.keys, at, assembly.keys, i)
  assembly.months.push(known)
  if (racy) assembly.fresh += known.rows
}

function copyMonth({ columns }: Assembly, { columns: from, months }: JournalImage, at: number, path: string): void {
  const start = months.slice(0, at).reduce((sum, m) => sum + m.rows, 0)
  copyRows(columns, from, {
    from: start,
    to: start + (months[at]?.rows ?? 0),
    file: columns.files.codeOfText(path),
  })
}

/** `last`: the image, where this may be its last month with more rows below. The answer says how it was read. */
function readMonth(
  reading: Reading,
  assembly: Assembly,
  { month, path }: Month,
  last: JournalImage | null,
): 'continued' | 'whole' | 'with care' {
  const { columns, keys, months } = assembly
  const content = readContent(reading, path, journalCodec.limit)
  const start = columns.length
  const at = months.length
  if (content === null) {
    months.push({ month, rows: 0, plain: false })
    return 'with care'
  }
  setKey(keys, at, content.status, content.sha256)
  const continued = last !== null && continueMonth(assembly, last, path, content.bytes)
  const file = columns.files.codeOfText(path)
  const plain = continued || scanJournal({ bytes: content.bytes, month, file }, columns)
  if (!plain) {
    const source = decodeSource(path, content.bytes, journalCodec.limit, reading.problems)
    const rows = source === null ? [] : readCsvWithCare(journalCodec, source, { month }, reading.problems)
    for (const { row, line } of rows) addRow(columns, row, file, line)
  }
  const rows = columns.length - start
  months.push({ month, rows, plain })
  assembly.fresh += continued ? rows - (last.months[at]?.rows ?? 0) : rows
  return continued ? 'continued' : plain ? 'whole' : 'with care'
}

/** True where the file begins with all that it held before: then only what is below is read. */
function continueMonth(assembly: Assembly, image: JournalImage, path: string, bytes: Uint8Array): boolean {
  const at = image.months.length - 1
  const known = image.months[at]
  const size = sizeAt(image.keys, at)
  if (known?.plain !== true || bytes.length <= size) return false
  if (digest(bytes.subarray(0, size)) !== sha256At(image.keys, at)) return false
  const { columns } = assembly
  const before = columns.length
  copyMonth(assembly, image, at, path)
  const from = { at: size, line: known.rows + 2 }
  if (scanJournal({ bytes, month: known.month, file: columns.files.codeOfText(path), from }, columns)) return true
  columns.length = before
  return false
}

/** A part of the whole that is read again each time costs little; writing everything for one more row would not. */
function keep(cache: Cache | null, { columns, keys, months, fresh }: Assembly, unique: boolean): void {
  if (cache === null || fresh === 0 || (columns.length > smallJournal && fresh * 32 < columns.length)) return
  cache.keep('journal', () => imageParts({ months, keys, columns, unique }))
}

/** So many rows are written at once, however few of them are new. */
const smallJournal = 20_000

/** Not again where the cache has it of these very files and could not use it. */
function keepStanding(cache: Cache | null, { months, keys }: Assembly, journal: Journal): void {
  const known = cache === null ? null : readStandingPart(cache)
  const isKnown = known !== null && Buffer.from(known.keys.digests).equals(Buffer.from(keys.digests))
  if (cache === null || journal.length === 0 || isKnown) return
  cache.keep('standing', () => {
    const trace = traceJournal(journal)
    const standing = attempted(() => ledgerOf(trace, dayOf(lastChange(trace))).standing)
    return standing === null ? null : standingParts({ months, keys }, standing)
  })
}

/** Null where an amount is too large: whoever needs it is told so. */
function attempted<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof AmountOverflow) return null
    throw error
  }
}
