// The journal rows of a match: a payment with its applications, or the tie of a payment that was there before.
import { type Hash, rowId } from '../../base/id.ts'
import { type Minor, sum } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Change } from '../../book/change.ts'
import type { CustomerId } from '../../book/customer.ts'
import { journalRowOf } from '../../book/row.ts'
import type { Matched, Part, TiedPayment } from './verdict.ts'

/** Ids are hashes of line and document, so two runs, or two branches, write the same rows. */
export function rowsOfMatch(line: BankLine, match: Matched, rate: string, hash: Hash): Change[] {
  if (match.payments !== undefined) return match.payments.map((payment) => tieRow(line, payment, hash))
  return byCustomer(match, line.amount).flatMap((share) => sharesRows(line, share, { rate, hash }))
}

function tieRow({ id: line, date, currency }: BankLine, payment: TiedPayment, hash: Hash): Change {
  const { id: of, customer, amount } = payment
  const id = rowId(hash, ['match', of, line])
  const row = journalRowOf({ id, date, kind: 'match', customer, of, amount, currency, source: `bank:${line}` })
  return { change: 'addRow', row }
}

/** What one customer gets of a line. */
interface CustomerShare {
  readonly customer: CustomerId
  readonly amount: Minor
  readonly parts: readonly Part[]
  /** The line pays for others too, so its id alone does not name the payment. */
  readonly isBatch: boolean
}

function byCustomer(match: Matched, amount: Minor): CustomerShare[] {
  const customers = new Set(match.parts.map((p) => p.customer ?? match.customer))
  if (customers.size <= 1) return [{ customer: match.customer, amount, parts: match.parts, isBatch: false }]
  return [...customers].sort().map((customer) => {
    const parts = match.parts.filter((p) => (p.customer ?? match.customer) === customer)
    return { customer, amount: sum(parts.map((p) => p.amount)), parts, isBatch: true }
  })
}

function sharesRows(
  line: BankLine,
  share: CustomerShare,
  how: { readonly rate: string; readonly hash: Hash },
): Change[] {
  const { date, currency } = line
  const { customer, amount } = share
  const { rate, hash } = how
  const source = `bank:${line.id}`
  const id = rowId(hash, ['payment', 'bank', line.id, ...(share.isBatch ? [customer] : [])])
  const payment = journalRowOf({ id, date, kind: 'payment', customer, amount, currency, rate, source, method: 'bank' })
  const applies = share.parts.map((part) =>
    journalRowOf({
      id: rowId(hash, ['apply', part.from ?? id, part.document]),
      date,
      kind: 'apply',
      customer,
      document: part.document,
      of: part.from ?? id,
      amount: part.amount,
      currency,
      source,
    }),
  )
  const deducts = share.parts.flatMap((part) =>
    part.deduct === undefined
      ? []
      : [
          journalRowOf({
            id: rowId(hash, ['deduct', id, part.document]),
            date,
            kind: 'deduct',
            customer,
            document: part.document,
            of: id,
            amount: part.deduct.amount,
            currency,
            rate,
            reason: part.deduct.reason,
            ...(part.deduct.tax === undefined ? {} : { tax: part.deduct.tax }),
            source,
          }),
        ],
  )
  return [payment, ...applies, ...deducts].map((row) => ({ change: 'addRow', row }))
}
