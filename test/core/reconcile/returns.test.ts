// Returned debits, bounced cheques and chargebacks: they undo one payment, or are shown. Expected rows and rests by hand.
import { describe, expect, test } from 'vitest'
import { day } from '../../../src/core/base/day.ts'
import type { BankLine } from '../../../src/core/book/bank.ts'
import { planReconcile } from '../../../src/core/verbs/reconcile/plan.ts'
import { book, context, customer, row } from '../../support/book.ts'
import { applied, rowsOf } from '../../support/import.ts'
import { bill, line, openAfter, planned, rowsOfBook, sound } from '../../support/matching.ts'

const acorn = customer('acorn', { name: 'Acorn Mill Ltd', payers: [{ account: 'DE02 1203 0000' }] })
const birch = customer('birch', { name: 'Birch Works', payers: [{ account: 'DE44 5001 0517' }] })
const customers = [acorn, birch]
const fromAcorn = { payer: 'Acorn Mill Ltd', payerAccount: 'DE02 1203 0000' }
const fromBirch = { payer: 'Birch Works', payerAccount: 'DE44 5001 0517' }
const later = { date: day('2026-10-25') }

/** The first line is booked and its bill paid; then the others come. */
function then(first: readonly BankLine[], others: readonly BankLine[], rows = [bill('INV-1', 'acorn', 10000)]) {
  const paid = planned(book({ customers, rows, bank: first })).after
  return planned({ ...paid, bank: [...paid.bank, ...others] })
}

const paid = (more: Partial<BankLine> = {}) =>
  line(10000, { text: 'INV-1', endToEnd: 'E2E-7731', ...fromAcorn, ...more })

describe('a return that can mean one payment only reverses it, and its bill is open again', () => {
  const cases: Record<string, BankLine> = {
    'by the end-to-end reference': line(-10000, { ...later, kind: 'return', endToEnd: 'E2E-7731' }),
    'by the end-to-end reference, though the bank does not call it a return': line(-10000, {
      ...later,
      endToEnd: 'E2E-7731',
    }),
    'by the number of the bill that the payment settled': line(-10000, { ...later, kind: 'return', text: 'INV-1' }),
    'by the payer alone, of whom there is one payment of that amount': line(-10000, {
      ...later,
      kind: 'reversal',
      ...fromAcorn,
    }),
    'by a word of the text': line(-10000, { ...later, text: 'cheque returned', ...fromAcorn }),
    'by a word of the text, in Chinese': line(-10000, { ...later, text: '退汇 INV-1' }),
    'by a reason the bank gives': line(-10000, { ...later, reason: 'AC04', ...fromAcorn }),
    'less what the bank charges for it': line(-10350, { ...later, kind: 'return', fee: 350, endToEnd: 'E2E-7731' }),
    'by what the bank says was instructed': line(-10300, {
      ...later,
      kind: 'return',
      original: -10000,
      endToEnd: 'E2E-7731',
    }),
  }
  test.each(Object.entries(cases))('%s', (_, returned) => {
    const got = then([paid()], [returned])
    expect(got.rows).toEqual([['reverse', 'acorn', '', 10000]])
    expect(rowsOf(got.plan.changes)[0]).toMatchObject({
      date: '2026-10-25',
      reason: 'returned',
      source: `bank:${returned.id}`,
    })
    expect(openAfter(got.after)).toEqual({ 'INV-1': 10000 })
    expect(got).toMatchObject(sound)
  })
})

describe('what could mean another payment, or something else, is shown and not booked', () => {
  const twice = [bill('INV-1', 'acorn', 10000), bill('INV-2', 'acorn', 10000)]
  const both = [paid(), line(10000, { text: 'INV-2', endToEnd: 'E2E-7732', ...fromAcorn })]
  test.each([
    [
      'two payments of the payer with that amount',
      both,
      line(-10000, { ...later, kind: 'return', ...fromAcorn }),
      'tie',
    ],
    [
      'references that point to different payments',
      both,
      line(-10000, { ...later, kind: 'return', endToEnd: 'E2E-7731', text: 'INV-2' }),
      'returnUnclear',
    ],
    [
      'money that only names a bill, which may be a refund',
      [paid()],
      line(-10000, { ...later, text: 'INV-1' }),
      'returnUnclear',
    ],
  ])('%s', (_, first, returned, reason) => {
    const got = then(first, [returned], twice)
    expect(got.rows).toEqual([])
    expect(got.verdicts.at(-1)).toMatchObject({ state: 'suggested', reason })
  })

  test.each([
    ['of another amount', line(-9999, { ...later, kind: 'return', endToEnd: 'E2E-7731' })],
    ['of an earlier day', line(-10000, { date: day('2026-10-19'), kind: 'return', endToEnd: 'E2E-7731' })],
    ['of somebody else', line(-10000, { ...later, kind: 'return', endToEnd: 'E2E-7731', ...fromBirch })],
  ])('a return %s undoes nothing', (_, returned) => {
    const got = then([paid()], [returned])
    expect(got.rows).toEqual([])
    expect(got.verdicts.find((v) => v.state === 'unmatched')).toEqual({ state: 'unmatched', reason: 'noTrace' })
  })

  test('money out to a customer that says nothing of a payment is money out', () => {
    const got = then([paid()], [line(-10000, { ...later, ...fromAcorn, text: 'rent of October' })])
    expect(got.verdicts.at(-1)).toEqual({ state: 'unmatched', reason: 'moneyOut' })
  })

  test('a customer with a credit of that amount is rather paid out', () => {
    const rows = [
      bill('INV-1', 'acorn', 10000),
      row('2026-10-22', 'credit', 'acorn', 10000, { document: 'CN-1', reason: 'return' }),
    ]
    const got = then([paid()], [line(-10000, { ...later, kind: 'return', endToEnd: 'E2E-7731' })], rows)
    expect(got.rows).toEqual([])
    expect(got.verdicts.at(-1)).toMatchObject({ state: 'suggested', reason: 'returnUnclear' })
  })

  test('two returns that claim one payment decide for neither', () => {
    const returned = () => line(-10000, { ...later, kind: 'return', ...fromAcorn })
    expect(then([paid()], [returned(), returned()]).rows).toEqual([])
  })
})

test('a return that names its payment goes before one that only comes from the payer', () => {
  const named = line(-10000, { ...later, kind: 'return', endToEnd: 'E2E-7731' })
  const other = line(-10000, { ...later, kind: 'return', ...fromAcorn })
  const got = then([paid()], [other, named])
  expect(rowsOf(got.plan.changes)).toMatchObject([{ kind: 'reverse', source: `bank:${named.id}` }])
})

test('payment, return and second payment of one statement: the bill is paid by the second', () => {
  const again = line(10000, { date: day('2026-10-28'), text: 'INV-1 again', ...fromAcorn })
  const lines = [paid(), line(-10000, { ...later, kind: 'return', endToEnd: 'E2E-7731' }), again]
  const got = planned(book({ customers, rows: [bill('INV-1', 'acorn', 10000)], bank: lines }))
  expect(got.rows).toEqual([
    ['payment', 'acorn', '', 10000],
    ['apply', 'acorn', 'INV-1', 10000],
    ['reverse', 'acorn', '', 10000],
    ['payment', 'acorn', '', 10000],
    ['apply', 'acorn', 'INV-1', 10000],
  ])
  expect(openAfter(got.after)).toEqual({ 'INV-1': 0 })
  expect(got).toMatchObject(sound)
})

test('a discount that went with the payment is taken back with it', () => {
  const rows = [bill('INV-1', 'acorn', 10000)]
  const discounted = [customer('acorn', { ...acorn, terms: '2/30 net 60' }), birch]
  const bank = [paid({ amount: 9800 }), line(-9800, { ...later, kind: 'return', endToEnd: 'E2E-7731' })]
  const got = planned(book({ customers: discounted, rows, bank }))
  expect(got.rows.map(([kind]) => kind)).toEqual(['payment', 'apply', 'deduct', 'reverse'])
  expect(openAfter(got.after)).toEqual({ 'INV-1': 10000 })
  expect(got).toMatchObject(sound)
})

test('a cheque that was entered by hand, paid in and bounced', () => {
  const entered = row('2026-10-18', 'payment', 'acorn', 10000, { memo: 'cheque 448812', method: 'cheque' })
  const apply = row('2026-10-18', 'apply', 'acorn', 10000, { of: entered.id, document: 'INV-1' })
  const bank = [line(10000, { text: 'cheque 448812' }), line(-10000, { ...later, text: 'unpaid cheque 448812' })]
  const got = planned(book({ customers, rows: [bill('INV-1', 'acorn', 10000), entered, apply], bank }))
  expect(got.rows.map(([kind]) => kind)).toEqual(['match', 'reverse'])
  expect(openAfter(got.after)).toEqual({ 'INV-1': 10000 })
  expect(got).toMatchObject(sound)
})

test('a payment of our own that came back is nobody’s payment, though it names a bill', () => {
  const back = line(10000, { kind: 'return', text: 'INV-1', ...fromAcorn })
  const got = planned(book({ customers, rows: [bill('INV-1', 'acorn', 10000)], bank: [back] }))
  expect(got.rows).toEqual([])
  expect(got.verdicts).toEqual([{ state: 'unmatched', reason: 'moneyBack' }])
})

test('a refund that was entered by hand is tied to its line, not taken for a return', () => {
  const credit = row('2026-10-21', 'credit', 'acorn', 10000, { document: 'CN-1', of: 'INV-1', reason: 'return' })
  const refund = row('2026-10-22', 'refund', 'acorn', 10000, { of: 'CN-1' })
  const got = then(
    [paid()],
    [line(-10000, { ...later, kind: 'return', ...fromAcorn })],
    [bill('INV-1', 'acorn', 10000), credit, refund],
  )
  expect(got.rows).toEqual([['match', 'acorn', '', 10000]])
  expect(rowsOf(got.plan.changes)[0]).toMatchObject({ of: refund.id })
  expect(got).toMatchObject(sound)
})

describe('a payment that a person reversed', () => {
  const start = planned(book({ customers, rows: [bill('INV-1', 'acorn', 10000)], bank: [paid()] })).after
  const payment = rowsOfBook(start).find((r) => r.kind === 'payment')
  const undone = applied(start, [
    {
      change: 'addRow',
      row: row('2026-11-02', 'reverse', 'acorn', 10000, { of: payment?.id ?? '', reason: 'wrong customer' }),
    },
  ])

  test('frees its line, which is shown and not booked again by itself', () => {
    const got = planned(undone)
    expect(got.rows).toEqual([])
    expect(got.verdicts).toMatchObject([
      { state: 'suggested', reason: 'takenBack', options: [{ documents: ['INV-1'] }] },
    ])
  })

  test('can be booked again when a person accepts it, with rows of their own', () => {
    const [l] = undone.bank
    const wish = {
      account: undefined,
      strict: false,
      explain: undefined,
      accept: [{ line: l?.id ?? '', documents: ['INV-1'] }],
    }
    const plan = planReconcile(undone, wish, context('2026-11-22'))
    expect(rowsOf(plan.changes).map((r) => r.kind)).toEqual(['payment', 'apply'])
    expect(rowsOf(plan.changes)[0]?.id).not.toBe(payment?.id)
    const after = applied(undone, plan.changes)
    expect(openAfter(after)).toEqual({ 'INV-1': 0 })
    expect(planned(after)).toMatchObject({ rows: [], ...sound })
  })
})

test('a person says which payment came back', () => {
  const rows = [bill('INV-1', 'acorn', 10000), bill('INV-2', 'acorn', 10000)]
  const lines = [paid(), line(10000, { text: 'INV-2', ...fromAcorn })]
  const returned = line(-10000, { ...later, kind: 'return', ...fromAcorn })
  const before = planned(book({ customers, rows, bank: lines })).after
  const start = { ...before, bank: [...before.bank, returned] }
  const second = rowsOfBook(start).find((r) => r.kind === 'apply' && r.document === 'INV-2')?.of ?? ''
  const wish = {
    account: undefined,
    strict: false,
    explain: undefined,
    accept: [{ line: returned.id, documents: [second] }],
  }
  const plan = planReconcile(start, wish, context('2026-11-22'))
  expect(rowsOf(plan.changes)).toMatchObject([{ kind: 'reverse', of: second }])
  expect(openAfter(applied(start, plan.changes))).toEqual({ 'INV-1': 0, 'INV-2': 10000 })
})
