// Words of the area "analysis": columns, states and kinds that tables show.
export const analysisWords = [] as const
