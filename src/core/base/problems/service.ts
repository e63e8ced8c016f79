// Codes of the area "service" and what each carries.

export interface ServiceProblems {
  'unknown-activity-kind': { readonly kind: string; readonly like: readonly string[] }
  'unknown-case': { readonly id: string; readonly like: readonly string[] }
  'case-missing': { readonly kind: string }
  'case-closed': { readonly id: string; readonly day: string }
  'not-minutes': { readonly text: string }
  'not-a-scale': { readonly text: string }
  'not-a-time': { readonly text: string }
  'rating-outside': { readonly text: string; readonly scale: string }
  'activity-logged': { readonly id: string; readonly customer: string }
  'case-opened': { readonly id: string }
}
