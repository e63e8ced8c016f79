// Laws of chasing, over whole histories of runs and missed runs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween } from '../../src/core/base/day.ts'
import type { ActivityRow } from '../../src/core/book/activity.ts'
import { planChase } from '../../src/core/verbs/chase/plan.ts'
import { book, context, customer, row, settings } from '../support/book.ts'

const start = day('2026-01-01')
const documents = fc.array(
  fc.record({
    due: fc.integer({ min: 0, max: 80 }),
    amount: fc.integer({ min: 1, max: 90_000 }),
    paid: fc.option(fc.integer({ min: 0, max: 120 })),
  }),
  { minLength: 1, maxLength: 5 },
)
/** Days between one run and the next: cron may miss many. */
const runs = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 15 })

type Documents = typeof documents extends fc.Arbitrary<infer D> ? D : never

function rowsOf(list: Documents) {
  return list.flatMap((d, n) => {
    const number = `INV-${n}`
    const bill = row(addDays(start, d.due - 10), 'bill', 'ada', d.amount, {
      document: number,
      due: addDays(start, d.due),
    })
    if (d.paid === null) return [bill]
    const payment = row(addDays(start, d.paid), 'payment', 'ada', d.amount, { nth: n })
    return [bill, payment, row(addDays(start, d.paid), 'apply', 'ada', d.amount, { document: number, of: payment.id })]
  })
}

function history(list: Documents, gaps: readonly number[]) {
  const rows = rowsOf(list)
  const reminders: ActivityRow[] = []
  let today = start
  for (const gap of gaps) {
    today = addDays(today, gap)
    const run = (activity: readonly ActivityRow[]) =>
      planChase(
        book({ customers: [customer('ada')], rows, activity }),
        { customers: [], asOf: today, record: true, explain: false },
        context(today),
      ).changes.flatMap((c) => (c.change === 'addActivity' ? [c.row] : []))
    const planned = run(reminders)
    reminders.push(...planned)
    expect(run(reminders)).toEqual([])
  }
  return reminders
}

describe('chasing', () => {
  it('plans nothing on a second run, keeps its distance, climbs one step at a time and never repeats an id', () => {
    fc.assert(
      fc.property(documents, runs, (list, gaps) => {
        const reminders = history(list, gaps)
        expect(new Set(reminders.map((r) => r.id)).size).toBe(reminders.length)
        const level = new Map<string, number>()
        reminders.forEach((r, i) => {
          const before = reminders[i - 1]
          if (before !== undefined)
            expect(daysBetween(before.date, r.date)).toBeGreaterThanOrEqual(settings.chase.every)
          const numbers = r.document.split(';')
          const highest = Math.max(...numbers.map((n) => level.get(n) ?? 0))
          expect(Number(r.severity)).toBeGreaterThanOrEqual(highest)
          expect(Number(r.severity)).toBeLessThanOrEqual(highest + 1)
          for (const n of numbers) level.set(n, Number(r.severity))
        })
      }),
      { numRuns: 150 },
    )
  })

  it('reaches the last step of an unpaid bill however many runs were missed, given enough of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 60 }), (gap) => {
        const list = [{ due: 0, amount: 100, paid: null }]
        const reminders = history(
          list,
          Array.from({ length: 10 }, () => gap),
        )
        expect(reminders.map((r) => r.subject)).toEqual(['friendly', 'firm', 'final'])
      }),
      { numRuns: 30 },
    )
  })
})
