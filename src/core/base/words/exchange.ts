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
  'unfitText',
  'notOneOf',
  'unknownDirection',
  'signDiffers',
  'rateDiffers',
  'sameCurrency',
] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What is found out about the layout of a foreign table. */
export const layoutWords = [
  'encoding',
  'delimiter',
  'headingRow',
  'dateColumn',
  'amountColumn',
  'dateFormat',
  'decimalMark',
  'sign',
  'readLines',
] as const
export type LayoutWord = (typeof layoutWords)[number]

/** What it rests on. */
export const evidenceWords = [
  'bySaid',
  'byMark',
  'byBytes',
  'byWidth',
  'byHeading',
  'byCells',
  'byColumn',
  'byForm',
  'byBalance',
  'byWords',
  'bySigns',
  'byBank',
  'byReading',
  'undecided',
] as const
export type EvidenceWord = (typeof evidenceWords)[number]

export const exchangeWords = [
  ...layoutWords,
  ...evidenceWords,
  'knownRows',
  'layout',
  'property',
  'example',
  'heading',
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
