// Exchange differences worked by hand: a book in yuan, bills in dollars. Amounts are fen and cents.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { type Day, day } from '../../../src/core/base/day.ts'
import type { Rate } from '../../../src/core/book/catalog.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import { exchangeResult } from '../../../src/core/ledger/exchange-result.ts'
import { traceJournal } from '../../../src/core/ledger/link.ts'
import { book, row } from '../../support/book.ts'

const usd = currency('USD')
const cny = currency('CNY')
const dollars = (rate: string, more: Partial<JournalRow> = {}) => ({ currency: usd, rate, ...more })
const rate = (date: string, text: string): Rate => ({ date: day(date), from: usd, to: cny, rate: text })
const bill = row('2026-01-10', 'bill', 'ada', 10000, dollars('7.10', { document: 'B1' }))

function result(rows: readonly JournalRow[], rates: readonly Rate[], asOf: string, from: Day | null = null) {
  const made = book({ rows, rates })
  return exchangeResult(made, traceJournal(made.journal), { from, asOf: day(asOf) })
}
const realised = (found: ReturnType<typeof result>) =>
  found.settlements.map((s) => [s.amount, s.booked, s.settled, s.difference].join(' '))
const open = (found: ReturnType<typeof result>) =>
  found.positions.map((p) => [p.amount, p.booked, p.value, p.difference].join(' '))

describe('exchange differences', () => {
  it('a bill of 100.00 at 7.10 paid in three parts: each takes its part of 710.00, the last what is left', () => {
    const parts = [
      ['2026-01-20', 3333, '7.00'],
      ['2026-01-21', 3333, '7.20'],
      ['2026-01-22', 3334, '7.10'],
    ] as const
    const rows = parts.flatMap(([date, amount, at]) => {
      const paid = row(date, 'payment', 'ada', amount, dollars(at))
      return [paid, row(date, 'apply', 'ada', amount, { currency: usd, of: paid.id, document: 'B1' })]
    })
    const found = result([bill, ...rows], [], '2026-01-22')
    // 33.33 × 7.10 = 236.643; × 7.00 = 233.31; × 7.20 = 239.976. The rest: 710.00 − 236.64 − 236.64 = 236.72; 33.34 × 7.10 = 236.714.
    expect(realised(found)).toEqual(['3333 23664 23331 -333', '3333 23664 23998 334', '3334 23672 23671 -1'])
    expect(open(found)).toEqual([])
  })

  it('what is open is valued at the closing rate, money on account against us', () => {
    const prepaid = row('2026-01-15', 'payment', 'ada', 2000, dollars('7.05'))
    const found = result([bill, prepaid], [rate('2026-01-31', '7.00')], '2026-01-31')
    // 100 × (7.00 − 7.10) = −10.00; −20 × (7.00 − 7.05) = +1.00.
    expect(open(found)).toEqual(['10000 71000 70000 -1000', '-2000 -14100 -14000 100'])
  })

  it('a refund at a higher rate than the money came in at is a loss', () => {
    const paid = row('2026-01-15', 'payment', 'ada', 5000, dollars('7.00'))
    const back = row('2026-01-20', 'refund', 'ada', 5000, dollars('7.12', { of: paid.id }))
    expect(realised(result([paid, back], [], '2026-01-31'))).toEqual(['5000 35000 35600 -600'])
  })

  it('a credit note at the rate of its bill realises nothing', () => {
    const note = row('2026-01-20', 'credit', 'ada', 10000, dollars('7.10', { document: 'C1', of: 'B1' }))
    const applied = row('2026-01-20', 'apply', 'ada', 10000, { currency: usd, of: 'C1', document: 'B1' })
    expect(realised(result([bill, note, applied], [], '2026-01-31'))).toEqual(['10000 71000 71000 0'])
  })

  it('reversing a payment takes its difference back, on the day of the reversal', () => {
    const paid = row('2026-01-20', 'payment', 'ada', 10000, dollars('7.15'))
    const applied = row('2026-01-20', 'apply', 'ada', 10000, { currency: usd, of: paid.id, document: 'B1' })
    const undone = row('2026-02-03', 'reverse', 'ada', 10000, { currency: usd, of: paid.id })
    const rows = [bill, paid, applied, undone]
    expect(realised(result(rows, [], '2026-01-31'))).toEqual(['10000 71000 71500 500'])
    const february = result(rows, [rate('2026-01-01', '7.10')], '2026-02-28', day('2026-02-01'))
    expect(february.settlements.map((s) => [s.reversal, s.difference])).toEqual([[true, -500]])
    expect(open(february)).toEqual(['10000 71000 71000 0'])
  })

  it('100.00 dollars agreed for 715.00 yuan on a day at 7.12: 3.00 in the move, 2.00 in the settlement', () => {
    const paid = row('2026-02-01', 'payment', 'ada', 71500)
    const out = row('2026-02-01', 'out', 'ada', 71500, { of: paid.id })
    const into = row('2026-02-01', 'in', 'ada', 10000, dollars('7.12', { of: paid.id }))
    const applied = row('2026-02-01', 'apply', 'ada', 10000, { currency: usd, of: into.id, document: 'B1' })
    expect(realised(result([bill, paid, out, into, applied], [], '2026-02-01'))).toEqual([
      '71500 71500 71200 300',
      '10000 71000 71200 200',
    ])
  })

  it('a write-off recovered later comes back at the rate of that day', () => {
    const off = row('2026-06-30', 'writeoff', 'ada', 10000, dollars('7.20', { document: 'B1' }))
    const back = row('2026-09-01', 'recover', 'ada', 4000, dollars('7.00', { of: off.id, document: 'B1' }))
    const found = result([bill, off, back], [rate('2026-09-01', '7.00')], '2026-09-01')
    expect(realised(found)).toEqual(['10000 71000 72000 1000'])
    expect(open(found)).toEqual(['4000 28000 28000 0'])
  })

  it('a row without a rate has that of its day, in either direction; without one the pair and the first day are named', () => {
    const bare = { ...bill, rate: '' }
    const inverse: Rate = { date: day('2026-01-09'), from: cny, to: usd, rate: '0.125' }
    expect(open(result([bare], [inverse], '2026-01-31'))).toEqual(['10000 80000 80000 0'])
    const { missing } = result([bare], [rate('2026-01-11', '7.00')], '2026-01-31')
    expect(missing).toEqual([{ from: 'USD', to: 'CNY', day: '2026-01-10' }])
  })
})
