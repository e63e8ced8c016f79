// How long customers took to pay: only what was paid, by the day on which nothing was open any more.
import { expect, it } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import { daysToPay } from '../../../src/core/ledger/days-to-pay.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { journal, row } from '../../support/book.ts'

const early = row('2026-01-31', 'payment', 'ada', 400)
const late = row('2026-02-10', 'payment', 'ada', 1600)
const credit = row('2026-02-05', 'credit', 'bob', 500, { document: 'CN-1' })
const rows = [
  row('2026-01-01', 'bill', 'ada', 1000, { document: 'A', due: day('2026-01-31') }),
  row('2026-01-21', 'bill', 'ada', 1000, { document: 'B', due: day('2026-02-28') }),
  row('2026-01-21', 'bill', 'bob', 500, { document: 'C', due: day('2026-02-28') }),
  row('2026-01-21', 'bill', 'cyd', 500, { document: 'D', due: day('2026-02-28') }),
  early,
  late,
  credit,
  row('2026-01-31', 'apply', 'ada', 400, { of: early.id, document: 'A' }),
  row('2026-02-10', 'apply', 'ada', 600, { of: late.id, document: 'A' }),
  row('2026-02-10', 'apply', 'ada', 1000, { of: late.id, document: 'B' }),
  row('2026-02-05', 'apply', 'bob', 500, { of: 'CN-1', document: 'C' }),
]

function paidIn(from: string, to: string) {
  const ledger = openLedger(journal(rows), day(to))
  return daysToPay(ledger, ledger.documents, day(from))
}

it('counts from the day of the bill to its last payment; what was credited or is open was not paid', () => {
  // A: 1 January to 10 February, 40 days; B: 21 January to 10 February, 20 days
  expect(paidIn('2026-02-01', '2026-02-28')).toEqual([{ customer: 'ada', currency: 'CNY', documents: 2, days: 60 }])
})

it('only what was settled on or after the first day counts, and nothing that was not settled yet', () => {
  expect(paidIn('2026-02-11', '2026-02-28')).toEqual([])
  expect(paidIn('2026-01-01', '2026-02-09')).toEqual([])
})
