// Codes of the area "bank" and what each carries.

export interface BankProblems {
  'unknown-account': { readonly account: string; readonly known: readonly string[] }
  'unknown-line': { readonly line: string; readonly candidates: readonly string[] }
  'line-not-suggested': { readonly line: string }
  'several-candidates': { readonly line: string; readonly candidates: readonly string[] }
  'not-one-customer': { readonly line: string; readonly documents: readonly string[] }
  'bank-gaps': { readonly count: number }
  'not-the-payments': { readonly line: string; readonly payments: readonly string[] }
  'lines-ignored': { readonly count: number }
  'lines-reconciled': {
    readonly matched: number
    readonly suggested: number
    readonly unmatched: number
    readonly known: number
    readonly ignored: number
  }
  'payers-learnt': { readonly count: number }
}
