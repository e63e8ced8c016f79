// Words of the area "money": columns, states and kinds that tables show.
export const moneyWords = ['settled', 'open', 'applied', 'left', 'onAccount', 'method'] as const
