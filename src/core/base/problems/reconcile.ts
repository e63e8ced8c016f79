// Codes of the area "reconcile": decisions on bank lines and what each carries.

export interface ReconcileProblems {
  'disputes-opened': { readonly count: number }
  'dispute-paid': { readonly id: string; readonly customer: string; readonly documents: string }
  'decisions-taken': { readonly booked: number; readonly ignored: number; readonly left: number }
  /** `seen`: what the person was shown; empty where it does not matter. */
  'plan-stale': {
    readonly line: string
    readonly why: 'booked' | 'ignored' | 'open' | 'proposal'
    readonly seen?: string
  }
  'decision-not-possible': { readonly line: string; readonly decision: string }
  'no-such-choice': { readonly line: string; readonly count: number }
  'line-settles-nothing': { readonly line: string; readonly document: string }
  'share-too-large': { readonly line: string; readonly document: string }
  'shares-not-the-line': { readonly line: string }
  'no-rule-from-line': { readonly line: string }
  'not-a-decision': { readonly text: string }
  'decided-twice': { readonly line: string }
  'flags-exclude': { readonly flags: readonly string[] }
  'plan-written': { readonly path: string; readonly lines: number }
  'lines-by-rule': { readonly count: number }
  'rule-proposed': { readonly text: string; readonly count: number; readonly line: string }
  'balances-apart': { readonly account: string }
  'entered-without-account': { readonly count: number }
  'rule-added': { readonly name: string }
}
