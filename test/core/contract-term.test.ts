// Terms of contracts: their ends, notice, states.
import { expect, test } from 'vitest'
import { day } from '../../src/core/base/day.ts'
import type { Contract } from '../../src/core/book/contract.ts'
import { contractState, noticeBy, termEnd } from '../../src/core/book/contract-term.ts'

const contract = (more: Partial<Contract>): Contract => ({ id: 'c', start: day('2026-01-01'), lines: [], ...more })
const year = { end: day('2026-12-31'), term: '12 months', notice: '3 months' }
const soon = { unit: 'days', n: 60 } as const

test('with automatic renewal the present term is the one that today is in', () => {
  const auto = contract({ ...year, renewal: 'auto' })
  expect(termEnd(auto, day('2026-12-31'))).toBe('2026-12-31')
  expect(termEnd(auto, day('2027-01-01'))).toBe('2027-12-31')
  expect(termEnd(contract({ ...year, renewal: 'manual' }), day('2027-05-01'))).toBe('2026-12-31')
  expect(termEnd(contract({}), day('2030-01-01'))).toBeNull()
})

test('notice is counted back from the end of the present term', () => {
  expect(noticeBy(contract(year), day('2026-05-01'))).toBe('2026-09-30')
  expect(noticeBy(contract({ ...year, renewal: 'auto' }), day('2027-05-01'))).toBe('2027-09-30')
  expect(noticeBy(contract({}), day('2026-05-01'))).toBeNull()
})

test('a contract that does not renew by itself expires when its end is near', () => {
  const state = (of: Contract, on: string) => contractState(of, day(on), soon)
  expect(state(contract(year), '2025-12-31')).toBe('notBegun')
  expect(state(contract(year), '2026-10-31')).toBe('active')
  expect(state(contract(year), '2026-11-01')).toBe('expiring')
  expect(state(contract(year), '2027-01-01')).toBe('ended')
  expect(state(contract({ ...year, renewal: 'auto' }), '2026-12-30')).toBe('active')
  expect(state(contract({}), '2099-01-01')).toBe('active')
})

test('one that renews by itself is reported while notice can still be given', () => {
  const auto = contract({ ...year, renewal: 'auto' })
  expect(contractState(auto, day('2026-07-31'), soon)).toBe('active')
  expect(contractState(auto, day('2026-08-01'), soon)).toBe('renewing')
  expect(contractState(auto, day('2026-09-30'), soon)).toBe('renewing')
  expect(contractState(auto, day('2026-10-01'), soon)).toBe('active')
})
