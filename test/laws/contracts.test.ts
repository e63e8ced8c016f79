// Law of contracts: however runs and changes interleave, every day of every line is charged exactly once, at the price that holds at last.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, type Day, day, dayNumber, isDay } from '../../src/core/base/day.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { sum } from '../../src/core/base/money.ts'
import type { Contract, PriceStep } from '../../src/core/book/contract.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { duePieces } from '../../src/core/ledger/contract-due.ts'
import { chargedDays, contractRows, missingRows, takenBack } from '../../src/core/ledger/contract-run.ts'
import { customer, journal, row, sha256 } from '../support/book.ts'

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

type UsageStep =
  | { readonly step: 'use'; readonly at: number; readonly quantity: number }
  | { readonly step: 'tiers'; readonly at: number; readonly prices: readonly number[]; readonly upTo: number }
  | Extract<Step, { step: 'run' | 'price' | 'end' | 'lineEnd' | 'index' }>

const someUsageStep: fc.Arbitrary<UsageStep> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      step: fc.constant('use' as const),
      at: fc.integer({ min: 0, max: 200 }),
      quantity: fc.integer({ min: 1, max: 80 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('tiers' as const),
      at: fc.integer({ min: 0, max: 200 }),
      prices: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 2 }),
      upTo: fc.integer({ min: 1, max: 120 }),
    }),
  },
  {
    weight: 6,
    arbitrary: someStep.filter((s): s is Extract<Step, UsageStep> =>
      ['run', 'price', 'end', 'lineEnd', 'index'].includes(s.step),
    ),
  },
)

const inCents = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

function withTiers(of: Contract, step: Extract<UsageStep, { step: 'tiers' }>): Contract {
  const [first = 0, rest = 0] = step.prices
  const from = addDays(start, step.at)
  const next = { from, tiers: [{ upTo: String(step.upTo), price: inCents(first) }, { price: inCents(rest) }] }
  const steps = (l: Contract['lines'][number]) => [...(l.steps ?? []).filter((s) => s.from !== from), next]
  return {
    ...of,
    lines: of.lines.map((l) => ({ ...l, steps: steps(l).sort((a, b) => (a.from < b.from ? -1 : 1)) })),
  }
}

/** What the n-th paid unit of its cycle costs, used on this day, in cents: read off the contract day by day, without the code under test. */
function unitPrice(of: Contract, nth: number, on: string): number {
  let tiers: readonly { readonly upTo?: string; readonly price: string }[] = []
  let cents = 0
  const said = [{ from: start, ...of.lines[0] }, ...(of.lines[0]?.steps ?? [])]
  for (let d = start; d <= on; d = addDays(d, 1)) {
    const agreed = said.findLast((s) => s.from === d && (s.price !== undefined || s.tiers !== undefined))
    if (agreed !== undefined) {
      tiers = agreed.tiers ?? [{ price: agreed.price ?? '0' }]
      const tier = tiers.find((t) => t.upTo === undefined || nth <= Number(t.upTo))
      cents = Math.round(Number(tier?.price) * 100)
    }
    if (agreed?.from === d && agreed !== said[0]) continue
    for (const rise of of.indexation ?? []) {
      const days = dayNumber(d) - dayNumber(rise.from)
      const again =
        rise.every === '10 days'
          ? days >= 0 && days % 10 === 0
          : rise.every === 'month'
            ? isMonthsLater(rise.from, d)
            : days === 0
      // Half away from zero, in whole numbers; a first price that rises on its first day does so.
      if (again) cents = Math.floor((cents * (100 + Number(rise.percent)) * 2 + 100) / 200)
    }
  }
  return cents
}

/** The same day of a later month, or the month's last where it has no such day. */
function isMonthsLater(from: string, d: string): boolean {
  const last = new Date(Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)), 0)).getUTCDate()
  return d >= from && Number(d.slice(8)) === Math.min(Number(from.slice(8)), last)
}

test('every used unit is charged exactly once, at the price of its day and the tier that its cycle had reached', () => {
  fc.assert(
    fc.property(
      fc.array(someUsageStep, { maxLength: 16 }),
      fc.constantFrom('month', '2 weeks', '10 days'),
      fc.integer({ min: 0, max: 60 }),
      (steps, every, included) => {
        const line = { id: 'api', item: 'API', kind: 'usage' as const, price: '1.25', included: String(included) }
        let of: Contract = { id: 'c', start, anchor: day('2025-12-31'), every, lines: [line] }
        let rows: readonly JournalRow[] = []
        const used: JournalRow[] = []
        let today = start
        const run = () =>
          missingRows({
            customer: customer('bay'),
            contract: of,
            currency: cny,
            upTo: today,
            rows: contractRows(journal([...rows, ...used]), (id) => id),
            hash: sha256,
          })
        for (const step of [...steps, { step: 'run', after: 1 } as const]) {
          if (step.step === 'use')
            used.push(
              row(addDays(start, step.at), 'sale', 'bay', 0, {
                id: `use${used.length}`,
                item: 'API',
                quantity: String(step.quantity),
              }),
            )
          else if (step.step === 'tiers') of = withTiers(of, step)
          else of = changed(of, step)
          if (step.step !== 'run') continue
          today = addDays(today, step.after)
          rows = [...rows, ...run()]
          expect(run()).toEqual([])
        }
        const last = [of.end, of.lines[0]?.until].filter((d) => d !== undefined).sort()[0] ?? '9999-12-31'
        const finished = cyclesOf(every).filter(({ until }) => {
          const over = of.end !== undefined && of.end < until ? of.end : addDays(until, -1)
          return over <= today
        })
        const cost = finished.map(({ from, until }) => {
          const units = used
            .filter((u) => u.date >= from && u.date < until && u.date <= last)
            .sort((a, b) => (a.date < b.date ? -1 : 1))
            .flatMap((u) => Array.from({ length: Number(u.quantity) }, () => u.date))
          return units.reduce((total, on, i) => total + (i < included ? 0 : unitPrice(of, i + 1 - included, on)), 0)
        })
        expect(sum(rows.map((r) => r.amount))).toBe(cost.reduce((a, b) => a + b, 0))
        expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length)
      },
    ),
    { numRuns: 300 },
  )
})

/** The cycles of a year from the anchor, which is the last of December, so that months turn on their last day. */
function cyclesOf(every: string): readonly { readonly from: Day; readonly until: Day }[] {
  const turns: Day[] = []
  for (let d = day('2025-12-31'); d < '2027-02-01'; d = addDays(d, 1)) {
    const days = dayNumber(d) - dayNumber(day('2025-12-31'))
    if (every === 'month' ? addDays(d, 1).endsWith('-01') : days % (every === '10 days' ? 10 : 14) === 0) turns.push(d)
  }
  return turns.slice(1).flatMap((until, i) => ({ from: turns[i] ?? until, until }))
}
