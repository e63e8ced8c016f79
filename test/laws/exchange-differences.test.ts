// Exchange differences over random books: realised + unrealised is what the balances are worth at the closing rates less what was booked.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Currency, currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, day } from '../../src/core/base/day.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { convert } from '../../src/core/base/money.ts'
import type { Rate } from '../../src/core/book/catalog.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { exchangeResult } from '../../src/core/ledger/exchange-result.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { traceJournal } from '../../src/core/ledger/link.ts'
import { book, settings } from '../support/book.ts'
import { type RandomBook, randomBook } from '../support/receivables.ts'

const runs = Number(process.env.CRM_RUNS ?? 150)
const cny = currency('CNY')
const start = day('2026-01-01')

/** A rate of its own for most rows, and a table that moves every ten days. */
const rated = fc
  .tuple(randomBook, fc.array(fc.integer({ min: 60_000, max: 80_000 }), { minLength: 20, maxLength: 20 }))
  .map(([made, numbers]) => {
    const at = (n: number) => (numbers[n % numbers.length] ?? 1) / 10_000
    const rates = (['USD', 'JPY'] as const).flatMap((from, c) =>
      numbers.map(
        (_, n): Rate => ({ date: addDays(start, n * 10), from: currency(from), to: cny, rate: String(at(n * 7 + c)) }),
      ),
    )
    const rows = made.rows.map((r, n) => (r.currency === cny || n % 5 === 0 ? r : { ...r, rate: String(at(n)) }))
    return { ...made, rows, rates }
  })

const holds = (law: (made: RandomBook & { readonly rates: readonly Rate[] }) => void) =>
  fc.assert(fc.property(rated, law), { numRuns: runs })

function naiveRate(rates: readonly Rate[], from: Currency, on: Day): string {
  return rates.filter((r) => r.from === from && r.date <= on).at(-1)?.rate ?? '1'
}

const signs: Partial<Record<JournalRow['kind'], 1 | -1>> = {
  bill: 1,
  fee: 1,
  opening: 1,
  recover: 1,
  refund: 1,
  payment: -1,
  credit: -1,
  deduct: -1,
  writeoff: -1,
}

describe('exchange differences', () => {
  it('realised and unrealised together are the change at the closing rate, on every day', () => {
    holds(({ rows, rates, snapshots }) => {
      const made = book({ rows, rates })
      const trace = traceJournal(made.journal)
      const worth = (amount: number, c: Currency, rate: string) =>
        c === cny ? amount : convert(amount, c, cny, exact(rate))
      for (const { day: asOf } of snapshots.slice(-4)) {
        const { settlements, positions, missing } = exchangeResult(made, trace, { from: null, asOf })
        const ours = [...settlements, ...positions].reduce((n, d) => n + d.difference, 0)
        const gone = new Set(rows.filter((r) => r.kind === 'reverse' && r.date <= asOf).flatMap((r) => [r.of]))
        const booked = rows
          .filter((r) => r.date <= asOf && !gone.has(r.id) && !(r.kind === 'deduct' && gone.has(r.of)))
          .reduce(
            (n, r) =>
              n + (signs[r.kind] ?? 0) * worth(r.amount, r.currency, r.rate || naiveRate(rates, r.currency, r.date)),
            0,
          )
        const ledger = openLedger(made.journal, asOf)
        const closing = [
          ...ledger.documents.map((d) => [d.open, d.currency] as const),
          ...ledger.sources.map((s) => [-s.remaining, s.currency] as const),
        ].reduce((n, [amount, c]) => n + worth(amount, c, naiveRate(rates, c, asOf)), 0)
        expect(missing).toEqual([])
        expect(ours).toBe(closing - booked)
      }
    })
  })

  it('chain: the realised of two halves is that of the whole, and a later row changes no earlier day', () => {
    holds(({ rows, rates, snapshots }) => {
      const last = snapshots.at(-1)?.day ?? start
      const middle = snapshots[Math.floor(snapshots.length / 2)]?.day ?? start
      const made = book({ rows, rates })
      const result = (from: Day | null, asOf: Day, of = made) =>
        exchangeResult(of, traceJournal(of.journal), { from, asOf })
      const total = (list: readonly { readonly difference: number }[]) => list.reduce((n, s) => n + s.difference, 0)
      const [first, second] = [result(null, middle), result(addDays(middle, 1), last)]
      expect(total(first.settlements) + total(second.settlements)).toBe(total(result(null, last).settlements))
      expect(total(second.before)).toBe(total(first.positions))
      const then = book({ rows: rows.filter((r) => r.date <= middle), rates })
      expect(total(result(null, middle, then).settlements)).toBe(total(first.settlements))
      expect(total(result(null, middle, then).positions)).toBe(total(first.positions))
    })
  })

  it('the order of rows changes nothing, and nothing remains of what is settled', () => {
    holds(({ rows, rates, snapshots }) => {
      const asOf = snapshots.at(-1)?.day ?? start
      const result = (list: readonly JournalRow[]) => {
        const made = book({ rows: list, rates })
        const { settlements, positions } = exchangeResult(made, traceJournal(made.journal), { from: null, asOf })
        return { settlements: settlements.map(({ row: _, ...s }) => s), count: positions.length, positions }
      }
      const [a, b] = [result(rows), result([...rows].reverse())]
      expect(a.settlements).toEqual(b.settlements)
      expect(a.count).toBe(b.count)
      expect(a.positions.filter((p) => p.amount === 0)).toEqual([])
    })
  })

  it('are nothing in a book of one currency', () => {
    holds(({ rows, snapshots }) => {
      const made = book({ rows: rows.map((r) => ({ ...r, currency: cny, rate: '' })), settings })
      const asOf = snapshots.at(-1)?.day ?? start
      const { settlements, positions } = exchangeResult(made, traceJournal(made.journal), { from: null, asOf })
      expect(positions).toEqual([])
      expect(settlements.filter((s) => s.difference !== 0 && rows[s.row]?.kind !== 'out')).toEqual([])
    })
  })
})
