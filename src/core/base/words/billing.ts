// Words of the area "billing": columns, states and kinds that tables show.
export const billingWords = [
  'bills',
  'lines',
  'net',
  'tax',
  'terms',
  'lateDays',
  'partPaid',
  'disputed',
  'paid',
  'credited',
  'void',
] as const
