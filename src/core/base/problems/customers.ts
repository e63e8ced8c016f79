// Codes of the area "customers" and what each carries.

export interface CustomersProblems {
  'unknown-customer': { readonly name: string; readonly like: readonly string[] }
  'ambiguous-customer': { readonly name: string; readonly candidates: readonly string[] }
  'customer-exists': { readonly id: string }
  'customer-added': { readonly id: string }
  'fields-changed': { readonly id: string; readonly count: number }
  'empty-name': Record<never, never>
  'bad-customer-id': { readonly id: string }
  'id-is-fixed': { readonly id: string }
  'bad-email': { readonly text: string }
  'unknown-staff': { readonly name: string; readonly like: readonly string[] }
  'same-name': { readonly name: string; readonly ids: readonly string[] }
  'nothing-to-edit': { readonly id: string }
}
