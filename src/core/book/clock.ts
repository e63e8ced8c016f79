// Whether the day a command acts on can be right: a wrong clock must not bill or remind anybody.
import { type Day, dayNumber, dayOf } from '../base/day.ts'
import { type Problem, problem, warning } from '../base/problem.ts'
import type { Book } from './book.ts'

/** Two monthly cycles without a row are nothing unusual, nor is twice the longest pause that the book has had. */
const usualPause = 62

/** A jump that no book explains: billing or reminding after it wants a yes. */
const longestJump = 400

/**
 * Warns when `today` lies more than a day before the newest row, or further after it than the pauses of the book explain.
 * With `strict` a jump of more than 400 days is an error. A book without rows says nothing about the day.
 */
export function clockProblems(
  { journal, rowDays }: Pick<Book, 'journal' | 'rowDays'>,
  today: Day,
  strict: boolean,
): readonly Problem[] {
  const days = Int32Array.from(rowDays ?? new Set(journal.date)).sort()
  const newest = days.at(-1)
  if (newest === undefined) return []
  const ahead = dayNumber(today) - newest
  const about = { today, newest: dayOf(newest) }
  if (ahead < -1) return [warning('today-before-rows', about)]
  if (ahead > longestJump && strict) return [problem('today-far-ahead', { ...about, days: ahead })]
  return ahead > Math.max(usualPause, 2 * longestPause(days)) ? [warning('today-ahead', { ...about, days: ahead })] : []
}

/** `days` in order. */
function longestPause(days: Int32Array): number {
  let longest = 0
  let last = days[0] ?? 0
  for (const day of days) {
    longest = Math.max(longest, day - last)
    last = day
  }
  return longest
}
