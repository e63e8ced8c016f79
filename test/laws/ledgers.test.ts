// hledger, ledger and beancount as witnesses: on random books they accept the export and agree on every customer's balance at several days.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, day } from '../../src/core/base/day.ts'
import { formatAmount } from '../../src/core/base/money.ts'
import { endOfMonthNamed } from '../../src/core/book/close.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { charts } from '../../src/formats/ledgers/charts.ts'
import { entriesOf } from '../../src/formats/ledgers/entries.ts'
import { exchangeEntries } from '../../src/formats/ledgers/exchange.ts'
import { ledgerFormats } from '../../src/formats/ledgers/registry.ts'
import { book, customer, journal, row } from '../support/book.ts'
import { allClosed, provided } from '../support/closed.ts'
import { isInstalled, withFile, witnesses } from '../support/oracles.ts'
import { randomBook } from '../support/receivables.ts'

const names = ['Kranich; "Ost" | <b>', '远山电子有限公司', 'back\\slash (two)  blanks']
const people = ['ada', 'bob', 'c-3'].map((id, i) => customer(id, { name: names[i] ?? id }))
const made = fc.sample(randomBook, { seed: 20261122, numRuns: 40 }).sort((a, b) => b.rows.length - a.rows.length)
const books = made.slice(0, 3)

/** A rate a week, so that what is settled later than it was booked makes a difference. */
const rates = Array.from({ length: 60 }, (_, n) =>
  (['USD', 'JPY'] as const).map((from) => ({
    date: addDays(day('2026-01-01'), n * 7),
    from: currency(from),
    to: currency('CNY'),
    rate: String(7 + ((n * 37) % 100) / 100),
  })),
).flat()

function exported(format: string, rows: readonly JournalRow[], asOf: Day, chart = charts[0]): string {
  const found = ledgerFormats.find((f) => f.name === format)
  if (found === undefined || chart === undefined) throw new Error(`no format ${format}`)
  const made = book({ customers: people, rows, rates })
  const differences = exchangeEntries(made, asOf).entries
  expect(differences.length, 'the books have differences').toBeGreaterThanOrEqual(rows.length > 30 ? 1 : 0)
  const entries = [...entriesOf(made, asOf), ...differences].sort((a, b) => (a.date < b.date ? -1 : 1))
  return found.render(entries, chart)
}

type Figure = 'balance' | 'open' | 'onAccount'

function ours(rows: readonly JournalRow[], asOf: Day, figure: Figure, sign = 1): ReadonlyMap<string, number> {
  const accounts = openLedger(journal(rows), asOf).accounts.filter((a) => a[figure] !== 0)
  return new Map(
    accounts.map((a) => [`${a.customer} ${a.currency}`, sign * Number(formatAmount(a[figure], a.currency))] as const),
  )
}

/** Two accounts of each customer as one. */
function together(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map(a)
  for (const [key, n] of b) sums.set(key, Math.round(((sums.get(key) ?? 0) + n) * 100) / 100)
  return new Map([...sums].filter(([, n]) => n !== 0))
}

for (const witness of witnesses) {
  const there = isInstalled(witness.program)
  describe.skipIf(!there)(`${witness.program}${there ? '' : ' is not installed here: skipped'}`, () => {
    it('accepts every export and agrees on what is open, on account and owed per customer and currency at several days', () => {
      for (const { rows, snapshots } of books) {
        const days = [0, 1, 2, 3, 4].map((n) => snapshots[Math.floor(((snapshots.length - 1) * n) / 4)])
        const last = snapshots.at(-1)?.day
        if (last === undefined) continue
        withFile('book', exported(witness.format, rows, last), (file) => {
          expect(witness.check(file)).toBe('')
          for (const then of days) {
            if (then === undefined) continue
            const before = addDays(then.day, 1)
            const open = witness.balances(file, 'Assets:Receivable', before)
            const held = witness.balances(file, 'Liabilities:Prepayments', before)
            const what = `${rows.length} rows before ${before}`
            expect(open, what).toEqual(ours(rows, then.day, 'open'))
            expect(held, what).toEqual(ours(rows, then.day, 'onAccount', -1))
            expect(together(open, held), what).toEqual(ours(rows, then.day, 'balance'))
          }
        })
      }
    }, 120_000)

    it('accepts provisions that closes have booked, and holds the allowance that they require', () => {
      const [first] = books
      const from = first?.rows[0]?.date
      const last = first?.snapshots.at(-1)?.day
      const format = ledgerFormats.find((f) => f.name === witness.format)
      if (first === undefined || from === undefined || last === undefined || format === undefined) return
      const closed = allClosed(provided(first.rows), from, last)
      const newest = [...closed.closes.values()].at(-1)
      const end = endOfMonthNamed(newest?.month ?? '2026-01')
      for (const chart of charts)
        withFile('book', format.render(entriesOf(closed, end), chart), (file) => {
          expect(witness.check(file), chart.name).toBe('')
          if (chart !== charts[0]) return
          const required = (newest?.provision ?? []).filter((p) => p.amount !== 0)
          expect(required.length).toBeGreaterThan(0)
          const held = new Map(
            required.map((p) => [`allowance ${p.currency}`, -Number(formatAmount(p.amount, p.currency))]),
          )
          expect(witness.balances(file, 'Assets:Allowance', addDays(end, 1))).toEqual(held)
        })
    }, 120_000)

    it('accepts every chart of accounts', () => {
      const [first] = books
      const last = first?.snapshots.at(-1)?.day
      if (first === undefined || last === undefined) return
      for (const chart of charts)
        withFile('book', exported(witness.format, first.rows, last, chart), (file) => {
          expect(witness.check(file), chart.name).toBe('')
        })
    }, 120_000)

    it('accepts an empty book and numbers with odd characters', () => {
      const odd = row('2026-01-10', 'bill', 'ada', 100, { document: 'A;(1)|"x"' })
      for (const rows of [[], [odd]])
        withFile('book', exported(witness.format, rows, addDays(odd.date, 1)), (file) => {
          expect(witness.check(file)).toBe('')
        })
    }, 120_000)
  })
}
