// The early-payment discount of a bill (`2/10 net 30`), taken when the money that comes in is just what it leaves.
import type { Day } from '../base/day.ts'
import { exact, roundHalfUp } from '../base/decimal.ts'
import { type Hash, rowId } from '../base/id.ts'
import { type Minor, safe } from '../base/money.ts'
import type { Bill } from '../book/bill.ts'
import { discountUntil } from '../book/due.ts'
import type { JournalRow } from '../book/journal.ts'
import { parseTerms } from '../book/terms.ts'
import type { LedgerDocument } from './documents.ts'
import { enterRow } from './enter.ts'

export interface EarlyDiscount {
  readonly document: LedgerDocument
  readonly discount: Minor
  /** The tax in the discount; null where it stays as it was billed. */
  readonly tax: Minor | null
  /** The last day on which it holds. */
  readonly until: Day
}

/** The discount on the whole bill, tax included, rounded half up; null where the terms give none, or not on that day. */
function discountOf(document: LedgerDocument, bill: Bill | undefined, date: Day): EarlyDiscount | null {
  if (bill === undefined || document.open !== document.amount) return null
  const terms = parseTerms(bill.terms)
  if ('fault' in terms || terms.discount === undefined) return null
  const until = discountUntil(terms, { bill: bill.date })
  if (until === null || date > until) return null
  const discount = roundHalfUp(exact(document.amount).times(terms.discount.percent).div(100), 0).toNumber()
  return { document, discount, tax: taxInDiscount(bill, discount), until }
}

/** The share of the discount in the tax of the bill, rounded half up: whatever its rates, each of them is lowered in proportion. */
export function taxInDiscount(bill: Bill | undefined, discount: Minor): Minor | null {
  if (bill?.discountLowersTax !== true || bill.total === 0) return null
  return roundHalfUp(exact(bill.tax).times(discount).div(bill.total), 0).toNumber()
}

/**
 * The one bill, wholly open, that an amount settles less its discount. A document that the amount settles exactly as it is goes before; of
 * several that fit none is picked.
 */
export function earlyDiscount(
  documents: readonly LedgerDocument[],
  bills: ReadonlyMap<string, Bill>,
  payment: { readonly amount: Minor; readonly date: Day },
): EarlyDiscount | null {
  if (documents.some((d) => d.open === payment.amount)) return null
  const fitting = documents.flatMap((d) => {
    const found = discountOf(d, bills.get(d.number), payment.date)
    return found !== null && found.discount > 0 && safe(d.open - found.discount) === payment.amount ? [found] : []
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** The accepted short payment: one row for the bill and the payment it belongs to. */
export function discountRow(payment: JournalRow, taken: EarlyDiscount, hash: Hash): JournalRow {
  const { number } = taken.document
  return enterRow(
    {
      id: rowId(hash, ['deduct', payment.id, number, String(taken.discount)]),
      date: payment.date,
      kind: 'deduct',
      customer: payment.customer,
      amount: taken.discount,
      currency: payment.currency,
    },
    { document: number, of: payment.id, rate: payment.rate, reason: 'early-payment', tax: taken.tax },
  )
}
