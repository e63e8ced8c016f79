// Laws of terms: due days are never before the bill, rise with the bill's day and with the terms, and never drift at month ends.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, type Day, day, dayNumber, dayOf, daysInMonth, parts } from '../../src/core/base/day.ts'
import { sum } from '../../src/core/base/money.ts'
import { dueDay, instalments } from '../../src/core/book/due.ts'
import { type DueRule, formatTerms, parseTerms, type Terms } from '../../src/core/book/terms.ts'

const first = dayNumber(day('1999-01-01'))
const last = dayNumber(day('2101-12-31'))
const someDay = fc.integer({ min: first, max: last }).map(dayOf)
const someRule: fc.Arbitrary<DueRule> = fc
  .record({
    anchor: fc.constantFrom<DueRule['anchor']>('bill', 'delivery', 'statement', 'monthEnd', 'dayOfMonth'),
    date: fc.integer({ min: 1, max: 31 }),
    months: fc.integer({ min: 0, max: 13 }),
    days: fc.integer({ min: 0, max: 400 }),
    toMonthEnd: fc.boolean(),
  })
  .map((r) => ({
    ...r,
    date: r.anchor === 'statement' || r.anchor === 'dayOfMonth' ? r.date : 0,
    months: r.anchor === 'dayOfMonth' ? r.months + 1 : r.months,
    toMonthEnd: r.toMonthEnd && r.anchor !== 'dayOfMonth' && r.anchor !== 'monthEnd',
  }))

test('a due day is never before the bill, and a later bill is never due earlier', () => {
  fc.assert(
    fc.property(someRule, someDay, fc.nat(400), fc.nat(60), (rule, bill, later, back) => {
      const delivery = addDays(bill, -back)
      const due = dueDay(rule, { bill, delivery })
      expect(due >= bill).toBe(true)
      expect(dueDay(rule, { bill: addDays(bill, later), delivery }) >= due).toBe(true)
      expect(dueDay(rule, { bill, delivery: addDays(delivery, later) }) >= due).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('more days or months in the terms are never due earlier', () => {
  fc.assert(
    fc.property(someRule, someDay, fc.nat(40), fc.nat(3), (rule, bill, days, months) => {
      const more = { ...rule, days: rule.days + days, months: rule.months + months }
      expect(dueDay(more, { bill }) >= dueDay(rule, { bill })).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('anchors never drift: n months after every day of 1999 to 2101 keep its date, or the end of a shorter month', () => {
  for (let n = first; n <= last; n++) {
    const anchor: Day = dayOf(n)
    const { year, month, date } = parts(anchor)
    for (const step of [1, 2, 11, 12, 13]) {
      const reached = parts(addMonths(anchor, step))
      const count = year * 12 + month - 1 + step
      const expected = { year: Math.floor(count / 12), month: (count % 12) + 1 }
      const clamped = Math.min(date, daysInMonth(expected.year, expected.month))
      if (reached.year !== expected.year || reached.month !== expected.month || reached.date !== clamped)
        throw new Error(`${anchor} + ${step} months`)
    }
  }
})

const someTerms: fc.Arbitrary<Terms> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), someRule), { minLength: 1, maxLength: 5 }),
    fc.option(fc.record({ percent: fc.integer({ min: 1, max: 20 }), days: fc.integer({ min: 0, max: 60 }) })),
  )
  .map(([weights, discount]) => {
    const kept = weights.slice(0, 4)
    let left = 100
    const shares = kept.map(([w], i) => {
      const percent = i === kept.length - 1 ? left : Math.max(1, Math.min(left - (kept.length - 1 - i), w))
      left -= percent
      return percent
    })
    const parts = kept.map(([, rule], i) => ({ percent: String(shares[i]), rule }))
    return discount === null ? { parts } : { parts, discount: { ...discount, percent: String(discount.percent) } }
  })

test('instalments are positive, in order, and sum to the total; the canonical text reads back', () => {
  fc.assert(
    fc.property(someTerms, someDay, fc.integer({ min: 1, max: 10_000_000 }), (terms, bill, total) => {
      const made = instalments(terms, { bill }, total)
      expect(sum(made.map((i) => i.amount))).toBe(total)
      expect(made.every((i, n) => i.amount > 0 && i.due >= bill && (n === 0 || i.due > (made[n - 1]?.due ?? '')))).toBe(
        true,
      )
      expect(parseTerms(formatTerms(terms))).toEqual(terms)
    }),
    { numRuns: 1000 },
  )
})
