// The laws of receivables (design.md §6) over random books, against a naive model that was updated row by row.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/core/base/day.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { ageLedger } from '../../src/core/ledger/aging.ts'
import { type Ledger, openLedger } from '../../src/core/ledger/ledger.ts'
import { runChecks } from '../../src/core/verbs/check/plan.ts'
import { checks } from '../../src/core/verbs/check/registry.ts'
import { book, context, customer, journal } from '../support/book.ts'
import { type RandomBook, randomBook } from '../support/receivables.ts'

const runs = Number(process.env.CRM_RUNS ?? 150)
const holds = (law: (made: RandomBook) => void) => fc.assert(fc.property(randomBook, law), { numRuns: runs })

/** Everything a ledger says, as plain values in its own order. */
const said = (ledger: Ledger) => ({
  accounts: ledger.accounts,
  documents: ledger.documents.map(({ index: _, instalments, ...rest }) => ({
    ...rest,
    instalments: instalments.map(({ row: _row, ...i }) => i),
  })),
  sources: ledger.sources.map(({ index: _, row: _row, ...rest }) => rest),
  problems: ledger.problems.map((p) => p.code),
})

describe('receivables', () => {
  it('equal the naive model at every day: balances, open items, what is on account', () => {
    holds(({ rows, snapshots }) => {
      const all = journal(rows)
      for (const { day, balances, open, remaining } of snapshots) {
        const ledger = openLedger(all, day)
        const found = new Map(ledger.accounts.map((a) => [`${a.customer} ${a.currency}`, a.balance]))
        for (const [account, balance] of balances) expect(found.get(account) ?? 0).toBe(balance)
        expect(new Map(ledger.documents.map((d) => [`${d.number} ${d.customer} ${d.currency}`, d.open]))).toEqual(open)
        expect(new Map(ledger.sources.map((s) => [s.id, s.remaining]))).toEqual(remaining)
      }
    })
  })

  it('1, 2, 3, 4: every check that proves the books is silent', () => {
    const people = ['ada', 'bob', 'c-3'].map((id) => customer(id))
    holds(({ rows }) => {
      const imported = rows.map((r) => ({ ...r, source: 'import:test' }))
      const made = book({ customers: people, rows: imported })
      expect(runChecks(made, { chosen: checks, found: [] }, context('2026-01-01')).problems).toEqual([])
    })
  })

  it('3: instalments sum to their document, and aging sums to the balance, by due and by bill day', () => {
    holds(({ rows, snapshots }) => {
      for (const { day } of snapshots.slice(-3)) {
        const ledger = openLedger(journal(rows), addDays(day, 40))
        for (const d of ledger.documents) {
          expect(d.instalments.reduce((n, i) => n + i.open, 0)).toBe(d.open)
          expect(d.instalments.reduce((n, i) => n + i.amount, 0)).toBe(d.amount)
        }
        for (const basis of ['due', 'bill'] as const)
          for (const a of ageLedger(ledger, [30, 60], basis))
            expect(a.buckets.reduce((x, y) => x + y, 0) - a.onAccount).toBe(a.balance)
      }
    })
  })

  it('5: an earlier day never changes when later rows are added', () => {
    holds(({ rows, snapshots }) => {
      for (const { day } of snapshots) {
        const then = rows.filter((r) => r.date <= day)
        expect(said(openLedger(journal(rows), day))).toEqual(said(openLedger(journal(then), day)))
      }
    })
  })

  it('6: the order of rows and files changes nothing', () => {
    fc.assert(
      fc.property(randomBook, fc.infiniteStream(fc.nat()), ({ rows, snapshots }, numbers) => {
        const shuffled: JournalRow[] = [...rows]
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (numbers.next().value ?? 0) % (i + 1)
          const [a, b] = [shuffled[i], shuffled[j]]
          if (a !== undefined && b !== undefined) [shuffled[i], shuffled[j]] = [b, a]
        }
        const last = snapshots.at(-1)?.day
        if (last !== undefined)
          expect(said(openLedger(journal(shuffled), last))).toEqual(said(openLedger(journal(rows), last)))
      }),
      { numRuns: runs },
    )
  })
})
