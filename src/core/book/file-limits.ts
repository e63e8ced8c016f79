// What a file of a book may hold at most, so that it is read in little time whatever it holds.

/** Brackets that may be open at a time in one line of YAML. */
export const mostBrackets = 40

/** Of a customer's file. */
export const customerBytes = 64 * 1024
