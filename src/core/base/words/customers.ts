// Words of the area "customers": columns, states and kinds that tables show.
export const customersWords = [] as const
