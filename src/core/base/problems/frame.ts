// Codes of the area "frame": the command line itself and the book as a whole.

export interface FrameProblems {
  /** `text` is what the parser of arguments said. */
  usage: { readonly text: string }
  'unknown-option': { readonly option: string; readonly like: readonly string[] }
  'argument-missing': { readonly name: string }
  'option-needs-value': { readonly option: string }
  'too-many-arguments': { readonly allowed: number }
  'unknown-verb': { readonly name: string; readonly like: readonly string[] }
  'no-book': { readonly path: string }
  'not-a-day': { readonly flag: string; readonly text: string }
  'not-a-period': { readonly flag: string; readonly text: string }
  'not-an-amount': {
    readonly flag: string
    readonly text: string
    readonly currency: string
    readonly decimals: number
  }
  /** In the smallest unit of its currency. */
  'amount-too-large': { readonly amount: string }
  'not-a-number': { readonly flag: string; readonly text: string }
  'not-one-of': { readonly flag: string; readonly text: string; readonly allowed: readonly string[] }
  /** `character` as U+202E. */
  'hidden-character': { readonly text: string; readonly character: string }
  'flag-missing': { readonly flag: string }
  'unknown-code': { readonly name: string; readonly like: readonly string[] }
  'changed-underneath': { readonly file: string }
  'today-before-rows': { readonly today: string; readonly newest: string }
  'today-ahead': { readonly today: string; readonly newest: string; readonly days: number }
  /** So far ahead that nobody is billed or reminded without a yes. */
  'today-far-ahead': { readonly today: string; readonly newest: string; readonly days: number }
  'plan-changed': Record<never, never>
  'output-folder-not-empty': { readonly path: string }
  'output-exists-as-folder': { readonly path: string }
  'file-failed': { readonly path: string; readonly reason: string }
  'cannot-write': { readonly path: string; readonly reason: string }
  'cannot-read': { readonly path: string; readonly reason: string }
  'dry-run': Record<never, never>
  'nothing-to-do': Record<never, never>
  'not-understood': { readonly text: string; readonly expected: string }
  cancelled: Record<never, never>
  'needs-confirmation': Record<never, never>
  'not-a-timezone': { readonly text: string }
  'book-exists': { readonly path: string }
  'book-created': { readonly path: string }
  'demo-folder-taken': { readonly path: string }
  'git-failed': { readonly reason: string }
  'no-book-at-commit': { readonly commit: string }
  'not-known-to-git': { readonly when: string; readonly reason: string }
  'known-at-reads': { readonly verb: string }
  'as-known-at': { readonly commit: string }
}
