// Words of the area "store": columns, states and kinds that tables show.
export const storeWords = ['finished', 'discarded', 'kept'] as const
