// The lines of a statement that follow its movements: each of them, or those of one kind together.
import { type Day, dayNumber, dayOf } from '../../core/base/day.ts'
import { type Minor, safe } from '../../core/base/money.ts'
import { dayAt, type Journal, kindAt, rowIdAt, textAt } from '../../core/book/journal.ts'
import type { AccountLine } from '../../core/book/statement.ts'
import type { Movement } from '../../core/ledger/movements.ts'

export interface Span {
  /** Null: from the beginning. */
  readonly from: Day | null
  readonly until: Day
  /** Also rows that were reversed within the span, and their reversals. */
  readonly all: boolean
}

/** `moved` is one customer's in one currency, in order, up to the end of the span. */
export function activityLines(journal: Journal, moved: readonly Movement[], span: Span): readonly AccountLine[] {
  const { opening, shown } = split(moved, span)
  let balance = opening
  const lines = shown.map((movement) => {
    balance = safe(balance + movement.amount)
    return { ...movementLine(journal, movement), balance }
  })
  return [edge('openingBalance', span.from, opening), ...lines, edge('closingBalance', span.until, balance)]
}

/** What was brought forward, one line for each kind of movement in their order, and what is carried forward. */
export function forwardLines(journal: Journal, moved: readonly Movement[], span: Span): readonly AccountLine[] {
  const { opening, shown } = split(moved, span)
  const kinds = new Map<AccountLine['kind'], { increase: Minor; decrease: Minor }>()
  for (const movement of shown) {
    const kind = kindOf(journal, movement)
    const sums = kinds.get(kind) ?? { increase: 0, decrease: 0 }
    if (movement.amount > 0) sums.increase = safe(sums.increase + movement.amount)
    else sums.decrease = safe(sums.decrease - movement.amount)
    kinds.set(kind, sums)
  }
  let balance = opening
  const lines = [...kinds].map(([kind, { increase, decrease }]) => {
    balance = safe(balance + increase - decrease)
    const sums = { increase: increase === 0 ? null : increase, decrease: decrease === 0 ? null : decrease }
    return { ...edge(kind, null, balance), ...sums }
  })
  return [edge('openingBalance', span.from, opening), ...lines, edge('closingBalance', span.until, balance)]
}

function split(moved: readonly Movement[], { from, all }: Span) {
  const start = from === null ? Number.NEGATIVE_INFINITY : dayNumber(from)
  const opening = moved.filter((m) => m.day < start).reduce((sum, m) => safe(sum + m.amount), 0)
  const within = moved.filter((m) => m.day >= start)
  return { opening, shown: all ? within : withoutPairs(within) }
}

function withoutPairs(moved: readonly Movement[]): readonly Movement[] {
  const undone = new Set(moved.filter((m) => m.reversal).map((m) => m.row))
  const begun = new Set(moved.filter((m) => !m.reversal).map((m) => m.row))
  return moved.filter((m) => !(undone.has(m.row) && begun.has(m.row)))
}

function edge(kind: AccountLine['kind'], date: Day | null, balance: Minor): AccountLine {
  return { date, kind, document: null, due: null, text: null, increase: null, decrease: null, balance }
}

function kindOf(journal: Journal, { row, reversal }: Movement): AccountLine['kind'] {
  return reversal ? 'reverse' : kindAt(journal, row)
}

function movementLine(journal: Journal, movement: Movement): Omit<AccountLine, 'balance'> {
  const { row, day, amount, reversal } = movement
  const words = [journal.reason, journal.method, journal.memo].map((column) => textAt(journal.texts, column, row))
  return {
    date: dayOf(day),
    kind: kindOf(journal, movement),
    document: textAt(journal.documents, journal.document, row) || rowIdAt(journal, row),
    due: reversal ? null : dayAt(journal.due, row),
    text: words.filter((w) => w !== '').join(' · '),
    increase: amount > 0 ? amount : null,
    decrease: amount < 0 ? -amount : null,
  }
}
