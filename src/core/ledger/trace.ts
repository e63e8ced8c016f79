// What every row of a journal acts upon, and from which day to which day it counts: the same for every `as of`.
import type { DayNumber } from '../base/day.ts'
import { type Problem, type ProblemCode, problem } from '../base/problem.ts'
import type { Problems } from '../base/problems/all.ts'
import { type Journal, rowIdAt, textAt } from '../book/journal.ts'
import type { Owners } from './owners.ts'

/** Later than every day: a row that never counts starts here, a row that is never undone ends here. */
export const never: DayNumber = 0x7fffffff

export interface Trace {
  readonly journal: Journal
  /** Day from which a row counts: the latest of its own, its source's and its document's; `never` when it cannot be understood. */
  readonly start: Int32Array
  /** Day from which it no longer counts because it, or what it stood on, was reversed. */
  readonly end: Int32Array
  readonly documents: Owners
  readonly sources: Owners
  /** Index of the document that a row states or settles, or −1. */
  readonly document: Int32Array
  /** Index of the source that a row states or draws on, or −1. */
  readonly source: Int32Array
  /** Index of the row that a reverse, recover or match is about, or −1. */
  readonly target: Int32Array
  readonly rowByCode: Int32Array
  /** Rows that cannot be understood, whatever the day. */
  readonly problems: Problem[]
}

export function report<C extends ProblemCode>(trace: Trace, i: number, c: C, params: Problems[C]): void {
  trace.problems.push(problem(c, params, whereOf(trace.journal, i)))
}

export function whereOf(journal: Journal, i: number): { file: string; line: number } {
  return { file: textAt(journal.files, journal.file, i), line: journal.line[i] ?? 0 }
}

/** What people call a row: its document's number if it states one, else its id. */
export function nameOfRow(journal: Journal, i: number): string {
  return textAt(journal.documents, journal.document, i) || rowIdAt(journal, i)
}

export function accountName(journal: Journal, i: number): string {
  return `${textAt(journal.customers, journal.customer, i)} ${textAt(journal.currencies, journal.currency, i)}`
}

/** True when a row counts on that day. */
export function counts(trace: Trace, i: number, day: number): boolean {
  return (trace.start[i] ?? 0) <= day && (trace.end[i] ?? 0) > day
}
