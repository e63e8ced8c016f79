// What of a large book a verb is about, so that nothing else of it needs to be read.
import type { CustomerId } from './customer.ts'
import type { Customers } from './customers.ts'
import type { Context } from './plan.ts'

export interface About {
  /** Their rows are read, and the bills among them. */
  readonly customers: ReadonlySet<CustomerId>
  /** Bills and quotes that are looked for whosever they are. */
  readonly documents: readonly string[]
}

/** Null where the whole book is meant, or nobody was found. */
export type AboutWhom = (customers: Customers, context: Context) => About | null

/** Thrown by a verb that was given a part of the book and finds that it is asked about more: it is given the whole then. */
export class PartTooSmall extends Error {}
