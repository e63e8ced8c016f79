// What every account comes to, and what of it is open: all that balances and aging need of a journal, however long that is.
import type { Currency } from '../base/currency.ts'
import type { CustomerId } from './customer.ts'

/** Accounts side by side, in order of customer and currency, even ones too. */
export interface Standing {
  readonly customers: readonly CustomerId[]
  readonly currencies: readonly Currency[]
  /** 1 where anything moved the account. */
  readonly moved: Uint8Array
  readonly balance: Float64Array
  readonly open: Float64Array
  readonly onAccount: Float64Array
  /** The last day on which a row of the account begins or ends to count: from it on the account stands so. */
  readonly since: Int32Array
  /** The open instalments of account `n` are those from `at[n]` up to, not including, `at[n + 1]`. */
  readonly at: Uint32Array
  readonly due: Int32Array
  /** Day of the document. */
  readonly day: Int32Array
  /** Not 0. */
  readonly left: Float64Array
}
