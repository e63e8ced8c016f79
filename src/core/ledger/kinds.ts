// The kinds of journal rows as codes, and which way each moves what a customer owes.
import { journalKinds, kindCode } from '../book/journal.ts'

export const code = {
  sale: kindCode('sale'),
  opening: kindCode('opening'),
  bill: kindCode('bill'),
  fee: kindCode('fee'),
  recover: kindCode('recover'),
  credit: kindCode('credit'),
  payment: kindCode('payment'),
  in: kindCode('in'),
  out: kindCode('out'),
  deduct: kindCode('deduct'),
  writeoff: kindCode('writeoff'),
  apply: kindCode('apply'),
  refund: kindCode('refund'),
  match: kindCode('match'),
  reverse: kindCode('reverse'),
} as const

/** +1 raises what the customer owes, −1 lowers it, 0 leaves it; times the row's amount. */
export const signOf: Int8Array = new Int8Array(journalKinds.length)
for (const k of ['opening', 'bill', 'fee', 'recover', 'refund', 'out'] as const) signOf[code[k]] = 1
for (const k of ['credit', 'payment', 'in', 'deduct', 'writeoff'] as const) signOf[code[k]] = -1
