// When the day a command acts on is doubted.
import { expect, test } from 'vitest'
import { day } from '../../src/core/base/day.ts'
import { clockProblems } from '../../src/core/book/clock.ts'
import { journal, row } from '../support/book.ts'

function said(days: readonly string[], today: string, strict = true): readonly string[] {
  const rows = days.map((d, nth) => row(d, 'payment', 'acme', 100, { nth }))
  return clockProblems({ journal: journal(rows) }, day(today), strict).map((p) => `${p.severity} ${p.code}`)
}

const monthly = ['2026-08-31', '2026-09-30', '2026-10-31']
const yearly = ['2025-01-01', '2026-01-01']

test.each([
  ['a book without rows says nothing', [], '2036-01-01', []],
  ['a row of tomorrow is nothing unusual', monthly, '2026-10-30', []],
  ['a row of the day after tomorrow is', monthly, '2026-10-29', ['warning today-before-rows']],
  ['62 days after the newest row are nothing unusual', monthly, '2027-01-01', []],
  ['63 are', monthly, '2027-01-02', ['warning today-ahead']],
  ['a year is explained by a book of yearly rows', yearly, '2027-01-01', []],
  ['400 days are not yet an error', monthly, '2027-12-05', ['warning today-ahead']],
  ['401 are, whatever the book', yearly, '2027-02-06', ['error today-far-ahead']],
] as const)('%s', (_, days, today, expected) => {
  expect(said(days, today)).toEqual(expected)
})

test('without strictness a jump is only doubted', () => {
  expect(said(monthly, '2030-01-01', false)).toEqual(['warning today-ahead'])
})
