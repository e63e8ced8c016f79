// Accepted classifications, append-only: the class of a customer as of a day is the last accepted one.
import type { Day } from '../base/day.ts'
import type { CustomerId } from './customer.ts'

export interface ClassRow {
  readonly date: Day
  readonly customer: CustomerId
  /** `tier`, `grade`, `rfm`, `segment`, or a dimension of the book's own. */
  readonly dimension: string
  readonly class: string
  readonly reason: string
}
