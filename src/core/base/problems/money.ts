// Codes of the area "money" and what each carries.

export interface MoneyProblems {
  'unknown-document': { readonly number: string; readonly like: readonly string[] }
  'unknown-item': { readonly item: string; readonly like: readonly string[] }
}
