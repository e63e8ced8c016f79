// Codes of the area "analysis" and what each carries.

export interface AnalysisProblems {
  'unknown-fact': { readonly fact: string; readonly like: readonly string[] }
}
