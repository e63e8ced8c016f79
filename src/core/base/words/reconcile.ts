// Words of the area "reconcile": proof of the accounts, plans, rules.

export const reconcileWords = [
  'accountProof',
  'opened',
  'movedIn',
  'movedOut',
  'closingMade',
  'closingStated',
  'enteredOnly',
  'byRule',
  'reconcilePlan',
] as const
