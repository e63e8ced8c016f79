// Whether the payer of a line may be the customer that other evidence points to.
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
