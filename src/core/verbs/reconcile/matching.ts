// What all passes share: the lines, what is open, who pays, and which documents a line names.
import type { Book } from '../../book/book.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { referenceBodies } from './creditor-reference.ts'
import { type Work, worksOf } from './lines.ts'
import { type Payers, payersOf } from './payers.ts'
import { openPool, type Pool } from './pool.ts'
import { type Named, numberIndex } from './tokens.ts'

export interface Matching {
  readonly book: Book
  readonly works: readonly Work[]
  readonly pool: Pool
  readonly payers: Payers
  /** Payments that a line was tied to in this run. */
  readonly tied: Set<string>
  /** Documents, open or not, that the line's texts name; whole numbers first. */
  named(work: Work): readonly Named<LedgerDocument>[]
  /** Documents that a valid creditor reference (ISO 11649) stands for. */
  referenced(work: Work): readonly Named<LedgerDocument>[]
}

export function startMatching(book: Book, account: string | undefined): Matching {
  const pool = openPool(book.journal)
  const index = numberIndex(pool.ledger.documents.map((document) => ({ number: document.number, document })))
  const named = new Map<Work, readonly Named<LedgerDocument>[]>()
  const textsOf = ({ line }: Work) =>
    [line.structured, line.reference, line.endToEnd ?? '', line.text, line.payer].filter((t) => t !== '')
  return {
    book,
    works: worksOf(book, account),
    pool,
    payers: payersOf(book),
    tied: new Set(),
    named(work) {
      const known = named.get(work)
      if (known !== undefined) return known
      const all = textsOf(work).flatMap((text) => index.find(text))
      const found = distinct([...all.filter((n) => n.whole), ...all.filter((n) => !n.whole)])
      named.set(work, found)
      return found
    },
    referenced: (work) =>
      distinct(
        textsOf(work).flatMap((text) =>
          referenceBodies(text).flatMap((body) => index.find(body).map((n) => ({ ...n, found: `RF ${body}` }))),
        ),
      ),
  }
}

function distinct(list: readonly Named<LedgerDocument>[]): Named<LedgerDocument>[] {
  const seen = new Set<LedgerDocument>()
  return list.filter((n) => !seen.has(n.document) && seen.add(n.document))
}
