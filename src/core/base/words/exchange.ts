// Words of the area "exchange": columns, states and kinds that tables show.
export const exchangeWords = [] as const
