// What the published scenarios of other systems share: short rows of one customer, and what the ledger or a plan says of them.
import { describe, expect, it } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import type { Plan } from '../../src/core/book/plan.ts'
import { ageLedger } from '../../src/core/ledger/aging.ts'
import { allocateExactThenOldest } from '../../src/core/ledger/allocate.ts'
import { exchangeResult } from '../../src/core/ledger/exchange-result.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { traceJournal } from '../../src/core/ledger/link.ts'
import { book, context, customer, journal, row } from './book.ts'

export type Rows = readonly JournalRow[]

export interface Scenario {
  readonly system: 'ERPNext' | 'Odoo/OCA' | 'Kill Bill' | 'Lago' | 'Stripe'
  readonly fact: string
  /** Why the outcome is another here; absent where it is theirs. */
  readonly ours?: string
  readonly found: () => unknown
  readonly expected: unknown
}

export const usd = currency('USD')
export const bill = (number: string, amount: number, due = '2026-02-15', more: Partial<JournalRow> = {}) =>
  row('2026-01-15', 'bill', 'ada', amount, { document: number, due: day(due), ...more })
export const pay = (date: string, amount: number, more: Partial<JournalRow> = {}) =>
  row(date, 'payment', 'ada', amount, more)
export const apply = (date: string, of: string, number: string, amount: number, more: Partial<JournalRow> = {}) =>
  row(date, 'apply', 'ada', amount, { of, document: number, ...more })
export const credit = (date: string, number: string, of: string, amount: number) =>
  row(date, 'credit', 'ada', amount, { document: number, of, reason: 'return' })

/** `open, on account, balance` of every account, with its currency where there are several. */
export function accounts(rows: Rows, asOf: string): string[] {
  const found = openLedger(journal(rows), day(asOf)).accounts
  return found.map((a) => [...(found.length > 1 ? [a.currency] : []), a.open, a.onAccount, a.balance].join(' '))
}
/** Not due, 1–30, 31–60, later; and on account. */
export function ages(rows: Rows, asOf: string, basis: 'due' | 'bill' = 'due'): string[] {
  const found = ageLedger(openLedger(journal(rows), day(asOf)), [30, 60], basis)
  return found.map((a) => [a.currency, ...a.buckets, a.onAccount].join(' '))
}
export function allocated(amount: number, rows: Rows): string {
  const { shares, rest } = allocateExactThenOldest(openLedger(journal(rows), day('2026-12-31')).documents, amount)
  return [...shares.map((s) => `${s.document.number} ${s.amount}`), `rest ${rest}`].join(', ')
}
export const bookOf = (rows: Rows) => book({ rows, customers: [customer('ada')] })
export const today = context('2026-12-01')
/** The rows a plan adds, or the codes of what it refuses. */
export function outcome(plan: Plan): string[] {
  const refusals = plan.problems.filter((p) => p.severity === 'error').map((p) => p.code)
  if (refusals.length > 0) return refusals
  return plan.changes.flatMap((c) => (c.change === 'addRow' ? [`${c.row.kind} ${c.row.amount}`] : []))
}
export function exchanged(rows: Rows): number[] {
  const made = book({ rows })
  const result = exchangeResult(made, traceJournal(made.journal), { from: null, asOf: day('2026-12-31') })
  return result.settlements.map((s) => s.difference)
}

export const paid100 = pay('2026-02-01', 10000)
export const paid40 = pay('2026-02-10', 4000)
export const paid140 = pay('2026-02-01', 14000)
export const three = [bill('A', 10000, '2026-02-01'), bill('B', 20000, '2026-02-02'), bill('C', 30000, '2026-02-03')]
export const dollars = (rate: string) => ({ currency: usd, rate })
export const spent = [
  bill('A', 10000),
  paid100,
  apply('2026-02-01', paid100.id, 'A', 10000),
  credit('2026-02-20', 'C1', 'A', 3000),
  bill('B', 2000, '2026-03-15'),
  apply('2026-02-21', 'C1', 'B', 2000),
]

/** One test per scenario, named by what its system says and by what is another here. */
export function prove(what: string, scenarios: readonly Scenario[]): void {
  describe(what, () => {
    for (const { system, fact, ours, found, expected } of scenarios)
      it(`${system}: ${fact}${ours === undefined ? '' : `. Here: ${ours}`}`, () => {
        expect(found()).toEqual(expected)
      })
  })
}
