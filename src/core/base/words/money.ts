// Words of the area "money": columns, states and kinds that tables show.
export const moneyWords = [] as const
