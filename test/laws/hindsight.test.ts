// What was believed of a day against what is known now: the rows that explain it sum to the difference, account by account.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import { accountKey, explainDifference } from '../../src/core/ledger/hindsight.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { compareAging } from '../../src/reports/money/aging-compare.ts'
import { book, context, journal, row } from '../support/book.ts'
import { randomBook } from '../support/receivables.ts'

const runs = Number(process.env.CRM_RUNS ?? 150)

test('the effects of the rows are the differences of the balances, whatever was entered or lost since', () => {
  fc.assert(
    fc.property(randomBook, fc.infiniteStream(fc.nat(9)), ({ rows, snapshots }, numbers) => {
      const asOf = snapshots[Math.floor(snapshots.length / 2)]?.day ?? day('2026-01-01')
      const keep = rows.map(() => numbers.next().value ?? 0)
      const believed = journal(rows.filter((_, i) => (keep[i] ?? 0) > 1))
      const known = journal(rows.filter((_, i) => (keep[i] ?? 0) !== 1))
      const balances = (of: typeof known) =>
        new Map(openLedger(of, asOf).accounts.map((a) => [accountKey(a), a.balance]))
      const [then, now] = [balances(believed), balances(known)]
      const effects = new Map<string, number>()
      for (const e of explainDifference(believed, known, asOf))
        effects.set(accountKey(e.row), (effects.get(accountKey(e.row)) ?? 0) + e.effect)
      for (const key of new Set([...then.keys(), ...now.keys(), ...effects.keys()]))
        expect(effects.get(key) ?? 0).toBe((now.get(key) ?? 0) - (then.get(key) ?? 0))
    }),
    { numRuns: runs },
  )
})

test('a payment of May that was entered in June: believed 100.00 late, known 40.00; the payment and its application explain it', () => {
  const bill = row('2026-04-01', 'bill', 'ada', 10000, { document: 'B1', due: day('2026-05-01') })
  const paid = row('2026-05-20', 'payment', 'ada', 6000)
  const applied = row('2026-05-20', 'apply', 'ada', 6000, { of: paid.id, document: 'B1' })
  const later = row('2026-06-02', 'payment', 'ada', 100)
  const wish = {
    names: [],
    asOf: day('2026-05-31'),
    period: null,
    by: null,
    kind: null,
    paper: false,
    detail: false,
    all: false,
    base: null,
    inCurrency: null,
  }
  const { output } = compareAging(
    book({ rows: [bill] }),
    book({ rows: [bill, paid, applied, later] }),
    wish,
    context('2026-06-30'),
  )
  const [balances, ages, explaining] = output.tables
  expect(balances?.rows).toEqual([
    { customer: 'ada', name: 'ada', currency: currency('CNY'), believed: 10000, knownNow: 4000, difference: -6000 },
  ])
  expect(ages?.rows.map((r) => [r.age, r.believed, r.knownNow])).toEqual([['1–30', 10000, 4000]])
  expect(explaining?.rows.map((r) => [r.how, r.kind, r.effect]).sort()).toEqual([
    ['added', 'apply', 0],
    ['added', 'payment', -6000],
  ])
})
