// The laws of receivables, one by one, over random books: balances, open items, periods, aging, reversals, allocation, double entry.
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { addDays, type Day, dayNumber, daysBetween } from '../../src/core/base/day.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { formatAmount, parseAmount, share } from '../../src/core/base/money.ts'
import type { PeriodTotals } from '../../src/core/book/close.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { ageLedger, bucketOf } from '../../src/core/ledger/aging.ts'
import { allocateExactThenOldest, dueOf } from '../../src/core/ledger/allocate.ts'
import { type Ledger, openLedger } from '../../src/core/ledger/ledger.ts'
import { traceJournal } from '../../src/core/ledger/link.ts'
import { movementsUpTo } from '../../src/core/ledger/movements.ts'
import { movingKinds, periodTotals } from '../../src/core/ledger/period-totals.ts'
import { stepsOf } from '../../src/core/ledger/steps.ts'
import { entriesOf } from '../../src/formats/ledgers/entries.ts'
import { book, journal, row } from '../support/book.ts'
import { law } from '../support/law.ts'
import { naive } from '../support/naive.ts'
import { type RandomBook, randomBook } from '../support/receivables.ts'

/** A book and a few numbers to choose days and rows by. */
const some = fc.tuple(randomBook, fc.array(fc.nat(10_000), { minLength: 4, maxLength: 4 }))
type Some = readonly [RandomBook, readonly number[]]

const lastDay = ({ snapshots }: RandomBook): Day => snapshots.at(-1)?.day ?? addDays('2026-01-01' as Day, 0)
const dayIn = ({ snapshots }: RandomBook, n = 0): Day => snapshots[n % snapshots.length]?.day ?? ('2026-01-01' as Day)
const ledgerAt = ({ rows }: RandomBook, day: Day): Ledger => openLedger(journal(rows), day)
const balances = (ledger: Ledger) => new Map(ledger.accounts.map((a) => [`${a.customer} ${a.currency}`, a.balance]))
const total = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0)
const pick = <T>(list: readonly T[], n = 0): T | undefined => (list.length === 0 ? undefined : list[n % list.length])

describe('balances and open items', () => {
  law('a balance is what is open less what is on account, at every day', randomBook, (made) => {
    for (const { day } of made.snapshots) {
      const ledger = ledgerAt(made, day)
      for (const a of ledger.accounts) {
        const mine = (x: { customer: string; currency: string }) =>
          x.customer === a.customer && x.currency === a.currency
        expect(total(ledger.documents.filter(mine).map((d) => d.open))).toBe(a.open)
        expect(total(ledger.sources.filter(mine).map((s) => s.remaining))).toBe(a.onAccount)
        expect(a.open - a.onAccount).toBe(a.balance)
      }
    }
  })

  law(
    'the rows taken one after another by a naive model give the same balances, open items and remainders',
    randomBook,
    (made) => {
      const ledger = ledgerAt(made, lastDay(made))
      const model = naive(made.rows)
      for (const [key, amount] of model.balances) expect(balances(ledger).get(key) ?? 0).toBe(amount)
      expect(new Map(ledger.documents.map((d) => [`${d.number} ${d.customer} ${d.currency}`, d.open]))).toEqual(
        model.open,
      )
      expect(new Map(ledger.sources.map((s) => [s.id, s.remaining]))).toEqual(model.left)
    },
  )

  law('no document is settled beyond its amount or below nothing', randomBook, (made) => {
    for (const { day } of made.snapshots)
      for (const d of ledgerAt(made, day).documents) {
        expect(d.open).toBeGreaterThanOrEqual(0)
        expect(d.open).toBeLessThanOrEqual(d.amount)
      }
  })

  law('no payment, credit, opening or move is used beyond what it holds', randomBook, (made) => {
    for (const { day } of made.snapshots)
      for (const s of ledgerAt(made, day).sources) {
        expect(s.remaining).toBeGreaterThanOrEqual(0)
        expect(s.remaining).toBeLessThanOrEqual(s.amount)
      }
  })

  law('what is open is the amount less what was applied, deducted and given up', randomBook, (made) => {
    for (const d of ledgerAt(made, lastDay(made)).documents)
      expect(d.amount - d.applied - d.deducted - d.writtenOff).toBe(d.open)
  })

  law('what is on account is what was held less what was applied, refunded and moved', randomBook, (made) => {
    for (const s of ledgerAt(made, lastDay(made)).sources)
      expect(s.amount - s.applied - s.refunded - s.moved).toBe(s.remaining)
  })

  law('what is applied to documents is what is applied of payments, in each currency', randomBook, (made) => {
    const ledger = ledgerAt(made, lastDay(made))
    for (const currency of new Set(ledger.accounts.map((a) => a.currency))) {
      const mine = (x: { currency: string }) => x.currency === currency
      expect(total(ledger.documents.filter(mine).map((d) => d.applied))).toBe(
        total(ledger.sources.filter(mine).map((s) => s.applied)),
      )
    }
  })

  law('the steps of every document and source end at its figure, and no step is left out', randomBook, (made) => {
    const ledger = ledgerAt(made, lastDay(made))
    for (const d of ledger.documents) expect(stepsOf(ledger, 'documents', d.index).at(-1)?.after ?? 0).toBe(d.open)
    for (const s of ledger.sources) expect(stepsOf(ledger, 'sources', s.index).at(-1)?.after ?? 0).toBe(s.remaining)
  })

  law('movements sum to the balance at every day', randomBook, (made) => {
    const trace = traceJournal(journal(made.rows))
    for (const { day } of made.snapshots) {
      const sum = total(movementsUpTo(trace, dayNumber(day), () => true).map((m) => m.amount))
      expect(sum).toBe(total(ledgerAt(made, day).accounts.map((a) => a.balance)))
    }
  })
})

describe('periods', () => {
  const rolled = (t: PeriodTotals) =>
    t.before +
    t.opening +
    t.bill +
    t.fee +
    t.recover +
    t.refund +
    t.out -
    t.payment -
    t.credit -
    t.in -
    t.deduct -
    t.writeoff

  law('opening balance and what moved make the closing balance, whatever the period', some, ([made, [a, b]]: Some) => {
    const days = [dayIn(made, a), dayIn(made, b)].sort()
    const trace = traceJournal(journal(made.rows))
    for (const t of periodTotals(trace, days[0] ?? null, days[1] ?? lastDay(made))) {
      expect(rolled(t)).toBe(t.after)
      expect(t.open - t.onAccount).toBe(t.after)
    }
  })

  law('periods chain: one closes where the next opens, and together they are the whole', some, ([made, [a]]: Some) => {
    const trace = traceJournal(journal(made.rows))
    const cut = dayIn(made, a)
    const first = periodTotals(trace, null, cut)
    const second = periodTotals(trace, addDays(cut, 1), lastDay(made))
    for (const whole of periodTotals(trace, null, lastDay(made))) {
      const mine = (list: readonly PeriodTotals[]) => list.find((t) => t.currency === whole.currency)
      expect(mine(second)?.before ?? 0).toBe(mine(first)?.after ?? 0)
      for (const kind of movingKinds) expect((mine(first)?.[kind] ?? 0) + (mine(second)?.[kind] ?? 0)).toBe(whole[kind])
    }
  })

  law('a period without rows changes nothing', randomBook, (made) => {
    const trace = traceJournal(journal(made.rows))
    const from = addDays(lastDay(made), 1)
    for (const t of periodTotals(trace, from, addDays(from, 30))) {
      expect(t.after).toBe(t.before)
      for (const kind of movingKinds) expect(t[kind]).toBe(0)
    }
  })
})

describe('aging', () => {
  const ends = fc
    .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 })
    .map((l) => l.sort((a, b) => a - b))

  law(
    'columns, with what is on account, sum to the balance, for any buckets, on any later day',
    fc.tuple(randomBook, ends, fc.nat(500)),
    ([made, e, later]) => {
      const ledger = ledgerAt(made, addDays(lastDay(made), later))
      const aged = ageLedger(ledger, e, 'due')
      const sums = new Map(aged.map((a) => [`${a.customer} ${a.currency}`, total(a.buckets) - a.onAccount]))
      for (const [key, balance] of balances(ledger)) expect(sums.get(key) ?? 0).toBe(balance)
    },
  )

  law(
    'every open instalment is in exactly one bucket, by its days',
    fc.tuple(randomBook, ends, fc.nat(200)),
    ([made, e, later]) => {
      const day = addDays(lastDay(made), later)
      const ledger = ledgerAt(made, day)
      const mine = Array.from({ length: e.length + 2 }, () => 0)
      for (const d of ledger.documents)
        for (const i of d.instalments) {
          const late = daysBetween(i.due, day)
          const at = late <= 0 ? 0 : 1 + e.filter((end) => end < late).length
          expect(bucketOf(late, e)).toBe(at)
          mine[at] = (mine[at] ?? 0) + i.open
        }
      const found = ageLedger(ledger, e, 'due')
      expect(mine.map((_, b) => total(found.map((a) => a.buckets[b] ?? 0)))).toEqual(mine)
    },
  )

  law('without rows, debts only grow older', fc.tuple(randomBook, ends, fc.nat(100)), ([made, e, later]) => {
    const now = ageLedger(ledgerAt(made, lastDay(made)), e, 'due')
    const then = ageLedger(ledgerAt(made, addDays(lastDay(made), later)), e, 'due')
    for (let from = 0; from <= e.length + 1; from++) {
      const older = (rows: typeof now) => total(rows.flatMap((a) => a.buckets.slice(from)))
      expect(older(then)).toBeGreaterThanOrEqual(older(now))
    }
  })
})

describe('what is taken back', () => {
  const same = (a: Ledger, b: Ledger) => {
    const nonZero = (l: Ledger) => [...balances(l)].filter(([, n]) => n !== 0)
    expect(nonZero(a)).toEqual(nonZero(b))
    expect(a.documents.map((d) => [d.number, d.open])).toEqual(b.documents.map((d) => [d.number, d.open]))
  }

  law(
    'a payment reversed leaves everything as it was, and the rows stay',
    some,
    ([made, [n = 0, amount = 1]]: Some) => {
      const day = lastDay(made)
      const paid = row(day, 'payment', pick(['ada', 'bob', 'c-3'], n) ?? 'ada', amount + 1, { nth: 9001 })
      const back = row(day, 'reverse', paid.customer, paid.amount, { of: paid.id, nth: 9002 })
      const rows = [...made.rows, paid, back]
      same(openLedger(journal(rows), day), ledgerAt(made, day))
      expect(journal(rows).length).toBe(made.rows.length + 2)
    },
  )

  law('applied and unapplied is as before', some, ([made, [n, m]]: Some) => {
    const day = lastDay(made)
    const before = ledgerAt(made, day)
    const source = pick(
      before.sources.filter((s) => s.remaining > 0),
      n,
    )
    const document = pick(
      before.documents.filter((d) => d.open > 0 && d.customer === source?.customer && d.currency === source.currency),
      m,
    )
    if (source === undefined || document === undefined) return
    const amount = Math.min(source.remaining, document.open)
    const { currency } = source
    const set = row(day, 'apply', source.customer, amount, {
      of: source.id,
      document: document.number,
      currency,
      nth: 9001,
    })
    const applied = openLedger(journal([...made.rows, set]), day)
    expect(applied.document(document.number)?.open).toBe(document.open - amount)
    const undo = row(day, 'reverse', source.customer, amount, { of: set.id, currency, nth: 9002 })
    const after = openLedger(journal([...made.rows, set, undo]), day)
    same(after, before)
    expect(after.sources.map((s) => s.remaining)).toEqual(before.sources.map((s) => s.remaining))
  })

  law('a bill credited in full and set against it moves no balance', some, ([made, [n, amount = 1]]: Some) => {
    const day = lastDay(made)
    const who = pick(['ada', 'bob', 'c-3'], n) ?? 'ada'
    const bill = row(day, 'bill', who, amount + 1, { document: 'VOID-1', due: day })
    const credit = row(day, 'credit', who, amount + 1, { document: 'CN-1', of: 'VOID-1', reason: 'void' })
    const set = row(day, 'apply', who, amount + 1, { document: 'VOID-1', of: 'CN-1' })
    const after = openLedger(journal([...made.rows, bill, credit, set]), day)
    expect([...balances(after)].filter(([, b]) => b !== 0)).toEqual(
      [...balances(ledgerAt(made, day))].filter(([, b]) => b !== 0),
    )
    expect(after.document('VOID-1')?.open).toBe(0)
  })

  law('written off and recovered in full is as before', some, ([made, [n]]: Some) => {
    const day = lastDay(made)
    const before = ledgerAt(made, day)
    const document = pick(
      before.documents.filter((d) => d.open > 0),
      n,
    )
    if (document === undefined) return
    const { customer, currency, number, open } = document
    const off = row(day, 'writeoff', customer, open, { document: number, currency, nth: 9001 })
    const back = row(day, 'recover', customer, open, { document: number, of: off.id, currency, nth: 9002 })
    expect(openLedger(journal([...made.rows, off]), day).document(number)?.open).toBe(0)
    same(openLedger(journal([...made.rows, off, back]), day), before)
  })
})

describe('merging', () => {
  law('two branches that share rows merge to the same, whichever comes first', some, ([made, [n = 1]]: Some) => {
    const day = lastDay(made)
    const ours = made.rows.filter((_, i) => i % 3 !== n % 3)
    const theirs = made.rows.filter((_, i) => i % 3 !== (n + 1) % 3)
    const union = (a: readonly JournalRow[], b: readonly JournalRow[]) => [
      ...new Map([...a, ...b].map((r) => [r.id, r])).values(),
    ]
    const said = (rows: readonly JournalRow[]) => {
      const l = openLedger(journal(rows), day)
      return [l.accounts, l.documents.map((d) => [d.number, d.open]), l.sources.map((s) => [s.id, s.remaining])]
    }
    expect(said(union(ours, theirs))).toEqual(said(union(theirs, ours)))
    expect(said(union(ours, theirs))).toEqual(said(made.rows))
  })

  law('rows of one customer do not touch another, but for moves', randomBook, (made) => {
    const rows = made.rows.filter((r) => r.kind !== 'in' && r.kind !== 'out')
    const whole = openLedger(journal(rows), lastDay(made))
    for (const who of ['ada', 'bob', 'c-3']) {
      const mine = rows.filter((r) => r.customer === who)
      const alone = openLedger(journal(mine), lastDay(made))
      expect(alone.accounts).toEqual(whole.accounts.filter((a) => a.customer === who))
    }
  })
})

describe('allocation', () => {
  law(
    'conserves the amount, settles nothing beyond itself, and leaves no earlier document for a later one',
    some,
    ([made, [n, amount = 0]]: Some) => {
      const ledger = ledgerAt(made, lastDay(made))
      const open = ledger
        .documentsOf(pick(['ada', 'bob', 'c-3'], n) ?? 'ada')
        .filter((d) => d.currency === 'CNY' && d.open > 0)
      const { shares, rest, rule } = allocateExactThenOldest(open, amount + 1)
      expect(total(shares.map((s) => s.amount)) + rest).toBe(amount + 1)
      for (const s of shares) expect(s.amount > 0 && s.amount <= s.document.open).toBe(true)
      if (rule !== 'oldest') return
      const latest =
        shares
          .map((s) => dueOf(s.document))
          .sort()
          .at(-1) ?? ('' as Day)
      const full = new Set(shares.filter((s) => s.amount === s.document.open).map((s) => s.document.number))
      for (const d of open) if (dueOf(d) < latest) expect(full.has(d.number)).toBe(true)
    },
  )

  const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((w) => w.some((x) => x > 0))
  law(
    'shares sum to the whole, each within one minor unit of its part',
    fc.tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights),
    ([amount, w]) => {
      const shares = share(amount, w.map(exact))
      expect(total(shares)).toBe(amount)
      const all = total(w)
      for (const [i, s] of shares.entries()) expect(Math.abs(s - (amount * (w[i] ?? 0)) / all)).toBeLessThan(1.000001)
    },
  )

  law(
    'an amount that is written and read is the same',
    fc.tuple(fc.maxSafeInteger(), fc.constantFrom('CNY', 'JPY', 'KWD', 'CLF')),
    ([amount, c]) => {
      expect(parseAmount(formatAmount(amount, c as never), c as never)).toBe(amount === 0 ? 0 : amount)
    },
  )
})

describe('the general ledger', () => {
  law(
    'every entry balances; receivables are what is open and prepayments what is on account, at every day',
    randomBook,
    (made) => {
      const ours = book({ rows: made.rows })
      const entries = entriesOf(ours, lastDay(made))
      for (const e of entries) expect(total(e.postings.map((p) => p.amount))).toBe(0)
      for (const { day } of made.snapshots) {
        const sums = new Map<string, number>()
        for (const e of entries)
          if (e.date <= day)
            for (const p of e.postings) {
              const key = `${p.role} ${p.sub ?? ''} ${e.currency}`
              sums.set(key, (sums.get(key) ?? 0) + p.amount)
            }
        for (const a of openLedger(journal(made.rows), day).accounts) {
          expect(sums.get(`receivable ${a.customer} ${a.currency}`) ?? 0).toBe(a.open)
          expect(sums.get(`onAccount ${a.customer} ${a.currency}`) ?? 0).toBe(a.onAccount === 0 ? 0 : -a.onAccount)
        }
      }
    },
  )
})
