// Payments that a returned line may undo: by amount, and by everything that a return of them would say again.
import type { Day } from '../../base/day.ts'
import { manyMap } from '../../base/many-map.ts'
import { type Minor, safe, sum } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import { type Journal, textAt } from '../../book/journal.ts'
import { code } from '../../ledger/kinds.ts'
import type { LedgerSource } from '../../ledger/sources.ts'
import { never } from '../../ledger/trace.ts'
import { referencesIn, textsOfPayment } from './hand-evidence.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'
import { plainKey } from './near.ts'
import { type Numbering, paymentId, sharesOf } from './rows.ts'
import type { TiedPayment } from './verdict.ts'

/** What of a document comes open again when its payment is undone. */
export interface Settled {
  readonly document: string
  readonly amount: Minor
}

/** One payment, or all payments of one line together. */
export interface Undoable {
  readonly payments: readonly TiedPayment[]
  readonly amount: Minor
  readonly currency: string
  readonly date: Day
  readonly settled: readonly Settled[]
  /** The bank line behind it. */
  readonly line: BankLine | undefined
  readonly texts: readonly string[]
}

/** How a return speaks of the payment, from certain to vague. */
export const bonds = ['endToEnd', 'reference', 'text', 'document', 'customer'] as const
export type Bond = (typeof bonds)[number]

/** Payments by amount and by what they can be known by; built over the amounts that returns have. */
export interface UndoableIndex {
  find(amount: Minor, currency: string, bond: Bond, key: string): readonly Undoable[]
}

export function indexUndoable(list: readonly Undoable[]): UndoableIndex {
  const index = manyMap<Undoable>()
  const at = (amount: Minor, currency: string, bond: Bond, key: string) => `${currency}${amount} ${bond} ${key}`
  for (const u of list) {
    for (const bond of bonds) {
      for (const key of keysOf(u, bond)) {
        index.add(at(u.amount, u.currency, bond, key), u)
      }
    }
  }
  return { find: (amount, currency, bond, key) => index.get(at(amount, currency, bond, key)) }
}

function keysOf({ payments, settled, line, texts }: Undoable, bond: Bond): ReadonlySet<string> {
  switch (bond) {
    case 'customer':
      return new Set(payments.map((p) => p.customer))
    case 'document':
      return new Set(settled.map((s) => s.document))
    case 'text':
      return referencesIn([...texts, ...(line === undefined ? [] : textsOfLine(line))])
    default:
      return line === undefined ? new Set() : keysOfLine(line, bond)
  }
}

export function textsOfLine(line: BankLine): string[] {
  return [line.text, line.reference, line.endToEnd ?? '', line.structured]
}

/** A shorter reference is a count of anything. */
const fewest = 4

export function keysOfLine(line: BankLine, bond: 'endToEnd' | 'reference'): ReadonlySet<string> {
  const texts = bond === 'endToEnd' ? [line.endToEnd ?? ''] : [line.reference, line.structured]
  return new Set(texts.map(plainKey).filter((k) => k.length >= fewest && /\d/.test(k)))
}

/** What of the book does not change while lines are matched; worked out once. */
export interface Settlements {
  readonly lines: ReadonlyMap<string, BankLine>
  /** Payment → the line that it was tied to. */
  readonly ties: ReadonlyMap<string, string>
  readonly settled: () => ReadonlyMap<number, readonly Settled[]>
}

export function settlementsOf(matching: Matching): Settlements {
  const { book } = matching
  const lines = new Map<string, BankLine>(book.bank.map((l) => [l.id, l]))
  return { lines, ties: tiesOf(book.journal), settled: settledBySource(matching) }
}

/**
 * Payments of the book that nothing stands in the way of, of one of the amounts; and all payments of one line together. Those that
 * were tied to a line in this run are known by it, as if they had been before.
 */
export function undoableInBook(
  matching: Matching,
  amounts: ReadonlySet<string>,
  { lines, ties: before, settled }: Settlements,
): Undoable[] {
  const { pool } = matching
  const ties = new Map([...before, ...tiedNow(matching)])
  const byLine = new Map<string, Undoable[]>()
  const singles: Undoable[] = []
  for (const source of pool.ledger.sources) {
    if (source.kind !== 'payment' || source.amount === 0) continue
    const id = source.origin.startsWith('bank:') ? source.origin.slice('bank:'.length) : ties.get(source.id)
    const line = id === undefined ? undefined : lines.get(id)
    const isWanted = amounts.has(`${source.currency}${source.amount}`)
    if (!isWanted && (line === undefined || line.amount === source.amount)) continue
    if (source.refunded !== 0 || source.moved !== 0) continue
    const one = undoable(matching, source, line, settled().get(source.index) ?? [])
    if (isWanted) singles.push(one)
    if (line === undefined) continue
    const group = byLine.get(line.id)
    if (group === undefined) byLine.set(line.id, [one])
    else group.push(one)
  }
  const groups = [...byLine.values()].flatMap(together)
  return [...singles, ...groups.filter((g) => amounts.has(`${g.currency}${g.amount}`))]
}

function tiedNow({ works }: Matching): [string, string][] {
  return works.flatMap(({ line, verdict }) =>
    verdict?.state === 'matched' ? (verdict.payments ?? []).map((p): [string, string] => [p.id, line.id]) : [],
  )
}

function undoable(
  { book }: Matching,
  source: LedgerSource,
  line: BankLine | undefined,
  settled: readonly Settled[],
): Undoable {
  const { id, customer, amount, currency, date } = source
  const texts = textsOfPayment(book.journal, source)
  return { payments: [{ id, customer, amount }], amount, currency, date, settled, line, texts }
}

/** Nothing where there is one payment only. */
function together(group: readonly Undoable[]): Undoable[] {
  const [first] = group
  if (first === undefined || group.length < 2) return []
  return [
    {
      ...first,
      payments: group.flatMap((g) => g.payments),
      amount: sum(group.map((g) => g.amount)),
      settled: group.flatMap((g) => g.settled),
      texts: group.flatMap((g) => g.texts),
    },
  ]
}

/** Payments that this very run is about to book. */
export function undoableInRun(
  { works }: Matching,
  { hash, again }: Numbering,
  amounts: ReadonlySet<string>,
): Undoable[] {
  return works.flatMap(({ line, verdict }: Work): Undoable[] => {
    if (verdict?.state !== 'matched' || verdict.payments !== undefined || verdict.undoes !== undefined) return []
    const { currency, date } = line
    const isWhole = verdict.parts.every((p) => p.customer === undefined)
    if (isWhole && !amounts.has(`${currency}${line.amount}`)) return []
    const list = sharesOf(verdict, line.amount).map(({ customer, amount, parts, isBatch }): Undoable => {
      const id = paymentId(hash, line.id, isBatch ? customer : undefined, again(line.id))
      const settled = parts.flatMap((p) =>
        p.from === undefined ? [{ document: p.document, amount: safe(p.amount + (p.deduct?.amount ?? 0)) }] : [],
      )
      return { payments: [{ id, customer, amount }], amount, currency, date, settled, line, texts: [] }
    })
    return [...list, ...together(list)].filter((u) => amounts.has(`${u.currency}${u.amount}`))
  })
}

/** What the payments settled is open again for the other lines of this run. */
export function undo({ pool, undone }: Matching, { payments, settled }: Undoable): void {
  for (const p of payments) undone.add(p.id)
  for (const { document: number, amount } of settled) {
    const document = pool.ledger.document(number)
    if (document !== undefined) pool.take(document, -amount)
  }
}

/** Payment → the line that it was tied to. */
function tiesOf(journal: Journal): Map<string, string> {
  const ties = new Map<string, string>()
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === code.match)
      ties.set(textAt(journal.documents, journal.of, i), textAt(journal.texts, journal.source, i).slice('bank:'.length))
  return ties
}

/** By number of the source: what live applications and deductions took of it. Looked through when first asked. */
function settledBySource({ pool }: Matching): () => ReadonlyMap<number, readonly Settled[]> {
  let made: Map<number, Settled[]> | undefined
  return () => {
    if (made !== undefined) return made
    made = new Map()
    const { journal, trace } = pool.ledger
    for (let i = 0; i < journal.length; i++) {
      const kind = journal.kind[i]
      if ((kind !== code.apply && kind !== code.deduct) || trace.end[i] !== never) continue
      const source = trace.source[i] ?? -1
      if (source < 0) continue
      const one = { document: textAt(journal.documents, journal.document, i), amount: journal.amount[i] ?? 0 }
      const list = made.get(source)
      if (list === undefined) made.set(source, [one])
      else list.push(one)
    }
    return made
  }
}
