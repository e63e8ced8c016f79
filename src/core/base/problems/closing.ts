// Codes of the area "closing": closing and reopening months, and what check finds in closed ones.

export interface ClosingProblems {
  /** `count` rows or documents, the first on `date`; `newest` is the newest closed month, `open` the first open day. */
  'month-closed': {
    readonly month: string
    readonly date: string
    readonly count: number
    readonly newest: string
    readonly open: string
  }
  'not-a-month': { readonly text: string }
  'month-not-over': { readonly month: string; readonly last: string; readonly today: string }
  'month-closed-already': { readonly month: string; readonly newest: string }
  'month-before-book': { readonly month: string; readonly first: string }
  'close-out-of-order': { readonly month: string; readonly next: string }
  'month-unproven': { readonly month: string; readonly findings: number }
  'month-has-open-lines': { readonly month: string; readonly count: number }
  'month-is-closed': { readonly month: string; readonly count: number; readonly open: string }
  'month-not-closed': { readonly month: string }
  'reopen-newest-first': { readonly month: string; readonly newest: string }
  'month-is-reopened': { readonly month: string; readonly date: string; readonly reason: string }
  'booked-on-open-day': { readonly count: number; readonly newest: string; readonly open: string }
  'close-edited': { readonly month: string }
  'close-unchained': { readonly month: string; readonly before: string }
  'close-gap': { readonly month: string; readonly before: string }
  'closed-after-reopened': { readonly month: string; readonly reopened: string }
  'closed-row-added': { readonly month: string; readonly kind: 'row' | 'document'; readonly id: string }
  'closed-row-missing': { readonly month: string; readonly kind: 'row' | 'document'; readonly id: string }
  'closed-row-edited': { readonly month: string; readonly kind: 'row' | 'document'; readonly id: string }
  'closed-list-damaged': { readonly month: string; readonly was: number; readonly is: number }
  'closed-total-differs': {
    readonly month: string
    readonly total: string
    readonly was: string
    readonly is: string
    readonly off: string
  }
  /** `age`: the name of a bucket, as `31–60`. */
  'provision-without-rate': { readonly segment: string; readonly currency: string; readonly age: string }
  'framework-without-provision': Record<never, never>
  /** `rates`: how many a segment needs. */
  'provision-not-set-up': { readonly rates: number }
  'provision-rates-count': { readonly segment: string; readonly found: number; readonly rates: number }
  'nothing-to-explain': { readonly name: string }
  'line-missing': { readonly line: string; readonly row: string }
  'line-overbooked': {
    readonly line: string
    readonly booked: string
    readonly brought: string
    readonly over: string
    readonly rows: readonly string[]
  }
  'line-ignored-and-booked': { readonly line: string; readonly row: string }
}
