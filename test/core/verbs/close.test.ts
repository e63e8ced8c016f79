// Closed months: what they are sealed over, what breaks a seal, and what no longer may be written.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import type { Book } from '../../../src/core/book/book.ts'
import type { Change } from '../../../src/core/book/change.ts'
import { type Close, closedMonthProblems, type SealedLine } from '../../../src/core/book/close.ts'
import { digestOfLines, sealedLines } from '../../../src/core/ledger/seal.ts'
import { runChecks } from '../../../src/core/verbs/check/plan.ts'
import { checks } from '../../../src/core/verbs/check/registry.ts'
import { planClose } from '../../../src/core/verbs/close/plan.ts'
import { planReopen } from '../../../src/core/verbs/reopen/plan.ts'
import { writeSealed } from '../../../src/store/codecs/close.ts'
import { book, context, customer, row, sha256 } from '../../support/book.ts'

const ada = customer('ada')
const rows = [
  row('2026-07-05', 'opening', 'ada', 10000, { document: 'OLD-1', memo: 'from Ada herself' }),
  row('2026-08-20', 'payment', 'ada', 4000),
  row('2026-09-10', 'opening', 'ada', 500, { document: 'OLD-2' }),
]
const start = book({ customers: [ada], rows })
const prove = (proven: Book, then: ReturnType<typeof context>) =>
  runChecks(proven, { chosen: checks, found: [] }, then).problems

/** The book after a plan that writes closes. */
function applied(before: Book, changes: readonly Change[]): Book {
  const closes = new Map(before.closes)
  const sealed = new Map(before.sealed)
  for (const c of changes) {
    if (c.change === 'writeClose') closes.set(c.close.month, c.close)
    if (c.change === 'sealMonth') sealed.set(c.month, c.lines)
  }
  return { ...before, closes: new Map([...closes].sort(([a], [b]) => (a < b ? -1 : 1))), sealed }
}

function closed(before: Book, ...months: readonly string[]): Book {
  return months.reduce(
    (now, month) => applied(now, planClose(now, { month }, context('2026-11-03'), prove).changes),
    before,
  )
}

const two = closed(start, '2026-08', '2026-09')
const codes = (b: Book) =>
  prove(b, context('2026-11-03'))
    .map((p) => p.code)
    .filter((c) => c !== 'balance-differs')
const edited = (b: Book, month: string, change: Partial<Close>): Book => {
  const old = b.closes.get(month)
  return old === undefined ? b : { ...b, closes: new Map([...b.closes, [month, { ...old, ...change }]]) }
}
const withRows = (list: typeof rows): Book => ({ ...two, journal: book({ rows: list }).journal })

describe('a closed month', () => {
  it('stands in a chain: the first for all before it, each with the seal of the one before', () => {
    const [august, september] = [...two.closes.values()]
    expect(august?.rows).toBe(2)
    expect(september?.rows).toBe(1)
    expect(september?.previous).toBe(august?.seal)
    // 100.00 brought forward, 40.00 paid; then 5.00 more.
    expect(august?.totals).toMatchObject([{ before: 0, opening: 10000, payment: 4000, after: 6000, onAccount: 4000 }])
    expect(september?.totals).toMatchObject([{ before: 6000, opening: 500, payment: 0, after: 6500 }])
    expect(codes(two)).toEqual([])
  })

  it('bears the SHA-256 of its own list, as sha256sum of the file without its head gives it', () => {
    const lines = two.sealed.get('2026-08') ?? []
    const text = writeSealed(lines)
    expect(two.closes.get('2026-08')?.digest).toBe(sha256(text.slice(text.indexOf('\n') + 1)))
  })

  it('does not mind another order of rows or a memo that was erased', () => {
    const other = [...rows].reverse().map((r) => ({ ...r, memo: '' }))
    expect(codes(withRows(other))).toEqual([])
    const lines = (list: typeof rows) =>
      digestOfLines(sealedLines(book({ rows: list }), { from: null, to: day('2026-12-31') }, sha256), sha256)
    expect(lines(other)).toBe(lines(rows))
  })

  it('minds every other field of a row', () => {
    const changes = { amount: 10001, customer: 'bob', date: day('2026-07-06'), due: day('2026-08-01'), reason: 'x' }
    const digests = Object.entries(changes).map(([key, value]) => {
      const list = rows.map((r, i) => (i === 0 ? { ...r, [key]: value } : r))
      const journal = book({ rows: list })
      return digestOfLines(sealedLines(journal, { from: null, to: day('2026-08-31') }, sha256), sha256)
    })
    const mine = two.closes.get('2026-08')?.digest
    for (const d of digests) expect(d).not.toBe(mine)
    expect(new Set(digests).size).toBe(digests.length)
  })
})

describe('check finds', () => {
  const damaged: SealedLine[] = [{ kind: 'row', id: 'zzzzzzzzzzzz', digest: '000000000000' }]
  const reopenedEarlier = edited(two, '2026-08', {
    state: 'reopened',
    reopened: [{ date: day('2026-11-01'), reason: 'x', seal: two.closes.get('2026-08')?.seal ?? '' }],
  })
  const cases: readonly [string, Book, string[]][] = [
    ['an edited close', edited(two, '2026-09', { rows: 7 }), ['close-edited']],
    ['a row that came later', withRows([...rows, row('2026-09-11', 'sale', 'ada', 1)]), ['closed-row-added']],
    [
      'an amount that was changed',
      withRows(rows.map((r) => (r.document === 'OLD-2' ? { ...r, amount: 501 } : r))),
      ['closed-row-edited', 'closed-total-differs', 'closed-total-differs', 'closed-total-differs'],
    ],
    [
      'a list that is not the sealed one',
      { ...withRows([...rows, row('2026-09-11', 'sale', 'ada', 1)]), sealed: new Map([['2026-09', damaged]]) },
      ['closed-list-damaged'],
    ],
    [
      'nothing where both were reopened and closed again',
      closed(applied(two, planReopenBoth(two)), '2026-08', '2026-09'),
      [],
    ],
    ['a closed month after a reopened one', reopenedEarlier, ['month-is-reopened', 'closed-after-reopened']],
    [
      'the first close gone',
      { ...two, closes: new Map([...two.closes].filter(([m]) => m !== '2026-08')) },
      ['close-unchained'],
    ],
  ]
  it.each(cases)('%s', (_, b, expected) => {
    expect(codes(b)).toEqual(expected)
  })

  it('a close that does not continue the one before', () => {
    const again = closed(edited(start, '2026-08', {}), '2026-08')
    const other = new Map([...two.closes, ['2026-08', { ...(again.closes.get('2026-08') as Close) }]])
    const later = planClose(start, { month: '2026-08' }, context('2026-11-09'), prove).changes
    const replaced = applied({ ...two, closes: other }, later)
    expect(codes(replaced)).toEqual(['close-unchained'])
  })

  it('months missing in between', () => {
    const three = closed(start, '2026-07', '2026-08', '2026-09')
    const without = { ...three, closes: new Map([...three.closes].filter(([m]) => m !== '2026-08')) }
    expect(codes(without)).toEqual(['close-gap', 'close-unchained'])
  })
})

function planReopenBoth(b: Book): Change[] {
  const first = planReopen(b, { month: '2026-09', reason: 'x' }, context('2026-11-04'))
  const then = applied(b, first.changes)
  return [...first.changes, ...planReopen(then, { month: '2026-08', reason: 'x' }, context('2026-11-04')).changes]
}

describe('nothing is dated inside a closed month', () => {
  const added = (date: string): Change => ({ change: 'addRow', row: row(date, 'payment', 'ada', 1) })
  it.each([
    ['2026-09-30', ['month-closed']],
    ['2020-01-01', ['month-closed']],
    ['2026-10-01', []],
  ])('%s', (date, expected) => {
    expect(closedMonthProblems([added(date)], two.closes).map((p) => p.code)).toEqual(expected)
  })

  it('one problem a month, with the first open day', () => {
    expect(closedMonthProblems(['2026-09-02', '2026-09-01', '2026-08-01'].map(added), two.closes)).toMatchObject([
      { params: { month: '2026-08', count: 1, open: '2026-10-01' } },
      { params: { month: '2026-09', count: 2, date: '2026-09-02', newest: '2026-09' } },
    ])
  })

  it('a reopened month is open', () => {
    const open = applied(two, planReopen(two, { month: '2026-09', reason: 'x' }, context('2026-11-04')).changes)
    expect(closedMonthProblems([added('2026-09-30')], open.closes)).toEqual([])
    expect(closedMonthProblems([added('2026-08-31')], open.closes)).toHaveLength(1)
  })
})

it('a month before the first row is not closed', () => {
  const plan = planClose(start, { month: '2016-07' }, context('2026-11-03'), prove)
  expect(plan.problems).toMatchObject([{ code: 'month-before-book', params: { first: '2026-07-05' } }])
  expect(planClose(start, { month: '2026-07' }, context('2026-11-03'), prove).changes).toHaveLength(2)
})

it('a month that is not proven stays open', () => {
  const broken = book({
    customers: [ada],
    rows: [...rows, row('2026-09-12', 'refund', 'ada', 1, { of: 'zzzzzzzzzzzz' })],
  })
  const plan = planClose(broken, { month: '2026-09' }, context('2026-11-03'), prove)
  expect(plan.changes).toEqual([])
  expect(plan.problems.at(-1)?.code).toBe('month-unproven')
  // What is wrong later does not keep an earlier month open.
  expect(planClose(broken, { month: '2026-08' }, context('2026-11-03'), prove).changes).toHaveLength(2)
})
