// What verbs decide: a plan for those that write, a report for those that only look.
import type { Day } from '../base/day.ts'
import type { Hash, RowId } from '../base/id.ts'
import type { Problem } from '../base/problem.ts'
import type { Change } from './change.ts'
import type { Language } from './customer.ts'
import type { Output } from './paper.ts'

/** Everything a decision may depend on beside the book and its input. */
export interface Context {
  /** The only clock. */
  readonly today: Day
  /** The reader's language; never decides anything but words. */
  readonly language: Language
  readonly hash: Hash
  /** Syllables of Chinese text in pinyin without tones, other characters as they are: 云帆A → ['yun', 'fan', 'A']. */
  readonly romanise: (text: string) => readonly string[]
  /** The n-th id (from 0) for what a person enters: random, but the same when the plan is made again in one run. */
  readonly freshId: (n: number) => RowId
}

/** A text that the user wants beside the book, as the rejected lines of an import; the path is relative to where he stands. */
export interface AnswerFile {
  readonly path: string
  readonly text: string
}

/** An error among the problems means that nothing is written. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
  readonly output: Output
  /** 1: done, and there is something to look at. */
  readonly exit?: 0 | 1
  /** Many rows or documents at once: on a terminal the plan is shown and a yes asked for. */
  readonly confirm?: boolean
  /** Written once the changes are committed, or when there are none; not by a dry run. */
  readonly files?: readonly AnswerFile[]
}

export interface Report {
  readonly output: Output
  readonly problems: readonly Problem[]
  readonly exit?: 0 | 1
}
