// What a payment settles, document by document.
import { type Minor, sum } from '../../base/money.ts'
import type { Table } from '../../base/table.ts'
import { dueOf, type Share } from '../../ledger/allocate.ts'
import type { EarlyDiscount } from '../../ledger/early.ts'

/** At least one share; all in one currency. `early`: what one of the documents is lowered by beside the payment. */
export function settledTable(shares: readonly Share[], early: EarlyDiscount | null = null): Table {
  const discountOf = ({ document }: Share): Minor => (document === early?.document ? early.discount : 0)
  const leftOf = (share: Share): Minor => share.document.open - share.amount - discountOf(share)
  const discount = (amount: Minor) => (early === null ? {} : { discount: amount })
  return {
    name: 'settled',
    columns: [
      { key: 'document', type: 'id' },
      { key: 'date', type: 'day' },
      { key: 'due', type: 'day' },
      { key: 'open', type: 'money' },
      { key: 'applied', type: 'money' },
      ...(early === null ? [] : [{ key: 'discount', type: 'money' } as const]),
      { key: 'left', type: 'money' },
      { key: 'currency', type: 'text' },
    ],
    rows: shares.map((share) => ({
      document: share.document.number,
      date: share.document.date,
      due: dueOf(share.document),
      open: share.document.open,
      applied: share.amount,
      ...discount(discountOf(share)),
      left: leftOf(share),
      currency: share.document.currency,
    })),
    totals: [
      {
        document: null,
        date: null,
        due: null,
        open: sum(shares.map((s) => s.document.open)),
        applied: sum(shares.map((s) => s.amount)),
        ...discount(sum(shares.map(discountOf))),
        left: sum(shares.map(leftOf)),
        currency: shares[0]?.document.currency ?? null,
      },
    ],
  }
}
