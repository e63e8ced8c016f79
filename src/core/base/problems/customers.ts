// Codes of the area "customers" and what each carries.

export interface CustomersProblems {
  'unknown-customer': { readonly name: string; readonly like: readonly string[] }
  'ambiguous-customer': { readonly name: string; readonly candidates: readonly string[] }
  'customer-exists': { readonly id: string }
}
