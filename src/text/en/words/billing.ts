// The words of the area "billing" as people read them.
import type { billingWords } from '../../../core/base/words/billing.ts'

export const billing: Readonly<Record<(typeof billingWords)[number], string>> = {
  bills: 'Bills',
  lines: 'Lines',
  net: 'Net',
  tax: 'Tax',
  terms: 'Terms',
  lateDays: 'Days late',
  partPaid: 'Part-paid',
  disputed: 'Disputed',
  paid: 'Paid',
  credited: 'Credited',
  void: 'Void',
}
