// Words of the area "bank": columns, states and kinds that tables show.

/** By what a line was matched, from certain to vague. */
export const matchRules = [
  'acceptedByPerson',
  'byHand',
  'returned',
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

/** Why a payer keeps a part of a bill back; `unstated`: he contests it without saying why. */
export const disputeCauses = ['quantity', 'quality', 'price', 'promotion', 'tax', 'freight', 'unstated'] as const
export type DisputeCause = (typeof disputeCauses)[number]

/** Why a line was not booked. */
export const openReasons = [
  'moneyOut',
  'moneyBack',
  'returnUnclear',
  'takenBack',
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
  'fitsAnother',
  'amountFitsNothing',
  'adviceDiffers',
  'adviceUnclear',
  'onlyNameFits',
  'onlyAmountFits',
  'notDecided',
  'shortStated',
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
  'bankRules',
  'uses',
  'lastUse',
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
