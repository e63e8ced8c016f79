// Who is overdue in which currency, what of it may be chased, and why the rest may not.
import type { Currency } from '../../base/currency.ts'
import { type Day, daysBetween } from '../../base/day.ts'
import type { Minor } from '../../base/money.ts'
import type { LetterItem } from '../../book/letter.ts'
import { type Next, nextStep } from '../../cases/ladder.ts'
import { type Reminded, remindersOf } from '../../cases/reminders.ts'
import type { Sources } from '../../facts/sources.ts'

/** Why a document, or the whole customer, is left in peace. */
export type Pause = 'disputed' | 'promised' | 'held'

export interface OverdueDocument extends LetterItem {
  readonly recorded: number
  readonly paused: Pause | null
}

export type ChaseState = 'toSend' | 'waiting' | 'exhausted' | 'covered' | 'belowMinimum' | Pause

export interface Claim {
  /** Index of the customer. */
  readonly index: number
  readonly currency: Currency
  /** Every overdue document by due day, then number. */
  readonly documents: readonly OverdueDocument[]
  /** Those that no dispute, promise or hold keeps. */
  readonly chased: readonly OverdueDocument[]
  /** What is overdue, before anything is taken off. */
  readonly overdue: Minor
  readonly onAccount: Minor
  /** What may be asked for: the chased documents less what is on account, never below zero. */
  readonly total: Minor
  readonly daysLate: number
  readonly state: ChaseState
  /** From 1; 0 when no letter is due. */
  readonly level: number
  /** When waiting: until when; when promised: the promised day. */
  readonly until: Day | null
}

/** All claims of a customer with something overdue, by currency. */
export function claimsOf(sources: Sources, index: number): readonly Claim[] {
  const receivables = sources.receivables()
  const pauses = pausesOf(sources, index)
  const reminded = remindersOf(sources.activity().rows(index), sources.book.settings.chase.ladder)
  return receivables.overdue(index).flatMap(({ currency, onAccount, oldest, gross }) => {
    if (oldest === null) return []
    const documents = overdueDocuments(sources, index, currency, { pauses, reminded })
    return [claim(sources, { index, currency, documents, overdue: gross, onAccount: Math.max(0, onAccount) }, reminded)]
  })
}

function overdueDocuments(
  sources: Sources,
  index: number,
  currency: Currency,
  known: { readonly pauses: Pauses; readonly reminded: Reminded },
): readonly OverdueDocument[] {
  return sources
    .receivables()
    .documents(index)
    .flatMap((d): OverdueDocument[] => {
      const late = d.currency === currency ? d.instalments.filter((n) => n.open > 0 && n.due < sources.asOf) : []
      const [first] = late
      if (first === undefined) return []
      return [
        {
          document: d.number,
          date: d.date,
          due: first.due,
          open: late.reduce((sum, n) => sum + n.open, 0),
          daysLate: daysBetween(first.due, sources.asOf),
          recorded: known.reminded.levels.get(d.number) ?? 0,
          paused: known.pauses.documents.get(d.number) ?? known.pauses.all?.pause ?? null,
        },
      ]
    })
    .sort((a, b) => compare(a.due, b.due) || compare(a.document, b.document))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

interface Pauses {
  readonly documents: ReadonlyMap<string, Pause>
  readonly all: { readonly pause: Pause } | null
  /** The latest day that a running promise or a dated hold names. */
  readonly until: Day | null
}

/** A dispute keeps before a promise, a promise before a hold; each for the documents it names, or for all when it names none. */
function pausesOf(sources: Sources, index: number): Pauses {
  const activity = sources.activity()
  const found: { pause: Pause; documents: readonly string[]; until: Day | null }[] = [
    ...activity.holds(index).map((h) => ({ pause: 'held' as const, documents: h.documents, until: h.until })),
    ...sources
      .promises(index)
      .filter((p) => p.state === 'running')
      .map((p) => ({ pause: 'promised' as const, documents: p.documents, until: p.due })),
    ...activity
      .cases(index)
      .filter((c) => c.kind === 'dispute' && c.open)
      .map((c) => ({ pause: 'disputed' as const, documents: c.documents, until: null })),
  ]
  const documents = new Map<string, Pause>()
  let all: { pause: Pause } | null = null
  let until: Day | null = null
  for (const one of found) {
    if (one.documents.length === 0) all = { pause: one.pause }
    for (const document of one.documents) documents.set(document, one.pause)
    if (one.until !== null && (until === null || one.until > until)) until = one.until
  }
  return { documents, all, until }
}

function claim(
  sources: Sources,
  basis: Pick<Claim, 'index' | 'currency' | 'documents' | 'overdue' | 'onAccount'>,
  reminded: Reminded,
): Claim {
  const { chase } = sources.book.settings
  const chased = basis.documents.filter((d) => d.paused === null)
  const total = Math.max(0, chased.reduce((sum, d) => sum + d.open, 0) - basis.onAccount)
  const daysLate = Math.max(0, ...(chased.length > 0 ? chased : basis.documents).map((d) => d.daysLate))
  const whole = { ...basis, chased, total, daysLate, level: 0, until: null }
  if (basis.overdue <= basis.onAccount) return { ...whole, state: 'covered' }
  const pause = basis.documents.find((d) => d.paused !== null)?.paused ?? null
  if (chased.length === 0 && pause !== null)
    return { ...whole, state: pause, until: pausesOf(sources, basis.index).until }
  if (total === 0) return { ...whole, state: 'covered' }
  const inBook = sources.receivables().inBook([{ currency: basis.currency, amount: total }])
  if (inBook !== null && inBook < chase.minimum) return { ...whole, state: 'belowMinimum' }
  return { ...whole, ...stateOf(nextStep(chased, chase, sources.asOf, reminded.last)) }
}

function stateOf(next: Next): Pick<Claim, 'state' | 'level' | 'until'> {
  switch (next.next) {
    case 'due':
      return { state: 'toSend', level: next.level, until: null }
    case 'waiting':
      return { state: 'waiting', level: 0, until: next.on }
    case 'exhausted':
      return { state: 'exhausted', level: 0, until: null }
  }
}
