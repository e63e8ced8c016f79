// A, B and C by cumulative share.
import { describe, expect, it } from 'vitest'
import { amountForBetter, gradeByShare } from '../../../src/core/models/shares.ts'

const rule = { a: 0.8, b: 0.95 }
const grade = (amounts: readonly number[]) =>
  gradeByShare(amounts, rule)
    .map((g) => g.grade)
    .join('')

describe('grades by share', () => {
  const cases: readonly (readonly [string, readonly number[], string])[] = [
    ['who crosses the line of 80 % still belongs to A', [70, 20, 6, 4], 'AABC'],
    ['who begins exactly at the line belongs to the next class', [80, 15, 5], 'ABC'],
    ['equal amounts are graded equally even where they cross a line', [50, 25, 25], 'AAA'],
    ['equal amounts beyond the line are B together', [80, 4, 4, 4, 4, 4], 'ABBBBB'],
    ['nothing bought is C and no part of the whole', [100, 0, -50], 'ACC'],
    ['a single buyer is A', [1], 'A'],
    ['nobody bought', [0, 0], 'CC'],
    ['order changes nothing', [4, 20, 6, 70], 'CABA'],
  ]
  it.each(cases)('%s', (_, amounts, expected) => expect(grade(amounts)).toBe(expected))
})

describe('what would move a customer', () => {
  it('is the smallest amount with which his grade is better, all others staying as they are', () => {
    const amounts = [80, 15, 5]
    const needed = amountForBetter(amounts, 2, rule) ?? 0
    expect(grade([80, 15, needed])[2]).toBe('B')
    expect(grade([80, 15, needed - 1])[2]).toBe('C')
  })
  it('is nothing for an A', () => expect(amountForBetter([80, 20], 0, rule)).toBeNull())
})
