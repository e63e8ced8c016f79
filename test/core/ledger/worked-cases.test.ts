// The eight worked cases of receivables, every figure written out by hand. Amounts are fen (cents).
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import { exchangeResult } from '../../../src/core/ledger/exchange-result.ts'
import { type Ledger, openLedger } from '../../../src/core/ledger/ledger.ts'
import { book, journal, row } from '../../support/book.ts'

const usd = currency('USD')
const at = (rows: readonly JournalRow[], asOf: string) => openLedger(journal(rows), day(asOf))
const open = (ledger: Ledger, number: string) => ledger.document(number)?.open
const accounts = (ledger: Ledger) =>
  ledger.accounts.map((a) => [a.customer, a.currency, a.balance, a.open, a.onAccount].join(' '))

const bill = (date: string, number: string, amount: number, more: Partial<JournalRow> = {}) =>
  row(date, 'bill', 'yunfan', amount, { document: number, due: day('2026-02-15'), ...more })
const pay = (date: string, amount: number, more: Partial<JournalRow> = {}) =>
  row(date, 'payment', 'yunfan', amount, more)
const apply = (date: string, of: string, number: string, amount: number, more: Partial<JournalRow> = {}) =>
  row(date, 'apply', 'yunfan', amount, { of, document: number, ...more })

describe('worked cases', () => {
  it('a bill of 100, of which 60 is paid and 50 credited, leaves 10 on account', () => {
    const paid = pay('2026-01-20', 6000)
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      paid,
      apply('2026-01-20', paid.id, 'B1', 6000),
      row('2026-01-25', 'credit', 'yunfan', 5000, { document: 'C1', of: 'B1', reason: 'return' }),
      apply('2026-01-25', 'C1', 'B1', 4000),
    ]
    expect(accounts(at(rows, '2026-01-19'))).toEqual(['yunfan CNY 10000 10000 0'])
    expect(accounts(at(rows, '2026-01-20'))).toEqual(['yunfan CNY 4000 4000 0'])
    const end = at(rows, '2026-01-31')
    expect(accounts(end)).toEqual(['yunfan CNY -1000 0 1000'])
    expect(open(end, 'B1')).toBe(0)
    expect(end.source('C1')).toMatchObject({ kind: 'credit', amount: 5000, applied: 4000, remaining: 1000 })
    expect(end.problems).toEqual([])
  })

  it('an overpayment of 130 for 100 stays on account until 30 is refunded', () => {
    const paid = pay('2026-01-20', 13000)
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      paid,
      apply('2026-01-20', paid.id, 'B1', 10000),
      row('2026-01-28', 'refund', 'yunfan', 3000, { of: paid.id }),
    ]
    expect(accounts(at(rows, '2026-01-27'))).toEqual(['yunfan CNY -3000 0 3000'])
    const end = at(rows, '2026-01-28')
    expect(accounts(end)).toEqual(['yunfan CNY 0 0 0'])
    expect(end.source(paid.id)).toMatchObject({ applied: 10000, refunded: 3000, remaining: 0 })
  })

  it('one payment of 594 settles bills of 100, 200 and 300 when a bank fee of 6 is accepted as deducted', () => {
    const paid = pay('2026-02-01', 59400)
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      bill('2026-01-16', 'B2', 20000),
      bill('2026-01-17', 'B3', 30000),
      paid,
      apply('2026-02-01', paid.id, 'B1', 10000),
      apply('2026-02-01', paid.id, 'B2', 20000),
      apply('2026-02-01', paid.id, 'B3', 29400),
      row('2026-02-01', 'deduct', 'yunfan', 600, { document: 'B3', of: paid.id, reason: 'bank-fee' }),
    ]
    const end = at(rows, '2026-02-01')
    expect(accounts(end)).toEqual(['yunfan CNY 0 0 0'])
    expect(end.document('B3')).toMatchObject({ applied: 29400, deducted: 600, open: 0 })
  })

  it('a bill in dollars paid in yuan is settled through a move, each currency even on its own', () => {
    const paid = pay('2026-02-01', 71500)
    const out = row('2026-02-01', 'out', 'yunfan', 71500, { of: paid.id })
    const into = row('2026-02-01', 'in', 'yunfan', 10000, { of: paid.id, currency: usd, rate: '7.15' })
    const rows = [
      bill('2026-01-15', 'B1', 10000, { currency: usd, rate: '7.10' }),
      paid,
      out,
      into,
      apply('2026-02-01', into.id, 'B1', 10000, { currency: usd }),
    ]
    expect(accounts(at(rows, '2026-01-31'))).toEqual(['yunfan USD 10000 10000 0'])
    const end = at(rows, '2026-02-01')
    expect(accounts(end)).toEqual(['yunfan CNY 0 0 0', 'yunfan USD 0 0 0'])
    expect(end.source(paid.id)).toMatchObject({ moved: 71500, remaining: 0 })
    expect(end.problems).toEqual([])
    // 100 USD were booked at 7.10 and came in at 7.15: 715.00 − 710.00 = 5.00 gained when they were applied.
    const made = book({ rows })
    const { settlements, positions } = exchangeResult(made, end.trace, { from: null, asOf: day('2026-02-01') })
    expect(settlements.map((s) => [s.amount, s.booked, s.settled, s.difference])).toEqual([
      [71500, 71500, 71500, 0],
      [10000, 71000, 71500, 500],
    ])
    expect(positions).toEqual([])
  })

  it('a bill void after sending is credited whole and billed again under another number', () => {
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      row('2026-01-20', 'credit', 'yunfan', 10000, { document: 'C1', of: 'B1', reason: 'void' }),
      apply('2026-01-20', 'C1', 'B1', 10000),
      bill('2026-01-20', 'B2', 9000),
    ]
    expect(accounts(at(rows, '2026-01-19'))).toEqual(['yunfan CNY 10000 10000 0'])
    const end = at(rows, '2026-01-20')
    expect(accounts(end)).toEqual(['yunfan CNY 9000 9000 0'])
    expect([open(end, 'B1'), open(end, 'B2')]).toEqual([0, 9000])
  })

  it('a late fee of 5 is owed on its own number and waived by a credit note', () => {
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      row('2026-02-20', 'fee', 'yunfan', 500, { document: 'F1', of: 'B1', due: day('2026-03-06') }),
      row('2026-02-25', 'credit', 'yunfan', 500, { document: 'C1', of: 'F1', reason: 'goodwill' }),
      apply('2026-02-25', 'C1', 'F1', 500),
    ]
    expect(accounts(at(rows, '2026-02-20'))).toEqual(['yunfan CNY 10500 10500 0'])
    const end = at(rows, '2026-02-25')
    expect(accounts(end)).toEqual(['yunfan CNY 10000 10000 0'])
    expect([open(end, 'B1'), open(end, 'F1')]).toEqual([10000, 0])
  })

  it('reversing an applied payment takes its application and deduction with it, on its own day', () => {
    const paid = pay('2026-01-20', 9900)
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      paid,
      apply('2026-01-20', paid.id, 'B1', 9900),
      row('2026-01-20', 'deduct', 'yunfan', 100, { document: 'B1', of: paid.id, reason: 'bank-fee' }),
      row('2026-01-26', 'reverse', 'yunfan', 9900, { of: paid.id, reason: 'chargeback' }),
    ]
    expect(accounts(at(rows, '2026-01-25'))).toEqual(['yunfan CNY 0 0 0'])
    const end = at(rows, '2026-01-26')
    expect(accounts(end)).toEqual(['yunfan CNY 10000 10000 0'])
    expect(end.source(paid.id)).toBeUndefined()
    expect(end.problems).toEqual([])
  })

  it('a write-off recovered in part reopens its bill by that part, which a payment settles', () => {
    const off = row('2026-06-30', 'writeoff', 'yunfan', 10000, { document: 'B1', reason: 'insolvent' })
    const paid = pay('2026-09-01', 4000)
    const rows = [
      bill('2026-01-15', 'B1', 10000),
      off,
      row('2026-09-01', 'recover', 'yunfan', 4000, { of: off.id, document: 'B1' }),
      paid,
      apply('2026-09-01', paid.id, 'B1', 4000),
    ]
    expect(accounts(at(rows, '2026-06-30'))).toEqual(['yunfan CNY 0 0 0'])
    const end = at(rows, '2026-09-01')
    expect(accounts(end)).toEqual(['yunfan CNY 0 0 0'])
    expect(end.document('B1')).toMatchObject({ applied: 4000, writtenOff: 6000, open: 0 })
  })
})
