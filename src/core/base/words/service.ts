// Words of the area "service": columns, states and kinds that tables show.
export const serviceWords = [] as const
