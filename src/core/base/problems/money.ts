// Codes of the area "money" and what each carries.

export interface MoneyProblems {
  'unknown-document': { readonly number: string; readonly like: readonly string[] }
  'unknown-item': { readonly item: string; readonly like: readonly string[] }
  'unknown-source': { readonly name: string }
  'ambiguous-document': { readonly name: string; readonly candidates: readonly string[] }
  'amount-not-positive': { readonly text: string; readonly currency: string }
  'settles-currencies': { readonly currencies: readonly string[] }
  'settles-twice': { readonly number: string }
  'settles-beyond-payment': {
    readonly named: string
    readonly amount: string
    readonly over: string
    readonly currency: string
  }
  'settles-beyond-open': {
    readonly number: string
    readonly wanted: string
    readonly open: string
    readonly over: string
    readonly currency: string
  }
  'document-of-other': { readonly number: string; readonly owner: string; readonly customer: string }
  'document-in-other-currency': { readonly number: string; readonly currency: string; readonly paid: string }
  'nothing-open': {
    readonly number: string
    readonly amount: string
    readonly settled: string
    readonly currency: string
  }
  'payment-planned': {
    readonly id: string
    readonly customer: string
    readonly amount: string
    readonly currency: string
  }
  'payment-on-account': { readonly customer: string; readonly rest: string; readonly currency: string }
  'payment-tied': { readonly rest: string; readonly currency: string; readonly numbers: readonly string[] }
  'report-needs-customer': { readonly report: string }
  'unknown-report': { readonly name: string; readonly like: readonly string[]; readonly known: readonly string[] }
  'ends-before-begin': { readonly from: string; readonly to: string }
  'rows-of-nobody': { readonly customer: string; readonly count: number; readonly like: readonly string[] }
  'balance-differs': {
    readonly customer: string
    readonly day: string
    readonly rows: string
    readonly open: string
    readonly onAccount: string
    readonly off: string
  }
  'roll-forward-differs': {
    readonly customer: string
    readonly day: string
    readonly rolled: string
    readonly balance: string
    readonly off: string
  }
  'aging-differs': {
    readonly customer: string
    readonly day: string
    readonly columns: string
    readonly balance: string
    readonly off: string
  }
  'document-without-file': { readonly number: string; readonly kind: string }
  'document-without-rows': { readonly number: string; readonly total: string }
  'lines-differ': { readonly number: string; readonly lines: string; readonly total: string; readonly off: string }
  'rows-differ': { readonly number: string; readonly rows: string; readonly total: string; readonly off: string }
  'row-and-file-differ': {
    readonly number: string
    readonly id: string
    readonly field: string
    readonly inRow: string
    readonly inFile: string
  }
  'number-twice': { readonly number: string; readonly account: string; readonly other: string; readonly place: string }
  'number-missing': { readonly number: string; readonly kind: string; readonly pattern: string }
  'sale-billed-twice': { readonly id: string; readonly bills: readonly string[] }
  'billed-sale-missing': { readonly id: string; readonly bills: readonly string[] }
  'billed-sale-reversed': { readonly id: string; readonly bills: readonly string[] }
  'move-unpaired': { readonly of: string; readonly outs: number; readonly ins: number }
  'unknown-format': { readonly name: string; readonly like: readonly string[]; readonly known: readonly string[] }
  'unknown-row': { readonly name: string }
  'source-holds-less': {
    readonly name: string
    readonly wanted: string
    readonly amount: string
    readonly remaining: string
    readonly currency: string
  }
  'nothing-applied': { readonly name: string }
  'nothing-on-account': { readonly name: string; readonly currency: string }
  'cannot-reverse': { readonly kind: string; readonly name: string }
  'already-reversed': { readonly kind: string; readonly name: string; readonly date: string }
  'reverse-too-early': { readonly name: string; readonly date: string; readonly began: string }
  'sale-is-billed': { readonly id: string }
  'reverse-drawn': {
    readonly name: string
    readonly drawn: string
    /** Ids of the rows that draw on it. */
    readonly rows: readonly string[]
  }
  'move-to-itself': { readonly name: string }
  'move-without-rate': { readonly from: string; readonly to: string; readonly date: string }
  'number-taken': { readonly number: string; readonly customer: string }
  'credit-beyond': {
    readonly number: string
    readonly wanted: string
    readonly amount: string
    readonly prior: string
    readonly left: string
    readonly currency: string
  }
  'no-such-line': { readonly number: string; readonly line: number; readonly lines: number }
  'credited-whole': {
    readonly number: string
    readonly amount: string
    readonly prior: string
    readonly currency: string
  }
  'credit-amount-and-lines': { readonly number: string; readonly amount: string; readonly lines: readonly number[] }
  'credit-needs-document': { readonly name: string; readonly flag: string }
  'writeoff-beyond-open': {
    readonly number: string
    readonly wanted: string
    readonly open: string
    readonly over: string
    readonly currency: string
  }
  'line-credited': { readonly number: string; readonly line: number; readonly by: string }
  'released-already': { readonly number: string; readonly sale: string; readonly by: string }
  'release-needs-lines': { readonly number: string }
  'credit-planned': { readonly number: string; readonly of: string; readonly amount: string; readonly currency: string }
  'void-settled': {
    readonly number: string
    readonly settled: string
    readonly currency: string
    readonly by: readonly string[]
    /** Ids of write-offs and deductions, which stand on no money and are reversed rather than unapplied. */
    readonly alone: readonly string[]
  }
  'nothing-written-off': { readonly name: string }
  'recover-beyond': { readonly name: string; readonly wanted: string; readonly left: string; readonly currency: string }
  'recover-one-thing': { readonly name: string }
  'report-needs-period': { readonly report: string }
  'report-rate-missing': { readonly from: readonly string[]; readonly to: string; readonly day: string }
}
