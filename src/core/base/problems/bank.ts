// Codes of the area "bank" and what each carries.

export interface BankProblems {
  'unknown-account': { readonly account: string }
}
