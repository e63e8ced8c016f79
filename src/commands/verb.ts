// The shape of a verb: flags to typed input, and which plan or report. A verb never commits and never renders.
import type { Day } from '../core/base/day.ts'
import type { Problem } from '../core/base/problem.ts'
import type { AboutWhom } from '../core/book/about.ts'
import type { Book, BookPart } from '../core/book/book.ts'
import type { NewBook } from '../core/book/new-book.ts'
import type { Output } from '../core/book/paper.ts'
import type { Context, Plan, Report } from '../core/book/plan.ts'
import type { World } from '../world/world.ts'
import type { Input } from './input.ts'

/** Decides and is applied by run.ts; asked again, with the same context, when the book changed meanwhile. */
export interface PlanTask {
  readonly task: 'plan'
  readonly needs: readonly BookPart[]
  /** Where it is about some customers only: the verb does the same with their part of the book, or throws `PartTooSmall`. */
  readonly about?: AboutWhom
  /** Where it is about some, whether it looks among all customers too. */
  readonly looksAround?: boolean
  /** Acts on what is due by today, on others: a jump of the clock wants a yes. */
  readonly byTheClock?: boolean
  plan(book: Book, context: Context): Plan
  /** Where a person sits at the terminal: goes through the book with him, and returns what is to be planned then. Holds no lock. */
  review?(book: Book, context: Context): Promise<PlanTask>
  /** Of what a review returned: it was carried out, or it was not. */
  ended?(isDone: boolean): void
}

export interface ReportTask {
  readonly task: 'report'
  readonly needs: readonly BookPart[]
  /** As of a plan. */
  readonly about?: AboutWhom
  /** Where it is about some, whether it looks among all customers too. */
  readonly looksAround?: boolean
  /** Of the journal it asks only what every account comes to by that day: `book.standing`, where there is one. */
  readonly standing?: Day
  /** Works on a book with broken files too, shows `found`, what reading found, itself, and its errors are findings: `crm check`. */
  readonly tolerant?: boolean
  report(book: Book, context: Context, found: readonly Problem[]): Report
  /** Wants both, the book as `--known-at` had it and the book as it is. */
  compare?(believed: Book, known: Book, context: Context): Report
}

/** A new book: what its `crm.yaml` says and where. */
export interface CreateTask {
  readonly task: 'create'
  readonly folder: string
  readonly start: NewBook
  readonly git: boolean
}

export interface ShowTask {
  readonly task: 'show'
  readonly output: Output
  readonly problems?: readonly Problem[]
}

/** Everything else: verbs that drive other verbs, or that work on `.crm/` itself. */
export interface ActTask {
  readonly task: 'act'
  act(): Promise<{ readonly output: Output; readonly problems: readonly Problem[]; readonly exit: number }>
}

export type Task = PlanTask | ReportTask | CreateTask | ShowTask | ActTask

export interface Verb {
  /** As commander writes them: `<id>`, `[name]`, `<file...>`. */
  readonly arguments: readonly string[]
  /** As commander writes them: `--period <period>`, `--tag <tag...>`, `-n, --dry-run`. Help for each is in text/. */
  readonly options: readonly string[]
  /** May look at the outside once (a file to import, a prompt); what it returns is pure. */
  prepare(input: Input, world: World): Promise<Task> | Task
}
