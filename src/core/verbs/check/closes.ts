// Check `closes`: closed months are as they were closed, follow each other, and each continues the seal of the one before.
import { note, type Problem, problem, type Where } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import {
  type Close,
  endOfMonthNamed,
  firstOfMonth,
  monthAfter,
  type PeriodTotals,
  type SealedLine,
} from '../../book/close.ts'
import { rowIdAt } from '../../book/journal.ts'
import { periodTotals } from '../../ledger/period-totals.ts'
import { digestOfLines, sealedLines, sealOf } from '../../ledger/seal.ts'
import { whereOf } from '../../ledger/trace.ts'
import { type Check, type CheckInput, money } from './check.ts'

export const closes: Check = {
  name: 'closes',
  check(input) {
    let before: Close | null = null
    const found: Problem[] = []
    for (const close of input.book.closes.values()) {
      found.push(...chained(close, before, input))
      if (close.state === 'closed') found.push(...untouched(close, input))
      before = close
    }
    return found
  },
}

function* chained(close: Close, before: Close | null, { hash }: CheckInput): Generator<Problem> {
  const { month, state, reopened } = close
  const where = { file: `closes/${month}.yaml` }
  const last = reopened.at(-1)
  if (state === 'reopened' && last !== undefined)
    yield note('month-is-reopened', { month, date: last.date, reason: last.reason }, where)
  if (sealOf(close, hash) !== close.seal) yield problem('close-edited', { month }, where)
  if (before !== null && monthAfter(before.month) !== month)
    yield problem('close-gap', { month, before: before.month }, where)
  if (state === 'reopened') return
  if (before?.state === 'reopened') yield problem('closed-after-reopened', { month, reopened: before.month }, where)
  else if (close.previous !== (before?.seal ?? ''))
    yield problem('close-unchained', { month, before: before?.month ?? '' }, where)
}

/** The first close stands for all earlier months too. */
function untouched(close: Close, { book, ledger, hash }: CheckInput): Problem[] {
  const days = { from: close.previous === '' ? null : firstOfMonth(close.month), to: endOfMonthNamed(close.month) }
  const now = sealedLines(book, days, hash)
  const totals = totalProblems(close, periodTotals(ledger.trace, days.from, days.to))
  if (digestOfLines(now, hash) === close.digest) return totals
  const sealed = book.sealed.get(close.month) ?? []
  if (digestOfLines(sealed, hash) === close.digest)
    return [...lineProblems({ close, sealed, now, placeOf: placer(book) }), ...totals]
  const params = { month: close.month, was: close.rows, is: now.length }
  return [problem('closed-list-damaged', params, { file: `closes/${close.month}.csv` }), ...totals]
}

interface Comparison {
  readonly close: Close
  readonly sealed: readonly SealedLine[]
  readonly now: readonly SealedLine[]
  readonly placeOf: (line: SealedLine) => Where | undefined
}

function lineProblems({ close, sealed, now, placeOf }: Comparison): Problem[] {
  const keyOf = ({ kind, id }: SealedLine) => `${kind} ${id}`
  const { month } = close
  const old = new Map(sealed.map((line) => [keyOf(line), line]))
  const found: Problem[] = []
  for (const line of now) {
    const { kind, id, digest } = line
    const known = old.get(keyOf(line))
    old.delete(keyOf(line))
    if (known === undefined) found.push(problem('closed-row-added', { month, kind, id }, placeOf(line)))
    else if (known.digest !== digest) found.push(problem('closed-row-edited', { month, kind, id }, placeOf(line)))
  }
  for (const { kind, id } of old.values())
    found.push(problem('closed-row-missing', { month, kind, id }, { file: `closes/${month}.csv` }))
  return found
}

/** Where a row or document stands now. */
function placer({ journal, bills }: Book): (line: SealedLine) => Where | undefined {
  const rows = new Map<string, number>()
  for (let i = 0; i < journal.length; i++) rows.set(rowIdAt(journal, i), i)
  return ({ kind, id }) => {
    const bill = bills.get(id)
    if (kind === 'document')
      return bill === undefined ? undefined : { file: `bills/${bill.date.slice(0, 4)}/${id}.yaml` }
    const row = rows.get(id)
    return row === undefined ? undefined : whereOf(journal, row)
  }
}

const totalNames = {
  before: 'openingBalance',
  opening: 'opening',
  bill: 'bill',
  fee: 'fee',
  recover: 'recover',
  refund: 'refund',
  out: 'out',
  payment: 'payment',
  credit: 'credit',
  in: 'in',
  deduct: 'deduct',
  writeoff: 'writeoff',
  after: 'closingBalance',
  open: 'open',
  onAccount: 'onAccount',
} as const satisfies Record<Exclude<keyof PeriodTotals, 'currency'>, string>

const totalKeys = Object.keys(totalNames) as (keyof typeof totalNames)[]

function totalProblems(close: Close, now: readonly PeriodTotals[]): Problem[] {
  const { month, totals: then } = close
  const currencies = [...new Set([...then, ...now].map((t) => t.currency))]
  return currencies.flatMap((currency) => {
    const old = then.find((t) => t.currency === currency)
    const current = now.find((t) => t.currency === currency)
    return totalKeys.flatMap((key): Problem[] => {
      const [a, b] = [old?.[key] ?? 0, current?.[key] ?? 0]
      if (a === b) return []
      const params = { was: money(a, currency), is: money(b, currency), off: money(b - a, currency) }
      return [
        problem('closed-total-differs', { month, total: totalNames[key], ...params }, { file: `closes/${month}.yaml` }),
      ]
    })
  })
}
