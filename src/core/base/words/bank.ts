// Words of the area "bank": columns, states and kinds that tables show.
export const bankWords = [] as const
