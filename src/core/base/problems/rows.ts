// Codes of the area "rows": what is wrong with rows of the journal as they stand, and what each carries.

export interface RowsProblems {
  /** A row of the journal names something in its `document` or `of` that is not there. */
  'row-target-unknown': {
    readonly kind: string
    readonly id: string
    readonly column: 'document' | 'of'
    readonly target: string
  }
  /** An account is a customer and a currency. */
  'row-other-account': {
    readonly kind: string
    readonly id: string
    readonly account: string
    readonly target: string
    readonly other: string
  }
  'not-reversible': { readonly id: string; readonly target: string; readonly kind: string }
  'reversed-twice': { readonly id: string; readonly target: string }
  'reversed-before': { readonly id: string; readonly target: string; readonly date: string; readonly began: string }
  'used-after-reversal': {
    readonly kind: string
    readonly id: string
    readonly date: string
    readonly reversed: string
  }
  'over-settled': OverUse
  'over-used': OverUse
  'over-recovered': OverUse
}

/** Amounts with their currency, as `12.50 EUR`. */
interface OverUse {
  readonly kind: string
  readonly name: string
  readonly amount: string
  readonly used: string
  readonly over: string
}
