// From the folder to the Book: reads the parts that are asked for and collects every problem of every file.
import { currency } from '../core/base/currency.ts'
import type { Day } from '../core/base/day.ts'
import { type Problem, problem } from '../core/base/problem.ts'
import type { Book, BookPart } from '../core/book/book.ts'
import { withSpecialDays } from '../core/book/calendar.ts'
import { journalBuilder } from '../core/book/journal-builder.ts'
import type { Settings } from '../core/book/settings.ts'
import type { Files, World } from '../world/world.ts'
import type { Cache } from './cache/cache.ts'
import { keepSettings, knownSettings } from './cache/known-settings.ts'
import { settingsCodec } from './codecs/settings.ts'
import { defaultSettings } from './defaults.ts'
import { type Reading, readContent } from './disk.ts'
import { settingsFile } from './find.ts'
import type { GitLook } from './git-look.ts'
import { readCloses, readSealed } from './read-closes.ts'
import { beginCustomers } from './read-customers.ts'
import { readBills, readItems, readMappings, readStaff } from './read-documents.ts'
import { readJournal } from './read-journal.ts'
import { partOfBook, type WhatPart } from './read-part.ts'
import { readStanding } from './read-standing.ts'
import {
  readActivity,
  readBank,
  readBankRules,
  readClasses,
  readHolidays,
  readIgnored,
  readRates,
  readRemittances,
  readStatements,
} from './read-tables.ts'
import { decodeSource } from './source.ts'
import type { Seen } from './underneath.ts'
import { readYaml } from './yaml/codec.ts'

export interface BookRead {
  /** Holds what could be read; only to be used when no problem is an error. */
  readonly book: Book
  readonly problems: readonly Problem[]
  /** Every file that was read or missed and every folder that was listed; what a commit checks again. */
  readonly seen: Seen
}

/**
 * Parts that were not asked for are empty. Never stops at the first problem; never throws for what a file says. Where
 * `about` names some customers, the journal and the bills are theirs alone, and whoever looks further among the customers
 * may be told by a UserError of a file that cannot be read.
 */
export function readBook(
  files: Files,
  folder: string,
  needs: readonly BookPart[],
  cache: Cache | null = null,
  part: PartWish = {},
): BookRead {
  const { git = null, onlyLooks = false, thread } = part
  const reading: Reading = { files, folder, problems: [], read: [], listed: [], cache, git, onlyLooks, thread }
  const settings = readSettings(reading)
  const { about, standing: asOf } = part
  const found = about === undefined || reading.problems.length > 0 ? null : partOfBook(reading, settings, needs, about)
  if (found !== null) return readOthers(found.reading, needs, { settings, ...found.parts })
  const customersRead = needs.includes('customers') ? beginCustomers(reading, settings.currency) : () => new Map()
  // Meanwhile; but what is wrong with customers is said first.
  const after: Reading = { ...reading, problems: [] }
  const standing = asOf === undefined ? null : readStanding(after, asOf)
  const journal =
    needs.includes('journal') && standing === null ? readJournal(after, asOf !== undefined) : journalBuilder(1).build()
  const customers = customersRead()
  reading.problems.push(...after.problems)
  return readOthers(reading, needs, { settings, customers, journal, ...(standing === null ? {} : { standing }) })
}

/** What may be read in place of the whole, and what helps with it. */
export interface PartWish {
  readonly git?: GitLook | null
  /** Nothing is written after this reading. */
  readonly onlyLooks?: boolean
  /** Of the world whose files these are. */
  readonly thread?: World['thread']
  readonly about?: WhatPart
  /** What every account comes to by that day, in place of the journal, where the cache can tell. */
  readonly standing?: Day
}

type Read = Pick<Book, 'settings' | 'customers' | 'journal'> & Partial<Book>

function readOthers(reading: Reading, needs: readonly BookPart[], read: Read): BookRead {
  const asked = <T>(part: BookPart, make: () => T, empty: T): T => (needs.includes(part) ? make() : empty)
  const book: Book = {
    items: asked('items', () => readItems(reading), new Map()),
    staff: asked('staff', () => readStaff(reading), []),
    rates: asked('rates', () => readRates(reading), []),
    activity: asked('activity', () => readActivity(reading), []),
    classes: asked('classes', () => readClasses(reading), []),
    bills: read.bills ?? asked('bills', () => readBills(reading, 'bills'), new Map()),
    quotes: read.quotes ?? asked('quotes', () => readBills(reading, 'quotes'), new Map()),
    bank: asked('bank', () => readBank(reading), []),
    ignored: asked('bank', () => readIgnored(reading), []),
    statements: asked('bank', () => readStatements(reading), []),
    remittances: asked('bank', () => readRemittances(reading), []),
    bankRules: asked('bank', () => readBankRules(reading), []),
    mappings: asked('mappings', () => readMappings(reading), new Map()),
    closes: asked('closes', () => readCloses(reading), new Map()),
    sealed: asked('sealed', () => readSealed(reading), new Map()),
    ...read,
  }
  return { book, problems: reading.problems, seen: { files: reading.read, folders: reading.listed } }
}

/**
 * Where `crm.yaml` cannot be read the rest still is, for its own problems; the currency with the most decimals then
 * stands in for the book's, so that no good amount is called wrong.
 */
function readSettings(reading: Reading): Settings {
  const settings = readSettingsFile(reading)
  if (settings === null) return defaultSettings('', currency('UYW'), 'en', 'UTC')
  const { calendar } = settings
  return calendar === undefined ? settings : { ...settings, calendar: withSpecialDays(calendar, readHolidays(reading)) }
}

function readSettingsFile(reading: Reading): Settings | null {
  const { cache, problems } = reading
  const content = readContent(reading, settingsFile, settingsCodec.limit)
  if (content === null && problems.length === 0) problems.push(problem('no-book', { path: reading.folder }))
  if (content === null) return null
  const known = knownSettings(cache, content.sha256)
  if (known !== null) return known
  const source = decodeSource(settingsFile, content.bytes, settingsCodec.limit, problems)
  const settings = source === null ? null : readYaml(settingsCodec, source, undefined, problems)
  if (settings !== null && problems.length === 0) keepSettings(cache, content.sha256, settings)
  return settings
}
