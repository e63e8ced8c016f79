// Ages of what is open: edges of the buckets, and that all columns sum to the balance.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { converter } from '../../../src/core/book/converter.ts'
import { ageLedger, bucketBounds, bucketOf, groupAging } from '../../../src/core/ledger/aging.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { journal, row } from '../../support/book.ts'

const ends = [30, 60, 90, 180, 365]

describe('buckets', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [365, 5],
    [366, 6],
  ])('%i days late fall into bucket %i: the upper end is inside', (days, at) => {
    expect(bucketOf(days, ends)).toBe(at)
  })

  it('have bounds 1–30, 31–60 … over the last', () => {
    expect(bucketBounds([30, 60])).toEqual([
      [1, 30],
      [31, 60],
      [61, null],
    ])
  })
})

describe('aging', () => {
  const paid = row('2026-03-05', 'payment', 'ada', 1500)
  const rows = [
    row('2026-01-01', 'bill', 'ada', 1000, { document: 'A', due: day('2026-01-31') }),
    row('2026-02-01', 'bill', 'ada', 2000, { document: 'B', due: day('2026-03-31') }),
    paid,
    row('2026-03-05', 'apply', 'ada', 400, { of: paid.id, document: 'A' }),
  ]

  it('puts each open amount by its due day and keeps what is on account apart', () => {
    const [ada] = ageLedger(openLedger(journal(rows), day('2026-03-31')), [30, 60], 'due')
    expect(ada).toMatchObject({ buckets: [2000, 0, 600, 0], onAccount: 1100, balance: 1500 })
  })

  it('by bill day counts from the bill', () => {
    const [ada] = ageLedger(openLedger(journal(rows), day('2026-03-31')), [30, 60], 'bill')
    expect(ada).toMatchObject({ buckets: [0, 0, 2000, 600], onAccount: 1100, balance: 1500 })
  })

  it('each instalment has its own age', () => {
    const two = [
      row('2026-01-01', 'bill', 'ada', 600, { document: 'A', due: day('2026-01-31') }),
      row('2026-01-01', 'bill', 'ada', 400, { document: 'A', due: day('2026-02-28') }),
    ]
    const [ada] = ageLedger(openLedger(journal(two), day('2026-02-10')), [30], 'due')
    expect(ada?.buckets).toEqual([400, 600, 0])
  })

  it('converted, every instalment is rounded by itself, so that the documents sum to the row and the row to its balance', () => {
    const EUR = currency('EUR')
    const many = [
      row('2026-01-01', 'bill', 'ada', 333, { document: 'A', due: day('2026-01-31'), currency: EUR }),
      row('2026-01-01', 'bill', 'ada', 333, { document: 'B', due: day('2026-01-31'), currency: EUR }),
      row('2026-01-02', 'payment', 'ada', 100, { currency: EUR }),
    ]
    const rates = converter(
      [{ date: day('2026-01-01'), from: EUR, to: currency('CNY'), rate: '7.805' }],
      currency('CNY'),
      day('2026-02-10'),
    )
    const value = (amount: number, of: { readonly currency: typeof EUR }) => rates.convert(amount, of.currency) ?? 0
    // 3.33 × 7.805 = 25.99065 → 25.99 each, though 6.66 × 7.805 = 51.98; 1.00 → 7.81 half away from zero
    const [ada] = ageLedger(openLedger(journal(many), day('2026-02-10')), [30], 'due', value)
    expect(ada).toMatchObject({ currency: 'EUR', buckets: [0, 5198, 0], onAccount: 781, balance: 4417 })
  })

  it('in groups every column is the sum of its rows, in order of the key', () => {
    const two = [
      row('2026-01-01', 'bill', 'ada', 600, { document: 'A', due: day('2026-01-31') }),
      row('2026-01-01', 'bill', 'bob', 400, { document: 'B', due: day('2026-02-28') }),
      row('2026-01-01', 'bill', 'cyd', 50, { document: 'C', due: day('2026-02-28') }),
    ]
    const rows = ageLedger(openLedger(journal(two), day('2026-02-10')), [30], 'due')
    const groups = groupAging(rows, (r) => (r.customer === 'bob' ? 'east' : 'north'))
    expect([...groups].map(([key, g]) => [key, g.buckets, g.balance])).toEqual([
      ['east', [400, 0, 0], 400],
      ['north', [50, 600, 0], 650],
    ])
  })
})
