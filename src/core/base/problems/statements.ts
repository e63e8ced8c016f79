// Codes of the area "statements" and what each carries: what was found in the lines of a bank or wallet.

export interface StatementsProblems {
  'statement-accounts': { readonly accounts: readonly string[] }
  'statement-sum': {
    readonly opening: string
    readonly lines: string
    readonly closing: string
    readonly currency: string
  }
  'lines-pending': { readonly count: number }
  'lines-failed': { readonly count: number; readonly states: readonly string[] }
  'lines-neutral': { readonly count: number; readonly states: readonly string[] }
  'lines-balance': { readonly count: number }
  'lines-cancelled': { readonly count: number }
  'statement-totals': {
    readonly direction: 'in' | 'out'
    readonly said: string
    readonly found: string
    readonly currency: string
  }
  'rows-below': { readonly count: number }
  'balances-unread': { readonly count: number }
  'fees-taken-off': { readonly count: number }
  'lines-maybe-known': { readonly count: number; readonly lines: readonly number[]; readonly date: string }
  'lines-apart': { readonly count: number }
  /** `same`: lines held for known; `apart`: lines of the same days that the other format does not have. */
  'lines-other-format': { readonly same: number; readonly apart: number; readonly formats: readonly string[] }
  'lines-retold': { readonly count: number; readonly lines: readonly number[] }
  'records-other': { readonly count: number }
}
