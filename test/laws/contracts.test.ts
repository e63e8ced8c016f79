// Law of contracts: however runs and changes interleave, every day of every line is charged exactly once, at the price that holds at last.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, day, dayNumber, isDay } from '../../src/core/base/day.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { sum } from '../../src/core/base/money.ts'
import type { Contract, PriceStep } from '../../src/core/book/contract.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { duePieces } from '../../src/core/ledger/contract-due.ts'
import { chargedDays, contractRows, missingRows, takenBack } from '../../src/core/ledger/contract-run.ts'
import { customer, journal, sha256 } from '../support/book.ts'

const cny = currency('CNY')
const start = day('2026-01-31')

type Step =
  | { readonly step: 'run'; readonly after: number }
  | { readonly step: 'price'; readonly at: number; readonly price: number }
  | { readonly step: 'end'; readonly at: number }
  | { readonly step: 'lineEnd'; readonly at: number }
  | { readonly step: 'trial'; readonly days: number }
  | { readonly step: 'discount'; readonly at: number; readonly days: number; readonly percent: number }
  | { readonly step: 'index'; readonly at: number; readonly percent: number; readonly every: string | null }

const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ step: fc.constant('run' as const), after: fc.integer({ min: 0, max: 45 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('price' as const),
      at: fc.integer({ min: 0, max: 200 }),
      price: fc.integer({ min: 1, max: 9999 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('end' as const), at: fc.integer({ min: 0, max: 250 }) }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('lineEnd' as const), at: fc.integer({ min: 0, max: 250 }) }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('trial' as const), days: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('discount' as const),
      at: fc.integer({ min: 0, max: 200 }),
      days: fc.integer({ min: 0, max: 90 }),
      percent: fc.integer({ min: 0, max: 99 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('index' as const),
      at: fc.integer({ min: 0, max: 200 }),
      percent: fc.integer({ min: -20, max: 20 }),
      every: fc.constantFrom(null, 'month', '10 days'),
    }),
  },
)

function changed(of: Contract, step: Step): Contract {
  if (step.step === 'end') return { ...of, end: addDays(start, step.at) }
  if (step.step === 'lineEnd') return { ...of, lines: of.lines.map((l) => ({ ...l, until: addDays(start, step.at) })) }
  if (step.step === 'trial') return { ...of, trial: `${step.days} days` }
  if (step.step === 'discount') {
    const next = {
      percent: String(step.percent),
      from: addDays(start, step.at),
      until: addDays(start, step.at + step.days),
    }
    return { ...of, discounts: [...(of.discounts ?? []), next] }
  }
  if (step.step === 'index') {
    const next = {
      from: addDays(start, step.at),
      percent: String(step.percent),
      ...(step.every && { every: step.every }),
    }
    return { ...of, indexation: [...(of.indexation ?? []), next] }
  }
  if (step.step !== 'price') return of
  const next: PriceStep = {
    from: addDays(start, step.at),
    price: `${Math.floor(step.price / 100)}.${String(step.price % 100).padStart(2, '0')}`,
  }
  const lines = of.lines.map((l) => ({
    ...l,
    steps: [...(l.steps ?? []).filter((s) => s.from !== next.from), next].sort((a, b) => (a.from < b.from ? -1 : 1)),
  }))
  return { ...of, lines }
}

/** Charges less take-backs on every day, by line. */
function coverage(rows: readonly JournalRow[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const row of rows) {
    const [from, last] = chargedDays(row)
    if (!isDay(from) || !isDay(last)) throw new Error(row.source)
    for (let n = dayNumber(from); n <= dayNumber(last); n++)
      days.set(String(n), (days.get(String(n)) ?? 0) + (row.reason === takenBack ? -1 : 1))
  }
  return days
}

test('every day is charged exactly once, and the rows sum to what is due', () => {
  fc.assert(
    fc.property(
      fc.array(someStep, { maxLength: 14 }),
      fc.constantFrom<Contract['timing']>('advance', 'arrears'),
      fc.constantFrom<Contract['proration']>('day', 'fixed30', 'none'),
      fc.constantFrom('month', '2 weeks', 'quarter', '10 days'),
      (steps, timing, proration, every) => {
        const line = { id: 'seat', item: 'SEAT', kind: 'recurring' as const, price: '9.99', quantity: '3' }
        let of: Contract = {
          id: 'c',
          start,
          anchor: day('2025-12-31'),
          every,
          lines: [line],
          ...(timing && { timing }),
          ...(proration && { proration }),
        }
        let rows: readonly JournalRow[] = []
        let today = start
        const run = () => {
          const found = contractRows(journal(rows), (id) => id)
          return missingRows({
            customer: customer('bay'),
            contract: of,
            currency: cny,
            upTo: today,
            rows: found,
            hash: sha256,
          })
        }
        for (const step of [...steps, { step: 'run', after: 1 } as const]) {
          of = changed(of, step)
          if (step.step !== 'run') continue
          today = addDays(today, step.after)
          rows = [...rows, ...run()]
          expect(run()).toEqual([])
        }
        const due = duePieces(of, { currency: cny, upTo: today, usage: () => exact(0) })
        expect(sum(rows.map((r) => r.amount))).toBe(sum(due.map((p) => p.amount)))
        expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length)
        const charged = coverage(rows)
        for (const piece of due)
          for (let n = dayNumber(piece.days.from); n < dayNumber(piece.days.until); n++)
            expect(charged.get(String(n))).toBe(1)
        const days = due.reduce((n, p) => n + dayNumber(p.days.until) - dayNumber(p.days.from), 0)
        expect([...charged.values()].filter((n) => n !== 0).length).toBe(days)
      },
    ),
    { numRuns: 300 },
  )
})
