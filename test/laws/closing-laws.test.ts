// The laws of closed months and provisions over random books: seals, what may be written, the chain of allowances.
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { addDays, day, endOfMonth } from '../../src/core/base/day.ts'
import { type Exact, exact } from '../../src/core/base/decimal.ts'
import type { Book } from '../../src/core/book/book.ts'
import type { Change } from '../../src/core/book/change.ts'
import { closedMonthProblems, endOfMonthNamed, onOpenDay } from '../../src/core/book/close.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { openSources } from '../../src/core/facts/sources.ts'
import { ageLedger } from '../../src/core/ledger/aging.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { digestOfLines, sealedLines } from '../../src/core/ledger/seal.ts'
import { lossRates } from '../../src/core/models/allowance.ts'
import { provisionOf, requiredOf } from '../../src/core/models/provision.ts'
import { closes } from '../../src/core/verbs/check/closes.ts'
import { runChecks } from '../../src/core/verbs/check/plan.ts'
import { planClose } from '../../src/core/verbs/close/plan.ts'
import { planReopen } from '../../src/core/verbs/reopen/plan.ts'
import { entriesOf } from '../../src/formats/ledgers/entries.ts'
import { journal, row, sha256 } from '../support/book.ts'
import { allClosed, late, provided, withCloses } from '../support/closed.ts'
import { law } from '../support/law.ts'
import { type RandomBook, randomBook } from '../support/receivables.ts'

const some = fc.tuple(randomBook, fc.nat(10_000))
type Some = readonly [RandomBook, number]

const closed = ({ rows, snapshots }: RandomBook): Book =>
  allClosed(provided(rows), rows[0]?.date ?? day('2026-01-01'), snapshots.at(-1)?.day ?? day('2026-01-01'))

const found = (b: Book) => runChecks(b, { chosen: [closes], found: [] }, late).problems.map((p) => p.code)
const withRows = (b: Book, rows: readonly JournalRow[]): Book => ({ ...b, journal: provided(rows).journal })

describe('closed months', () => {
  law(
    'are as they were closed when nothing but later rows come, in any order, with other memos',
    some,
    ([made, n]: Some) => {
      const b = closed(made)
      const next = addDays(endOfMonth(made.snapshots.at(-1)?.day ?? day('2026-01-01')), 1)
      const rows = [...made.rows, row(addDays(next, n % 40), 'payment', 'ada', n + 1)].reverse()
      expect(
        found(
          withRows(
            b,
            rows.map((r) => ({ ...r, memo: `note ${n}` })),
          ),
        ),
      ).toEqual([])
    },
    30,
  )

  law(
    'are found changed whatever row is edited, by its id',
    some,
    ([made, n]: Some) => {
      if (made.rows.length === 0) return
      const b = closed(made)
      const at = n % made.rows.length
      const rows = made.rows.map((r, i) => (i === at ? { ...r, reason: `${r.reason}x` } : r))
      expect(found(withRows(b, rows))).toContain('closed-row-edited')
    },
    30,
  )

  law(
    'are found changed whatever row is gone or added',
    some,
    ([made, n]: Some) => {
      if (made.rows.length === 0) return
      const b = closed(made)
      const at = n % made.rows.length
      expect(
        found(
          withRows(
            b,
            made.rows.filter((_, i) => i !== at),
          ),
        ),
      ).toContain('closed-row-missing')
      const extra = row(made.rows[at]?.date ?? '2026-01-01', 'sale', 'ada', n + 1, { nth: 9001 })
      expect(found(withRows(b, [...made.rows, extra]))).toEqual(['closed-row-added'])
    },
    30,
  )

  law(
    'take no row dated inside, and any row after; late money goes to the first open day with its id',
    fc.tuple(randomBook, fc.integer({ min: -400, max: 400 })),
    ([made, offset]) => {
      const b = closed(made)
      const last = endOfMonthNamed([...b.closes.keys()].at(-1) ?? '2026-01')
      const paid = row(addDays(last, offset), 'payment', 'ada', 1)
      const change: Change = { change: 'addRow', row: paid }
      expect(closedMonthProblems([change], b.closes).length).toBe(offset <= 0 ? 1 : 0)
      const [moved] = onOpenDay([change], b.closes).changes
      expect(closedMonthProblems(moved === undefined ? [] : [moved], b.closes)).toEqual([])
      if (moved?.change === 'addRow') {
        expect(moved.row.id).toBe(paid.id)
        expect(moved.row.date).toBe(offset <= 0 ? addDays(last, 1) : paid.date)
        expect(moved.row.memo).toBe(offset <= 0 ? paid.date : '')
      }
    },
    30,
  )

  law(
    'reopened, newest first, and closed again are closed as before, and say that they were reopened',
    some,
    ([made, n]: Some) => {
      const b = closed(made)
      const months = [...b.closes.keys()]
      const back = months.slice(-1 - (n % months.length)).reverse()
      let now = b
      for (const month of back) {
        for (const other of months.filter((m) => m < month))
          expect(planReopen(now, { month: other, reason: 'x' }, late).changes).toEqual([])
        now = withCloses(now, planReopen(now, { month, reason: 'x' }, late).changes)
      }
      for (const month of [...back].reverse()) now = withCloses(now, planClose(now, { month }, late, () => []).changes)
      expect([...now.closes.values()].map((c) => [c.digest, c.seal, c.totals])).toEqual(
        [...b.closes.values()].map((c) => [c.digest, c.seal, c.totals]),
      )
      for (const month of back) expect(now.closes.get(month)?.reopened.length).toBe(1)
      expect(found(now)).toEqual([])
    },
    30,
  )

  law(
    'sealed one by one hold the same lines as sealed at once',
    randomBook,
    (made) => {
      const b = closed(made)
      const one = [...b.sealed.values()].flat()
      const all = sealedLines(b, { from: null, to: day('2030-01-01') }, sha256)
      expect(digestOfLines(one, sha256)).toBe(digestOfLines(all, sha256))
    },
    30,
  )

  law(
    'close once: a second close plans nothing',
    some,
    ([made, n]: Some) => {
      const b = closed(made)
      const month = [...b.closes.keys()][n % b.closes.size] ?? ''
      expect(planClose(b, { month }, late, () => []).changes).toEqual([])
    },
    30,
  )
})

describe('provisions', () => {
  law(
    'are about exactly what is open, and never more than that',
    fc.tuple(randomBook, fc.nat(200)),
    ([made, later]) => {
      const b = provided(made.rows)
      const asOf = addDays(made.snapshots.at(-1)?.day ?? day('2026-01-01'), later)
      const { cells } = provisionOf(openSources(b, asOf))
      const ledger = openLedger(b.journal, asOf)
      for (const { currency, amount } of requiredOf(cells)) {
        const mine = cells.filter((c) => c.currency === currency)
        const aged = ageLedger(ledger, [30, 60], 'due').filter((a) => a.currency === currency)
        const open = aged.flatMap((a) => a.buckets).reduce((x, y) => x + y, 0)
        expect(mine.reduce((x, c) => x + c.amount, 0)).toBe(open)
        expect(amount).toBeLessThanOrEqual(open)
      }
    },
    40,
  )

  law(
    'charged month by month leave the allowance as required: what was charged, less write-offs, plus recoveries',
    randomBook,
    (made) => {
      const b = closed(made)
      const newest = [...b.closes.values()].at(-1)
      if (newest === undefined) return
      const last = endOfMonthNamed(newest.month)
      const sums = new Map<string, number>()
      for (const e of entriesOf(b, last))
        for (const p of e.postings)
          if (p.role === 'allowance') sums.set(e.currency, (sums.get(e.currency) ?? 0) - p.amount)
      const booked = [...b.closes.values()].some((c) => c.provision.length > 0)
      if (!booked) return
      for (const { currency, amount } of newest.provision) expect(sums.get(currency) ?? 0).toBe(amount)
      for (const [currency, amount] of sums)
        expect(newest.provision.find((p) => p.currency === currency)?.amount ?? 0).toBe(amount)
    },
    30,
  )

  const reached = fc
    .array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 8 })
    .map((l) => l.sort((a, b) => b - a))
  law(
    'loss rates are products of roll rates, between nothing and all, and grow with age',
    fc.tuple(reached, fc.double({ min: 0, max: 1, noNaN: true })),
    ([r, part]) => {
      const lost = Math.floor((r.at(-1) ?? 0) * part)
      const { roll, loss } = lossRates(r, lost)
      loss.forEach((rate, i) => {
        if (rate === null) return
        expect(rate.gte(0) && rate.lte(1)).toBe(true)
        const product = roll.slice(i).reduce<Exact>((p, x) => (x === null ? p : p.times(x)), exact(1))
        expect(product.minus(rate).abs().lt('1e-40')).toBe(true)
        const next = loss[i + 1]
        if (next !== undefined && next !== null) expect(next.gte(rate)).toBe(true)
      })
    },
  )

  law(
    'a book of one day later knows the same about the day before',
    some,
    ([made, n]: Some) => {
      const asOf = made.snapshots[n % made.snapshots.length]?.day ?? day('2026-01-01')
      const then = made.rows.filter((r) => r.date <= asOf)
      const of = (rows: readonly JournalRow[]) => {
        const { cells, movements } = provisionOf(openSources(provided(rows), asOf))
        return [cells.map((c) => ({ ...c, rate: String(c.rate) })), movements]
      }
      expect(of(made.rows)).toEqual(of(then))
      expect(journal(then).length).toBe(then.length)
    },
    40,
  )
})
