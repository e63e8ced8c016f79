// Codes of the area "exchange" and what each carries.

export interface ExchangeProblems {
  'missing-column': { readonly field: string; readonly headings: readonly string[] }
}
