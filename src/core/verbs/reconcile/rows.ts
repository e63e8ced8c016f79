// The journal rows of a match: a payment with its applications, or the tie of a payment that was there before.
import { type Hash, rowId } from '../../base/id.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Change } from '../../book/change.ts'
import { journalRowOf } from '../../book/row.ts'
import type { Matched } from './verdict.ts'

/** Ids are hashes of line and document, so two runs, or two branches, write the same rows. */
export function rowsOfMatch(line: BankLine, match: Matched, rate: string, hash: Hash): Change[] {
  const { date, amount, currency } = line
  const source = `bank:${line.id}`
  const { customer } = match
  if (match.payment !== undefined) {
    const id = rowId(hash, ['match', match.payment, line.id])
    return [
      {
        change: 'addRow',
        row: journalRowOf({ id, date, kind: 'match', customer, of: match.payment, amount, currency, source }),
      },
    ]
  }
  const id = rowId(hash, ['payment', 'bank', line.id])
  const payment = journalRowOf({ id, date, kind: 'payment', customer, amount, currency, rate, source, method: 'bank' })
  const applies = match.parts.map((part) =>
    journalRowOf({
      id: rowId(hash, ['apply', id, part.document]),
      date,
      kind: 'apply',
      customer,
      document: part.document,
      of: id,
      amount: part.amount,
      currency,
      source,
    }),
  )
  const deducts = match.parts.flatMap((part) =>
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
            source,
          }),
        ],
  )
  return [payment, ...applies, ...deducts].map((row) => ({ change: 'addRow', row }))
}
