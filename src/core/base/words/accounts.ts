// Words of the area "accounts": exchange differences, statements, confirmations.
export const accountsWords = [
  'exchange',
  'realised',
  'unrealised',
  'bookedValue',
  'settledValue',
  'closingValue',
  'difference',
  'unrealisedBefore',
  'unrealisedAtEnd',
  'result',
] as const
