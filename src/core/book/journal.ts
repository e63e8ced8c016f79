// Every movement of goods and money as columns: one typed array a field, a dictionary a word, views only for rows that are shown.
import type { Currency } from '../base/currency.ts'
import { type Day, type DayNumber, dayOf, noDay } from '../base/day.ts'
import { idFromHalves, type RowId } from '../base/id.ts'
import type { Minor } from '../base/money.ts'
import type { CustomerId } from './customer.ts'

/** In the order in which rows of one day take effect; `reverse` follows its own row. */
export const journalKinds = [
  'sale',
  'opening',
  'bill',
  'fee',
  'recover',
  'credit',
  'payment',
  'in',
  'out',
  'deduct',
  'writeoff',
  'apply',
  'refund',
  'match',
  'reverse',
] as const
export type JournalKind = (typeof journalKinds)[number]

/** The columns of `journal/<yyyy-mm>.csv` in their fixed order. */
export const journalColumns = [
  'id',
  'date',
  'kind',
  'customer',
  'document',
  'of',
  'item',
  'quantity',
  'price',
  'tax',
  'amount',
  'currency',
  'rate',
  'due',
  'reason',
  'source',
  'method',
  'memo',
] as const

/** One row as values; what plans add and what views return. Texts are empty where nothing is said. */
export interface JournalRow {
  readonly id: RowId
  readonly date: Day
  readonly kind: JournalKind
  readonly customer: CustomerId
  /** The document's number: its own (bill, credit, fee, opening) or the one acted upon (apply, deduct, writeoff). */
  readonly document: string
  /** The row or document acted upon. */
  readonly of: string
  readonly item: string
  /** Exact decimal text; sales only. */
  readonly quantity: string
  /** Exact decimal text in the book's price mode; sales only. */
  readonly price: string
  /** Tax contained in `amount`: bill, credit and fee rows; null where the row does not say. */
  readonly tax: Minor | null
  /** Positive, the kind gives the direction; only a sale (a return) and an opening may be negative. */
  readonly amount: Minor
  readonly currency: Currency
  /** Exact decimal text: units of the book's currency for one unit of `currency`; empty where they are the same. */
  readonly rate: string
  readonly due: Day | null
  readonly reason: string
  readonly source: string
  readonly method: string
  readonly memo: string
}

/**
 * Distinct texts in order of first appearance; code 0 is the empty text. `texts` may be made on first use, so code that
 * needs one text, one code or the count asks for just that.
 */
export interface Dictionary {
  readonly size: number
  /** The empty text for a code that is not there. */
  text(code: number): string
  /** −1 for a text that is not there. */
  find(text: string): number
  /** The texts that are row ids, as halves, in order of their codes. */
  eachRowId(each: (code: number, high: number, low: number) => void): void
  readonly texts: readonly string[]
}

/**
 * The journal of the whole book in the order of its files and rows. `tax` is NaN and `due` is `noDay` where a row says nothing.
 * `file` and `line` (from 1, the header is line 1) tell where a row stands.
 */
export interface Journal {
  readonly length: number
  readonly idHigh: Int32Array
  readonly idLow: Int32Array
  readonly date: Int32Array
  /** Index into `journalKinds`. */
  readonly kind: Uint8Array
  readonly customer: Uint32Array
  readonly document: Uint32Array
  readonly of: Uint32Array
  readonly item: Uint32Array
  readonly quantity: Uint32Array
  readonly price: Uint32Array
  readonly tax: Float64Array
  readonly amount: Float64Array
  readonly currency: Uint32Array
  readonly rate: Uint32Array
  readonly due: Int32Array
  readonly reason: Uint32Array
  readonly source: Uint32Array
  readonly method: Uint32Array
  readonly memo: Uint32Array
  readonly file: Uint32Array
  readonly line: Uint32Array
  readonly customers: Dictionary
  /** Numbers of documents and ids of rows, as far as `document` and `of` name them. */
  readonly documents: Dictionary
  readonly items: Dictionary
  readonly currencies: Dictionary
  /** Everything else: quantities, prices, rates, reasons, sources, methods, memos. */
  readonly texts: Dictionary
  readonly files: Dictionary
}

const kindCodes = new Map<JournalKind, number>(journalKinds.map((kind, code) => [kind, code]))

export function kindCode(kind: JournalKind): number {
  return kindCodes.get(kind) ?? 0
}

export function isJournalKind(text: string): text is JournalKind {
  return (journalKinds as readonly string[]).includes(text)
}

/** The row's id as text. */
export function rowIdAt(journal: Journal, i: number): RowId {
  return idFromHalves(journal.idHigh[i] ?? 0, journal.idLow[i] ?? 0)
}

export function kindAt(journal: Journal, i: number): JournalKind {
  return journalKinds[journal.kind[i] ?? 0] ?? 'sale'
}

/** The text behind a dictionary column at a row. */
export function textAt(dictionary: Dictionary, column: Uint32Array, i: number): string {
  return dictionary.text(column[i] ?? 0)
}

export function dayAt(column: Int32Array, i: number): Day | null {
  const n: DayNumber = column[i] ?? noDay
  return n === noDay ? null : dayOf(n)
}

/** A whole row as values; for rows that are touched or shown, not for hot paths. */
export function journalRow(journal: Journal, i: number): JournalRow {
  const text = (column: Uint32Array) => textAt(journal.texts, column, i)
  const tax = journal.tax[i] ?? Number.NaN
  return {
    id: rowIdAt(journal, i),
    date: dayOf(journal.date[i] ?? 0),
    kind: kindAt(journal, i),
    customer: textAt(journal.customers, journal.customer, i),
    document: textAt(journal.documents, journal.document, i),
    of: textAt(journal.documents, journal.of, i),
    item: textAt(journal.items, journal.item, i),
    quantity: text(journal.quantity),
    price: text(journal.price),
    tax: Number.isNaN(tax) ? null : tax,
    amount: journal.amount[i] ?? 0,
    currency: currencyAt(journal, i),
    rate: text(journal.rate),
    due: dayAt(journal.due, i),
    reason: text(journal.reason),
    source: text(journal.source),
    method: text(journal.method),
    memo: text(journal.memo),
  }
}

/** Readers admit only currencies that exist, so the code is one. */
export function currencyAt(journal: Journal, i: number): Currency {
  return textAt(journal.currencies, journal.currency, i) as Currency
}
