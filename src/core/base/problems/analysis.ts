// Codes of the area "analysis" and what each carries.

export interface AnalysisProblems {
  'unknown-fact': { readonly fact: string; readonly like: readonly string[] }
  'predicate-unclear': { readonly text: string }
  /** `type` is what the fact measures: money, number, days, percent, day, class, text, list, flag. */
  'predicate-value': { readonly fact: string; readonly operator: string; readonly text: string; readonly type: string }
  'fact-not-numeric': { readonly fact: string; readonly type: string }
  'fact-rate-missing': { readonly from: readonly string[]; readonly currency: string; readonly day: string }
  'nobody-matches': { readonly predicate: string }
  'nothing-accepted': { readonly day: string }
  'not-a-count': { readonly flag: string; readonly text: string }
  'classes-accepted': { readonly count: number; readonly customers: number }
  'classes-unchanged': Record<never, never>
  'classes-not-accepted': { readonly count: number }
  'class-unknown-amount': { readonly customers: readonly string[] }
  'unknown-dimension': {
    readonly dimension: string
    readonly like: readonly string[]
    readonly known: readonly string[]
  }
  'unknown-class': { readonly dimension: string; readonly class: string; readonly known: readonly string[] }
  'one-view': { readonly names: readonly string[] }
  'note-empty': { readonly dimension: string }
  'class-noted': { readonly dimension: string }
  /** `since`: the day of its last note, or of its first acceptance. */
  'class-review-due': { readonly dimension: string; readonly since: string }
  'classes-compared': { readonly count: number; readonly from: string; readonly to: string }
  'unknown-view': { readonly name: string; readonly known: readonly string[] }
  'alerts-new': { readonly count: number }
  'alerts-recorded': { readonly count: number }
  'no-new-alerts': Record<never, never>
}
