// Which documents a payment settles when nobody says.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import { allocateExactThenOldest, allocateNamed } from '../../../src/core/ledger/allocate.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { journal, row } from '../../support/book.ts'

type Made = readonly [number: string, due: string, amount: number]
const documents = (made: readonly Made[]) =>
  openLedger(
    journal(made.map(([number, due, n]) => row('2026-01-01', 'bill', 'ada', n, { document: number, due: day(due) }))),
    day('2026-12-31'),
  ).documents

const cases: readonly [rule: string, made: readonly Made[], amount: number, shares: string[], rest: number][] = [
  ['nothing open: all on account', [], 500, [], 500],
  [
    'the one document of just that amount',
    [
      ['A', '2026-02-01', 300],
      ['B', '2026-03-01', 500],
    ],
    500,
    ['B 500'],
    0,
  ],
  [
    'of two of just that amount, the one due first',
    [
      ['A', '2026-02-01', 300],
      ['C', '2026-04-01', 500],
      ['B', '2026-03-01', 500],
    ],
    500,
    ['B 500'],
    0,
  ],
  [
    'two of just that amount due the same day: neither is picked',
    [
      ['A', '2026-03-01', 500],
      ['B', '2026-03-01', 500],
    ],
    500,
    [],
    500,
  ],
  [
    'oldest due first, the last in part',
    [
      ['A', '2026-03-01', 400],
      ['B', '2026-02-01', 300],
    ],
    500,
    ['B 300', 'A 200'],
    0,
  ],
  ['more than all is open: the rest on account', [['A', '2026-03-01', 400]], 500, ['A 400'], 100],
  [
    'due the same day and fully covered: no choice to make',
    [
      ['A', '2026-02-01', 200],
      ['B', '2026-02-01', 200],
    ],
    450,
    ['A 200', 'B 200'],
    50,
  ],
  [
    'what is certain is set, a tie is left',
    [
      ['A', '2026-02-01', 100],
      ['B', '2026-03-01', 300],
      ['C', '2026-03-01', 200],
    ],
    400,
    ['A 100'],
    300,
  ],
]

describe('exact, then oldest', () => {
  it.each(cases)('%s', (_, made, amount, shares, rest) => {
    const found = allocateExactThenOldest(documents(made), amount)
    expect(found.shares.map((s) => `${s.document.number} ${s.amount}`)).toEqual(shares)
    expect(found.rest).toBe(rest)
  })
})

describe('named', () => {
  it('settles in the order named, as far as the money goes', () => {
    const [a, b] = documents([
      ['A', '2026-02-01', 300],
      ['B', '2026-03-01', 500],
    ])
    if (a === undefined || b === undefined) throw new Error('two documents were made')
    const found = allocateNamed([b, a], 600)
    expect(found.shares.map((s) => `${s.document.number} ${s.amount}`)).toEqual(['B 500', 'A 100'])
    expect(allocateNamed([a, b], 1000).rest).toBe(200)
  })
})
