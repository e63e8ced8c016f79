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
  settledBy: 'Settled by',
  bankReconciliation: 'Bank reconciliation',
  timingItems: 'Recorded by one side only',
  timing: 'Class',
  byBook: 'Book',
  byStatement: 'Statement',
  balanceStated: 'balance',
  plusReceived: 'plus received by the other side only',
  lessPaid: 'less paid by the other side only',
  balanceAdjusted: 'adjusted balance',
  bankReceived: 'received by the bank, not in the book',
  bankPaid: 'paid by the bank, not in the book',
  bookReceived: 'received in the book, not by the bank',
  bookPaid: 'paid in the book, not by the bank',
  who: 'Who',
}
