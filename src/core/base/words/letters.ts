// Words of the area "letters": columns, states and kinds that tables show.
export const lettersWords = [] as const
