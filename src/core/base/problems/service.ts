// Codes of the area "service" and what each carries.

export interface ServiceProblems {
  'unknown-activity-kind': { readonly kind: string; readonly like: readonly string[] }
}
