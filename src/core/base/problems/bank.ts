// Codes of the area "bank" and what each carries.

export interface BankProblems {
  'unknown-account': { readonly account: string; readonly known: readonly string[] }
  'unknown-line': { readonly line: string; readonly candidates: readonly string[] }
  'lines-reconciled': {
    readonly matched: number
    readonly suggested: number
    readonly unmatched: number
    readonly known: number
    readonly ignored: number
  }
  'payers-learnt': { readonly count: number }
}
