// Words of the area "bank": columns, states and kinds that tables show.

/** By what a line was matched, from certain to vague. */
export const matchRules = [
  'acceptedByPerson',
  'byHand',
  'creditorReference',
  'documentNumber',
  'advice',
  'numberAndAmount',
  'nearNumber',
  'paidTogether',
  'payerAndAmount',
  'lessDeduction',
  'wholeBalance',
  'severalDocuments',
  'nameAndAmount',
  'payerOnly',
  'nameOnly',
  'amountOnly',
] as const
export type MatchRule = (typeof matchRules)[number]

/** Why a line was not booked. */
export const openReasons = [
  'moneyOut',
  'noTrace',
  'tie',
  'severalSums',
  'chanceSum',
  'otherCurrencyThan',
  'payerOfAnother',
  'payerUnclear',
  'alreadyPaid',
  'severalCustomers',
  'shortOfSeveral',
  'amountFitsNothing',
  'adviceDiffers',
  'adviceUnclear',
  'onlyNameFits',
  'onlyAmountFits',
] as const
export type OpenReason = (typeof openReasons)[number]

export const bankWords = [
  ...matchRules,
  ...openReasons,
  'bankLines',
  'candidates',
  'waitingMoney',
  'reconciliation',
  'account',
  'payer',
  'payerAccount',
  'reference',
  'structured',
  'matched',
  'suggested',
  'ignored',
  'unmatched',
  'bookedRows',
  'onAccountRest',
  'alternatives',
  'to',
  'closing',
  'statementNumber',
  'missing',
  'bankBalances',
  'bankStatements',
  'bankGaps',
  'cameIn',
  'wentOut',
  'valueDay',
] as const
