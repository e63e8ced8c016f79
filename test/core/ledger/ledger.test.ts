// What counts when, and what is refused to count.
import { describe, expect, it } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import type { JournalRow } from '../../../src/core/book/journal.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { journal, row } from '../../support/book.ts'

const at = (rows: readonly JournalRow[], asOf: string) => openLedger(journal(rows), day(asOf))
const codes = (rows: readonly JournalRow[], asOf = '2026-12-31') => at(rows, asOf).problems.map((p) => p.code)
const bill = row('2026-01-10', 'bill', 'ada', 10000, { document: 'B1', due: day('2026-02-09') })
const paid = row('2026-01-20', 'payment', 'ada', 10000)
const applied = row('2026-01-20', 'apply', 'ada', 10000, { of: paid.id, document: 'B1' })

describe('days', () => {
  it('an application counts from the latest of its own, its source’s and its document’s day', () => {
    const early = row('2026-01-05', 'payment', 'ada', 10000)
    const rows = [early, row('2026-01-05', 'apply', 'ada', 10000, { of: early.id, document: 'B1' }), bill]
    expect(at(rows, '2026-01-09').source(early.id)?.remaining).toBe(10000)
    expect(at(rows, '2026-01-10').source(early.id)?.remaining).toBe(0)
    expect(at(rows, '2026-01-10').document('B1')?.open).toBe(0)
  })

  it('a payment entered, applied and reversed on one day never counted', () => {
    const back = row('2026-01-20', 'reverse', 'ada', 10000, { of: paid.id })
    const ledger = at([back, applied, paid, bill], '2026-01-20')
    expect(ledger.accounts).toEqual([{ customer: 'ada', currency: 'CNY', balance: 10000, open: 10000, onAccount: 0 }])
    expect(ledger.problems).toEqual([])
  })

  it('reversing an application frees the payment and opens the bill', () => {
    const rows = [bill, paid, applied, row('2026-01-22', 'reverse', 'ada', 10000, { of: applied.id })]
    expect(at(rows, '2026-01-21').document('B1')?.open).toBe(0)
    expect(at(rows, '2026-01-22').document('B1')?.open).toBe(10000)
    expect(at(rows, '2026-01-22').source(paid.id)?.remaining).toBe(10000)
  })

  it('rows dated later do not exist, and what names them is not yet a fault', () => {
    const ledger = at([bill, paid, applied], '2026-01-15')
    expect(ledger.documents.map((d) => d.open)).toEqual([10000])
    expect(ledger.sources).toEqual([])
  })
})

describe('instalments', () => {
  it('what is settled fills the earliest due day first', () => {
    const rows = [
      row('2026-01-10', 'bill', 'ada', 5000, { document: 'B1', due: day('2026-03-01') }),
      row('2026-01-10', 'bill', 'ada', 3000, { document: 'B1', due: day('2026-02-01') }),
      row('2026-01-10', 'bill', 'ada', 2000, { document: 'B1', due: day('2026-04-01') }),
      paid,
      row('2026-01-20', 'apply', 'ada', 4000, { of: paid.id, document: 'B1' }),
    ]
    expect(
      at(rows, '2026-01-31')
        .document('B1')
        ?.instalments.map((i) => [i.due, i.open]),
    ).toEqual([
      ['2026-02-01', 0],
      ['2026-03-01', 4000],
      ['2026-04-01', 2000],
    ])
  })
})

describe('openings', () => {
  it('a positive one is owed, under its number or its row’s id; a negative one is on account', () => {
    const named = row('2026-01-01', 'opening', 'ada', 700, { document: 'OLD-9' })
    const bare = row('2026-01-01', 'opening', 'ada', 300)
    const minus = row('2026-01-01', 'opening', 'ada', -500)
    const rows = [named, bare, minus, row('2026-01-02', 'apply', 'ada', 300, { of: minus.id, document: bare.id })]
    const ledger = at(rows, '2026-01-02')
    expect(ledger.document('OLD-9')?.open).toBe(700)
    expect(ledger.document(bare.id)?.open).toBe(0)
    expect(ledger.source(minus.id)).toMatchObject({ amount: 500, remaining: 200 })
    expect(ledger.accounts[0]).toMatchObject({ balance: 500, open: 700, onAccount: 200 })
  })
})

describe('faults', () => {
  it('names a document settled beyond its amount', () => {
    expect(codes([bill, row('2026-01-19', 'payment', 'ada', 10000, { nth: 1 }), paid, applied])).toEqual([])
    const off = row('2026-01-30', 'writeoff', 'ada', 1, { document: 'B1' })
    expect(codes([bill, paid, applied, off])).toEqual(['over-settled'])
  })

  it('names a payment used beyond what it holds, counting refunds and moves', () => {
    expect(codes([bill, paid, applied, row('2026-01-30', 'refund', 'ada', 1, { of: paid.id })])).toEqual(['over-used'])
    expect(codes([bill, paid, applied, row('2026-01-30', 'out', 'ada', 1, { of: paid.id })])).toEqual(['over-used'])
  })

  it('a row that names nothing known counts for nothing and is named', () => {
    const lost = row('2026-01-30', 'refund', 'ada', 100, { of: 'zzzzzzzzzzzz' })
    expect(codes([paid, lost])).toEqual(['row-target-unknown'])
    expect(at([paid, lost], '2026-01-31').accounts[0]?.balance).toBe(-10000)
  })

  it('a row that acts upon another customer or currency counts for nothing and is named', () => {
    const other = row('2026-01-20', 'payment', 'bob', 10000)
    const dollars = row('2026-01-20', 'payment', 'ada', 10000, { currency: currency('USD') })
    expect(codes([bill, other, row('2026-01-20', 'apply', 'ada', 1, { of: other.id, document: 'B1' })])).toEqual([
      'row-other-account',
    ])
    expect(codes([bill, dollars, row('2026-01-20', 'apply', 'ada', 1, { of: dollars.id, document: 'B1' })])).toEqual([
      'row-other-account',
    ])
  })

  it('refuses a second reversal, one of a bill, one before its row, and use after it', () => {
    const back = row('2026-01-22', 'reverse', 'ada', 10000, { of: paid.id })
    expect(codes([bill, paid, back, row('2026-01-23', 'reverse', 'ada', 10000, { of: paid.id })])).toEqual([
      'reversed-twice',
    ])
    expect(codes([bill, row('2026-01-23', 'reverse', 'ada', 10000, { of: 'B1' })])).toEqual(['not-reversible'])
    expect(codes([bill, paid, row('2026-01-02', 'reverse', 'ada', 10000, { of: paid.id })])).toEqual([
      'reversed-before',
    ])
    const late = row('2026-01-25', 'apply', 'ada', 10000, { of: paid.id, document: 'B1' })
    expect(codes([bill, paid, back, late])).toEqual(['used-after-reversal'])
  })

  it('a recovery beyond its write-off is named', () => {
    const off = row('2026-01-30', 'writeoff', 'ada', 4000, { document: 'B1' })
    const more = row('2026-02-01', 'recover', 'ada', 4001, { of: off.id })
    expect(codes([bill, off, more])).toEqual(['over-recovered'])
  })
})

describe('numbers', () => {
  it('two customers under one number stay two documents, each settled by its own rows', () => {
    const twin = row('2026-01-11', 'bill', 'bob', 500, { document: 'B1' })
    const ledger = at([bill, twin, paid, applied], '2026-12-31')
    expect(ledger.documents.map((d) => [d.customer, d.open])).toEqual([
      ['ada', 0],
      ['bob', 500],
    ])
    expect(ledger.problems).toEqual([])
  })

  it('a number that has the form of a row id is found as a number', () => {
    const bills = [row('2026-01-10', 'bill', 'ada', 100, { document: '000123456789' })]
    const rows = [...bills, paid, row('2026-01-20', 'apply', 'ada', 100, { of: paid.id, document: '000123456789' })]
    expect(at(rows, '2026-01-31').document('000123456789')?.open).toBe(0)
  })
})
