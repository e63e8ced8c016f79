// The facts that the usual alerts speak of, worked by hand, and each alert raised and recorded once.
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../../src/core/base/day.ts'
import type { ActivityRow } from '../../../src/core/book/activity.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import { type FactName, findFact } from '../../../src/core/facts/registry.ts'
import { openSources } from '../../../src/core/facts/sources.ts'
import { planAlerts } from '../../../src/core/verbs/alerts/plan.ts'
import { defaultSettings } from '../../../src/store/defaults.ts'
import { book, context, customer, row, settings } from '../../support/book.ts'

const asOf = day('2026-11-22')
const back = (days: number): Day => addDays(asOf, -days)
const alerts = defaultSettings('', settings.currency, 'en', 'UTC').alerts

function raised(rows: readonly JournalRow[], activity: readonly ActivityRow[] = [], today = asOf) {
  const classes = [{ date: back(400), customer: 'ada', dimension: 'grade', class: 'A', reason: '' }]
  const all = book({ customers: [customer('ada')], rows, classes, activity, settings: { ...settings, alerts } })
  return planAlerts(all, { asOf: today, record: true }, context(today)).changes.flatMap((c) =>
    c.change === 'addActivity' ? [c.row] : [],
  )
}

const names = (rows: readonly ActivityRow[]) => rows.map((r) => r.source)
const fact = (name: FactName, rows: readonly JournalRow[]) => {
  const sources = openSources(book({ customers: [customer('ada')], rows }), asOf)
  return findFact(name)?.value(sources, 0) ?? null
}

/** An order every 30 days: usual pause 30, so 90 days are looked at. */
const orders = (amount: (days: number) => number) =>
  [10, 40, 70, 100, 130, 160, 190, 220, 250].map((days) => row(back(days), 'sale', 'ada', amount(days)))

describe('sales of an A customer that fall by 40 % against his own rhythm', () => {
  const falling = orders((days) => (days < 90 ? 50_00 : 100_00))
  it('are measured over two pauses against twice as long before', () => {
    // 3 × 50.00 in 90 days; 6 × 100.00 in the 180 before, half of it 300.00.
    expect(fact('salesAgainstRhythm', falling)).toBe(-0.5)
    expect(
      fact(
        'salesAgainstRhythm',
        orders(() => 100_00),
      ),
    ).toBe(0)
    expect(fact('salesAgainstRhythm', falling.slice(0, 2))).toBeNull()
  })
  it('are raised, and once', () => {
    const first = raised(falling)
    expect(names(first)).toEqual(['alert:falling'])
    expect(first[0]?.subject).toBe('falling: grade=A salesAgainstRhythm=-50.0%')
    expect(raised(falling, first)).toEqual([])
    expect(raised(orders(() => 100_00))).toEqual([])
  })
})

describe('the first late payment in two years', () => {
  const paid = (number: string, due: number, on: number) => {
    const payment = row(back(on), 'payment', 'ada', 10_00, { memo: number })
    return [
      row(back(due + 30), 'bill', 'ada', 10_00, { document: number, due: back(due) }),
      payment,
      row(back(on), 'apply', 'ada', 10_00, { document: number, of: payment.id }),
    ]
  }
  const punctual = [...paid('I1', 300, 301), ...paid('I2', 200, 200)]
  it('is raised when it is overdue, and when it was paid late', () => {
    const open = row(back(60), 'bill', 'ada', 10_00, { document: 'I3', due: back(5) })
    expect(fact('late24m', [...punctual, open])).toBe(1)
    expect(fact('lastLateDays', [...punctual, open])).toBe(0)
    expect(names(raised([...punctual, open]))).toEqual(['alert:firstLate'])
    expect(fact('lastLateDays', [...punctual, ...paid('I3', 30, 20)])).toBe(20)
    expect(names(raised([...punctual, ...paid('I3', 30, 20)]))).toEqual(['alert:firstLate'])
  })
  it('is not raised for the punctual, the second time, or one who has no past', () => {
    expect(raised(punctual)).toEqual([])
    expect(raised([...punctual, ...paid('I3', 100, 90), ...paid('I4', 30, 20)])).toEqual([])
    expect(raised(paid('I3', 30, 20))).toEqual([])
    // Late more than two years ago no longer counts.
    expect(names(raised([...punctual, ...paid('I0', 900, 800), ...paid('I3', 30, 20)]))).toEqual(['alert:firstLate'])
  })
})

describe('a value tier about to rise', () => {
  it('is raised at nine tenths of the next threshold', () => {
    // middle begins at 10,000.00
    const rows = [row(back(10), 'sale', 'ada', 9_200_00)]
    expect(fact('toNextTier', rows)).toBe(800_00)
    expect(fact('tierProgress', rows)).toBe(0.92)
    expect(names(raised(rows))).toEqual(['alert:aboutToRise'])
    expect(raised([row(back(10), 'sale', 'ada', 8_900_00)])).toEqual([])
    expect(fact('tierProgress', [row(back(10), 'sale', 'ada', 100_000_00)])).toBeNull()
  })
  it('is raised again only after half a year', () => {
    const rows = [row(back(10), 'sale', 'ada', 9_200_00)]
    const first = raised(rows)
    expect(raised(rows, first, addDays(asOf, 179))).toEqual([])
    expect(names(raised(rows, first, addDays(asOf, 180)))).toEqual(['alert:aboutToRise'])
  })
})
