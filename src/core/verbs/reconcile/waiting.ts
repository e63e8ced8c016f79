// Money of earlier lines that waits on account is set against the documents it named, once they are there.
import { rowId } from '../../base/id.ts'
import type { Minor } from '../../base/money.ts'
import type { Table } from '../../base/table.ts'
import type { Change } from '../../book/change.ts'
import { type Journal, rowIdAt } from '../../book/journal.ts'
import type { Context } from '../../book/plan.ts'
import { journalRowOf } from '../../book/row.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { compare, dueOf } from './pool.ts'

export interface Waited {
  readonly source: LedgerSource
  readonly document: LedgerDocument
  readonly amount: Minor
}

/** Whole numbers only, of the payment's own customer and currency, due first. What was taken off a document by hand is not put back. */
export function applyWaiting(matching: Matching, hash: Context['hash']): Waited[] {
  const { pool } = matching
  const works = new Map(matching.works.map((w) => [`bank:${w.line.id}`, w]))
  const candidates = pool.ledger.sources.flatMap((source) => {
    const work = works.get(source.origin)
    if (source.kind !== 'payment' || source.remaining <= 0 || work === undefined) return []
    return documentsFor(matching, work, source).map((document) => ({ source, document }))
  })
  const ids = new Set(candidates.map(({ source, document }) => applyId(hash, source, document)))
  const before = idsInJournal(matching.book.journal, ids)
  const used = new Map<string, Minor>()
  return candidates.flatMap(({ source, document }) => {
    const left = source.remaining - (used.get(source.id) ?? 0)
    const amount = Math.min(left, pool.left(document))
    if (amount <= 0 || before.has(applyId(hash, source, document))) return []
    pool.take(document, amount)
    used.set(source.id, source.remaining - left + amount)
    return [{ source, document, amount }]
  })
}

function documentsFor(matching: Matching, work: Work, source: LedgerSource): LedgerDocument[] {
  const { pool } = matching
  return matching
    .named(work)
    .flatMap((n) => (n.whole ? [n.document] : []))
    .filter((d) => d.customer === source.customer && d.currency === source.currency && pool.left(d) > 0)
    .sort((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.number, b.number))
}

function applyId(hash: Context['hash'], source: LedgerSource, document: LedgerDocument): string {
  return rowId(hash, ['apply', source.id, document.number])
}

/** Applications are known by what they are about, also when they were taken back. */
function idsInJournal(journal: Journal, wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  for (let i = 0; wanted.size > 0 && i < journal.length; i++) {
    const id = rowIdAt(journal, i)
    if (wanted.has(id)) found.add(id)
  }
  return found
}

/** Each on the later day of the two, which is when the application counts. */
export function rowsOfWaiting(waited: readonly Waited[], hash: Context['hash']): Change[] {
  return waited.map(({ source, document, amount }) => ({
    change: 'addRow',
    row: journalRowOf({
      id: applyId(hash, source, document),
      date: source.date > document.date ? source.date : document.date,
      kind: 'apply',
      customer: source.customer,
      document: document.number,
      of: source.id,
      amount,
      currency: source.currency,
      source: source.origin,
    }),
  }))
}

export function waitingTables(waited: readonly Waited[]): Table[] {
  if (waited.length === 0) return []
  return [
    {
      name: 'waitingMoney',
      columns: [
        { key: 'line', type: 'id' },
        { key: 'date', type: 'day' },
        { key: 'customer', type: 'id' },
        { key: 'document', type: 'id' },
        { key: 'amount', type: 'money' },
        { key: 'currency', type: 'text' },
      ],
      rows: waited.map(({ source, document, amount }) => ({
        line: source.origin.slice('bank:'.length),
        date: source.date,
        customer: source.customer,
        document: document.number,
        amount,
        currency: source.currency,
      })),
    },
  ]
}
