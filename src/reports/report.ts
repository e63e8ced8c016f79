// What every report is: a pure function of the book and of what was asked.
import type { Currency } from '../core/base/currency.ts'
import type { Day } from '../core/base/day.ts'
import type { Period } from '../core/base/period.ts'
import type { Book, BookPart } from '../core/book/book.ts'
import type { Context, Report } from '../core/book/plan.ts'

/** What the command line asked. A report uses what it understands; the rest does not concern it. */
export interface ReportWish {
  /** Words after the report's name: customers or documents, as people name them. */
  readonly names: readonly string[]
  /** Rows dated later do not exist: `--as-of`, else the last day of the period, else today. */
  readonly asOf: Day
  /** `--period`, or `--from` and `--to`; null: everything up to `asOf`. */
  readonly period: Period | null
  /** `--by`, one of the report's `by`; null: its usual. */
  readonly by: string | null
  /** `--kind`, one of the report's `kinds`; null: its usual. */
  readonly kind: string | null
  /** As pages for the customers in their languages instead of a table. */
  readonly paper: boolean
  /** Down to single documents. */
  readonly detail: boolean
  /** Also what cancels out: reversed rows and their reversals. */
  readonly all: boolean
  /** Aging: days count from the due day or from the bill's own; null: the report's usual. */
  readonly base: 'due' | 'bill' | null
  /** `--in`: amounts converted at the rates of `asOf`; null: each in its own currency. */
  readonly inCurrency: Currency | null
}

export interface ReportModule {
  readonly needs: readonly BookPart[]
  /** What `--by` may be, the usual first; empty where there is no choice. */
  readonly by: readonly string[]
  /** What `--kind` may be, the usual first; left out where there is no choice. */
  readonly kinds?: readonly string[]
  /** Whether it asks the journal only what every account comes to: then `book.standing` may stand in for it. */
  standing?(wish: ReportWish): boolean
  report(book: Book, wish: ReportWish, context: Context): Report
  /** `--compare`: the book as it was known then against the book as it is. Only reports that can. */
  compare?(believed: Book, known: Book, wish: ReportWish, context: Context): Report
}

export interface ReportEntry {
  readonly name: string
  readonly load: () => Promise<ReportModule>
}
