// Whether the payer of a line may be the customer that other evidence points to, and what he lets be booked.
import { policyOf } from '../../book/allocation.ts'
import type { CustomerId } from '../../book/customer.ts'
import type { Work } from './lines.ts'
import type { Matching } from './matching.ts'

/** `other`: he is known as, or named like, somebody else. `resembles`: only his name, and not exactly. */
export type Agreement = 'known' | 'resembles' | 'unknown' | 'other'

export function payerAgrees(matching: Matching, work: Work, customer: CustomerId): Agreement {
  const payer = matching.payers.of(work.line)
  if (payer !== null && payer !== 'unclear') {
    if (payer.customer === customer) return 'known'
    if (payer.by !== 'words') return 'other'
  }
  const likely = matching.likely(work)
  if (likely.has(customer)) return 'resembles'
  return payer !== 'unclear' && [...likely.values()].includes('likely') ? 'other' : 'unknown'
}

/** Money of this customer is set only against documents that it names: an amount that fits is suggested, not booked. */
export function isExplicit({ book }: Matching, { customer }: { readonly customer: CustomerId }): boolean {
  return policyOf(book.settings, book.customers.get(customer)) === 'explicit'
}
