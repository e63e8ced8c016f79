// Where a document is in its life as of a day. Derived from the rows every time, never stored.
import { type Day, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import { textAt } from '../book/journal.ts'
import type { LedgerDocument } from './documents.ts'
import { code } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import { counts } from './trace.ts'

export const documentStates = [
  'open',
  'partPaid',
  'overdue',
  'disputed',
  'paid',
  'credited',
  'void',
  'writtenOff',
] as const
export type DocumentState = (typeof documentStates)[number]

/** What credit notes, and among them those that void, have settled of each document. */
interface Credits {
  readonly credited: Float64Array
  readonly voided: Float64Array
  /** Numbers of documents that a credit note voids, whatever their amount: one of nothing has nothing to be settled. */
  readonly taken: ReadonlySet<string>
}

function readCredits(ledger: Ledger): Credits {
  const { trace, journal } = ledger
  const documents = trace.documents.row.length
  const taken = new Set<string>()
  const credits = { credited: new Float64Array(documents), voided: new Float64Array(documents), taken }
  const day = dayNumber(ledger.asOf)
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] === code.credit && journal.amount[i] === 0 && counts(trace, i, day))
      taken.add(textAt(journal.documents, journal.of, i))
    if (journal.kind[i] !== code.apply || !counts(trace, i, day)) continue
    const document = trace.document[i] ?? -1
    const source = trace.sources.row[trace.source[i] ?? -1] ?? -1
    if (document < 0 || journal.kind[source] !== code.credit) continue
    const amount = journal.amount[i] ?? 0
    credits.credited[document] = safe((credits.credited[document] ?? 0) + amount)
    if (textAt(journal.texts, journal.reason, source) === 'void')
      credits.voided[document] = safe((credits.voided[document] ?? 0) + amount)
  }
  return credits
}

/**
 * Settled, also where there was nothing to settle: `void` or `credited` when such credits settle all of it, `writtenOff` when the last of it was given up, else `paid`.
 * Not settled: `disputed` goes before `overdue` (an instalment is open after its due day), then `partPaid`, then `open`.
 */
export function lifecycleOf(
  ledger: Ledger,
  disputed: (document: string) => boolean = () => false,
): (document: LedgerDocument) => DocumentState {
  const { credited, voided, taken } = readCredits(ledger)
  return (d) => {
    if (d.open > 0) {
      if (disputed(d.number)) return 'disputed'
      if (isOverdue(d, ledger.asOf)) return 'overdue'
      return d.open < d.amount ? 'partPaid' : 'open'
    }
    if (covers(voided[d.index], d.amount) || (d.amount === 0 && taken.has(d.number))) return 'void'
    if (covers(credited[d.index], d.amount)) return 'credited'
    return d.writtenOff > 0 ? 'writtenOff' : 'paid'
  }
}

function covers(part: Minor | undefined, whole: Minor): boolean {
  return part !== undefined && part > 0 && part >= whole
}

function isOverdue(d: LedgerDocument, asOf: Day): boolean {
  return d.instalments.some((i) => i.open > 0 && i.due < asOf)
}

/** Days since the oldest open instalment was due; 0 when none is late. */
export function lateDays(d: LedgerDocument, asOf: Day): number {
  const first = d.instalments.find((i) => i.open > 0)
  return first === undefined ? 0 : Math.max(0, dayNumber(asOf) - dayNumber(first.due))
}
