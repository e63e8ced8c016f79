// A class that a customer belongs to by today's facts, and why.
import type { CustomerId } from '../book/customer.ts'

export interface Assignment {
  readonly index: number
  readonly customer: CustomerId
  /** One of the dimensions of every book, or one that the book declares. */
  readonly dimension: string
  readonly class: string
  /** Facts and bounds in the predicate language, the same in every language. */
  readonly reason: string
}
