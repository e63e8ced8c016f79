// The journal rows of a match: a payment with its applications, or the tie of a payment that was there before.
import { type Hash, type RowId, rowId } from '../../base/id.ts'
import { type Minor, sum } from '../../base/money.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Change } from '../../book/change.ts'
import type { CustomerId } from '../../book/customer.ts'
import { journalRowOf } from '../../book/row.ts'
import type { Matched, Part, TiedPayment } from './verdict.ts'

/** How ids of payments are made. */
export interface Numbering {
  readonly hash: Hash
  /** How many rows of the line were taken back before, so that the new ones have ids of their own. */
  again(line: string): number
}

interface Writing {
  readonly hash: Hash
  readonly again: number
  readonly rate: string
}

/** `rate` is that of the line's currency to the book's. Ids are hashes of line and document, so two runs, or two branches, write the same rows. */
export function rowsOfMatch(line: BankLine, match: Matched, rate: string, numbering: Numbering): Change[] {
  const writing: Writing = { hash: numbering.hash, again: numbering.again(line.id), rate }
  if (match.payments !== undefined) return match.payments.map((payment) => tieRow(line, payment, writing))
  if (match.undoes !== undefined) return match.undoes.map((payment) => undoingRow(line, payment, writing.hash))
  return sharesOf(match, line.amount).flatMap((share) => sharesRows(line, share, writing))
}

/** The id under which the share of one customer of a line is booked; `customer` undefined where the line is his alone. */
export function paymentId(hash: Hash, line: string, customer: CustomerId | undefined, again: number): RowId {
  return rowId(hash, ['payment', 'bank', line, ...(customer === undefined ? [] : [customer]), ...nth(again)])
}

function nth(again: number): string[] {
  return again === 0 ? [] : [`again ${again}`]
}

function tieRow({ id: line, date, currency }: BankLine, payment: TiedPayment, { hash, again }: Writing): Change {
  const { id: of, customer, amount } = payment
  const id = rowId(hash, ['match', of, line, ...nth(again)])
  const row = journalRowOf({ id, date, kind: 'match', customer, of, amount, currency, source: `bank:${line}` })
  return { change: 'addRow', row }
}

/** The id is that of every reversal of the row, so that it is reversed once, whoever does it. */
function undoingRow(line: BankLine, payment: TiedPayment, hash: Hash): Change {
  const { id: of, customer, amount } = payment
  const { date, currency, id, reason: memo = '' } = line
  const source = `bank:${id}`
  const reverse = rowId(hash, ['reverse', of])
  return {
    change: 'addRow',
    row: journalRowOf({
      id: reverse,
      date,
      kind: 'reverse',
      customer,
      of,
      amount,
      currency,
      reason: 'returned',
      source,
      memo,
    }),
  }
}

/** What one customer gets of a line. */
export interface CustomerShare {
  readonly customer: CustomerId
  readonly amount: Minor
  readonly parts: readonly Part[]
  /** The line pays for others too, so its id alone does not name the payment. */
  readonly isBatch: boolean
}

export function sharesOf(match: Matched, amount: Minor): CustomerShare[] {
  const customers = new Set(match.parts.map((p) => p.customer ?? match.customer))
  if (customers.size <= 1) return [{ customer: match.customer, amount, parts: match.parts, isBatch: false }]
  return [...customers].sort().map((customer) => {
    const parts = match.parts.filter((p) => (p.customer ?? match.customer) === customer)
    return { customer, amount: sum(parts.map((p) => p.amount)), parts, isBatch: true }
  })
}

/** A share of no document stays on account. */
function isApplied(part: Part): boolean {
  return part.document !== ''
}

function sharesRows(line: BankLine, share: CustomerShare, { rate, hash, again }: Writing): Change[] {
  const { date, currency } = line
  const { customer, amount } = share
  const source = `bank:${line.id}`
  const id = paymentId(hash, line.id, share.isBatch ? customer : undefined, again)
  const payment = journalRowOf({ id, date, kind: 'payment', customer, amount, currency, rate, source, method: 'bank' })
  const applies = share.parts.filter(isApplied).map((part) =>
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
