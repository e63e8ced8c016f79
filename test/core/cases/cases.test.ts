// Cases, promises and holds as of a day.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { casesAsOf } from '../../../src/core/cases/cases.ts'
import { holdsAsOf } from '../../../src/core/cases/holds.ts'
import { promisesAsOf } from '../../../src/core/cases/promises.ts'
import { activity } from '../../support/book.ts'

const dispute = activity('2026-03-01', 'dispute', 'ada', { document: 'INV-1; INV-2', by: 'li', due: '2026-03-10' })
const follow = (date: string, kind: 'resolve' | 'reopen' | 'assign' | 'note', more = {}) =>
  activity(date, kind, 'ada', { case: dispute.id, ...more })

describe('a case', () => {
  const rows = [
    dispute,
    follow('2026-03-05', 'assign', { by: 'wang' }),
    follow('2026-03-08', 'resolve'),
    follow('2026-03-20', 'reopen', { due: '2026-03-25' }),
  ]
  const state = (asOf: string) => casesAsOf(rows, day(asOf)).map((c) => [c.open, c.owner, c.due, c.ended])
  it('is open, then resolved, then open again, each as of its day', () => {
    expect(state('2026-02-28')).toEqual([])
    expect(state('2026-03-04')).toEqual([[true, 'li', '2026-03-10', null]])
    expect(state('2026-03-08')).toEqual([[false, 'wang', '2026-03-10', '2026-03-08']])
    expect(state('2026-03-20')).toEqual([[true, 'wang', '2026-03-25', null]])
  })
  it('names its documents', () => expect(casesAsOf(rows, day('2026-04-01'))[0]?.documents).toEqual(['INV-1', 'INV-2']))
  it('is the same whatever the order of rows', () =>
    expect(casesAsOf([...rows].reverse(), day('2026-04-01'))).toEqual(casesAsOf(rows, day('2026-04-01'))))
})

describe('a promise', () => {
  const promise = (more = {}) =>
    activity('2026-03-01', 'promise', 'ada', { amount: '100.00', currency: 'CNY', due: '2026-03-10', ...more })
  const state = (asOf: string, paid: number, settled = false, more = {}) =>
    promisesAsOf([promise(more)], day(asOf), { paid: () => paid, settled: () => settled }, currency('CNY'))[0]?.state
  it('runs until its day has passed', () => {
    expect(state('2026-03-10', 9_999)).toBe('running')
    expect(state('2026-03-11', 9_999)).toBe('broken')
  })
  it('is kept when the amount has come', () => expect(state('2026-03-05', 10_000)).toBe('kept'))
  it('without an amount is kept when its documents are settled', () => {
    const more = { amount: '', document: 'INV-1' }
    expect(state('2026-03-11', 0, true, more)).toBe('kept')
    expect(state('2026-03-11', 50_000, false, more)).toBe('broken')
  })
  it('without amount or document is kept by any payment', () =>
    expect(state('2026-03-11', 1, false, { amount: '' })).toBe('kept'))
})

describe('a hold', () => {
  const hold = activity('2026-03-01', 'hold', 'ada', { document: 'INV-1' })
  const all = activity('2026-03-02', 'hold', 'ada', { due: '2026-03-31' })
  const held = (asOf: string, ...more: readonly ReturnType<typeof activity>[]) =>
    holdsAsOf([hold, all, ...more], day(asOf)).map((h) => h.documents.join())
  it('lasts until it is released or its day has passed', () => {
    expect(held('2026-03-31')).toEqual(['INV-1', ''])
    expect(held('2026-04-01')).toEqual(['INV-1'])
  })
  it('of some documents is ended by a release of the same documents', () =>
    expect(held('2026-03-10', activity('2026-03-05', 'release', 'ada', { document: 'INV-1' }))).toEqual(['']))
  it('of any kind is ended by a release that names none', () =>
    expect(held('2026-03-10', activity('2026-03-05', 'release', 'ada'))).toEqual([]))
})
