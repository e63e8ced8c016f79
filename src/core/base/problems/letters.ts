// Codes of the area "letters" and what each carries.

export interface LettersProblems {
  'nothing-overdue': Record<never, never>
}
