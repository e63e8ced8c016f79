// Words of the area "exchange": columns, states and kinds that tables show.

/** Why a row of a foreign file was not taken. */
export const rejectReasons = [
  'raggedRow',
  'missingValue',
  'missingCustomer',
  'unknownCustomer',
  'ambiguousCustomer',
  'notADay',
  'notAnAmount',
  'notANumber',
  'tooManyDecimals',
  'tooLarge',
  'unknownCurrency',
  'symbolDiffers',
  'zeroAmount',
  'negativeAmount',
  'amountDiffers',
  'otherCustomersDocument',
  'otherCurrency',
  'documentDiffers',
  'documentTwice',
  'referenceDiffers',
  'sameName',
  'notOneOf',
  'unknownDirection',
  'signDiffers',
  'rateDiffers',
  'sameCurrency',
] as const
export type RejectReason = (typeof rejectReasons)[number]

export const exchangeWords = [
  ...rejectReasons,
  'import',
  'rejects',
  'columns',
  'column',
  'field',
  'found',
  'imported',
  'known',
  'rejected',
  'returns',
  'format',
] as const
