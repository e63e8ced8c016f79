// Words of the area "billing": columns, states and kinds that tables show.
export const billingWords = ['bills', 'lines', 'net', 'tax', 'terms'] as const
