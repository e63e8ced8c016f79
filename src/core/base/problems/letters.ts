// Codes of the area "letters" and what each carries.

export interface LettersProblems {
  'nothing-overdue': Record<never, never>
  'no-letter-due': Record<never, never>
  'letters-due': { readonly count: number }
  'letters-not-again': { readonly count: number }
  'reminders-recorded': { readonly count: number }
}
