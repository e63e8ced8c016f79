// What all passes share: the lines, what is open, who pays, which documents a line names, and what its payer has said of it.
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import type { CustomerId } from '../../book/customer.ts'
import { type Journal, textAt } from '../../book/journal.ts'
import type { Likeness } from '../../book/likeness.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { type Advice, adviceOf } from './advice.ts'
import { referenceBodies } from './creditor-reference.ts'
import { type Discount, discountOffered } from './deduct.ts'
import { type Further, furtherNumbers, isWithin } from './further.ts'
import { likelyPayers } from './likely-payers.ts'
import { untiedPayments, type Work, worksOf } from './lines.ts'
import { nationalReferences } from './national-reference.ts'
import { type NearIndex, type NearNumber, nearIndex, nearNumbers, plainKey } from './near.ts'
import { type KnownPayer, type Payers, payersOf } from './payers.ts'
import { openPool, type Pool } from './pool.ts'
import { type Named, type NumberIndex, numberIndex } from './tokens.ts'

export interface Matching {
  readonly book: Book
  readonly works: readonly Work[]
  readonly pool: Pool
  readonly payers: Payers
  /** Payments in the book that no line stands behind. */
  entered(): readonly LedgerSource[]
  /** Payments that a line was tied to in this run. */
  readonly tied: Set<string>
  /** Payments that a returned line undid in this run. */
  readonly undone: Set<string>
  readonly numbers: NumberIndex<LedgerDocument>
  /** Documents, open or not, that the line's texts name; whole numbers first. */
  named(work: Work): readonly Named<LedgerDocument>[]
  /** Documents that a valid creditor reference (ISO 11649, QRR, Belgian, Nordic) stands for. */
  referenced(work: Work): readonly Named<LedgerDocument>[]
  /** What may be a document's number with a slip or in pieces. */
  nearNumbers(work: Work): readonly NearNumber[]
  /** The number and the other references of a document, letters and digits only. */
  keysOf(document: LedgerDocument): readonly string[]
  /** All numbers and references, by what is one slip away from them. */
  nearIndex(): NearIndex<LedgerDocument>
  discount(document: LedgerDocument): Discount | null
  advice(work: Work): Advice | null
  /** False where the pass found nothing for the line and this payer before, and his documents are as they were. */
  isNews(pass: string, work: Work, payer: KnownPayer): boolean
  /** Customers whose names resemble the payer's. */
  likely(work: Work): ReadonlyMap<CustomerId, Likeness>
}

export function startMatching(
  book: Book,
  account: string | undefined,
  romanise: (text: string) => readonly string[],
): Matching {
  const pool = openPool(book.journal)
  const references = otherReferences(book.journal, pool.ledger.documents)
  const numbers = numberIndex(pool.ledger.documents, (d) => [d.number, ...(references.get(d) ?? [])])
  const keys: (readonly string[] | undefined)[] = []
  const keysOf = (document: LedgerDocument) => {
    const made = keys[document.index] ?? [document.number, ...(references.get(document) ?? [])].map(plainKey)
    keys[document.index] = made
    return made
  }
  const texts = remembered((work: Work) => textsOf(work).filter(numbers.mayName))
  const byCreditorReference = (work: Work) =>
    textsOf(work).flatMap((text) =>
      referenceBodies(text).flatMap((body) => numbers.find(body).map((n) => ({ ...n, found: `RF ${body}` }))),
    )
  // The one document whose number is all digits of the reference; digits that two documents share stand for neither.
  const byNationalReference = (line: BankLine) =>
    nationalReferences(line).flatMap((body): Named<LedgerDocument>[] => {
      const found = new Set(body.length < fewestSure ? [] : numbers.ofDigits(body))
      const [document] = found
      return document !== undefined && found.size === 1 ? [{ document, found: body, whole: true }] : []
    })
  /** Of a range what its customer has there, since other numbers between are of others. */
  const furtherNamed = ({ key, found, from }: Further): Named<LedgerDocument>[] => {
    const named = (document: LedgerDocument) => ({ document, found, whole: false, further: true }) as const
    const ends = numbers.ofKey(key)
    if (from === undefined) return ends.map(named)
    const customers = new Set([...numbers.ofKey(from), ...ends].map((d) => d.customer))
    return [...customers].flatMap((c) =>
      pool.ledger
        .documentsOf(c)
        .filter((d) => isWithin(plainKey(d.number), from, key))
        .map(named),
    )
  }
  const looked = new Map<string, string>()
  const likely = likelyPayers(book.customers.values(), romanise)
  const advice = adviceOf(book.remittances)
  return {
    book,
    works: worksOf(book, account),
    pool,
    payers: payersOf(book),
    entered: once(() => {
      const byRow = new Map(pool.ledger.sources.map((s) => [s.row, s]))
      return untiedPayments(book.journal).flatMap((row) => byRow.get(row) ?? [])
    }),
    tied: new Set(),
    undone: new Set(),
    numbers,
    named: remembered((work) => {
      const all = texts(work).flatMap((text) => numbers.find(text))
      const further = texts(work).flatMap((text) => furtherNumbers(text, numbers.isWhole).flatMap(furtherNamed))
      return distinct([...all.filter((n) => n.whole), ...further, ...all.filter((n) => !n.whole)])
    }),
    referenced: remembered((work) => distinct([...byCreditorReference(work), ...byNationalReference(work.line)])),
    nearNumbers: remembered((work) => nearNumbers(texts(work), numbers.isWhole)),
    keysOf,
    discount: remembered((document) => discountOffered(book, document)),
    nearIndex: once(() => nearIndex(pool.ledger.documents, keysOf)),
    advice: remembered((work) => advice(work.line)),
    isNews(pass, { line }, { customer, by }) {
      const key = `${pass} ${line.account} ${line.id}`
      const state = `${customer} ${by} ${pool.takings(customer)}`
      return looked.get(key) !== state && looked.set(key, state) !== undefined
    },
    likely: ({ line }) => likely.of(line),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function textsOf({ line }: Work): string[] {
  return [line.structured, line.reference, line.endToEnd ?? '', line.text, line.payer, line.details ?? ''].filter(
    (t) => t !== '',
  )
}

function remembered<K, T>(make: (of: K) => T): (of: K) => T {
  const known = new Map<K, T>()
  return (of) => {
    const found = known.get(of)
    if (found !== undefined) return found
    const made = make(of)
    known.set(of, made)
    return made
  }
}

/** Fewest digits of a document's number that a structured reference is believed to hold. */
const fewestSure = 4

/** Fewest characters and digits of a word in a bill's memo that is taken for a reference: an order, a matter, an assignment. */
const fewestCharacters = 6
const fewestDigits = 5

/** References in the memos of documents that no other document has. */
function otherReferences(
  journal: Journal,
  documents: readonly LedgerDocument[],
): ReadonlyMap<LedgerDocument, readonly string[]> {
  const owners = new Map<string, LedgerDocument | 'several'>()
  const found = new Map<LedgerDocument, string[]>()
  for (const document of documents) {
    const row = document.instalments[0]?.row
    const memo = row === undefined ? '' : textAt(journal.texts, journal.memo, row)
    const words = memo === '' ? [] : memo.split(/[\s,;]+/).filter(isReference)
    for (const word of new Set(words)) {
      owners.set(word, owners.has(word) ? 'several' : document)
    }
    if (words.length > 0) found.set(document, [...new Set(words)])
  }
  for (const [document, words] of found)
    found.set(
      document,
      words.filter((w) => owners.get(w) === document),
    )
  return found
}

function isReference(word: string): boolean {
  const plain = word.replace(/[^\p{L}\p{N}]+/gu, '')
  return plain.length >= fewestCharacters && (plain.match(/\d/g) ?? []).length >= fewestDigits
}

function distinct(list: readonly Named<LedgerDocument>[]): Named<LedgerDocument>[] {
  const seen = new Set<LedgerDocument>()
  return list.filter((n) => !seen.has(n.document) && seen.add(n.document))
}
