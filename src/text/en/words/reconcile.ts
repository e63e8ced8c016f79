// The words of the area "reconcile" as people read them.
import type { reconcileWords } from '../../../core/base/words/reconcile.ts'

export const reconcile: Readonly<Record<(typeof reconcileWords)[number], string>> = {
  accountProof: 'Proof by account',
  opened: 'Opening',
  movedIn: 'In',
  movedOut: 'Out',
  closingMade: 'Closing',
  closingStated: 'Statement says',
  enteredOnly: 'Payments entered, without a bank line',
  byRule: 'by rule',
  reconcilePlan: 'Plan',
}
