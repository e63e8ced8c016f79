// Money on account: laid there by a person, and set against the document it named when that comes.
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { rowId } from '../../../src/core/base/id.ts'
import type { BankLine } from '../../../src/core/book/bank.ts'
import type { Book } from '../../../src/core/book/book.ts'
import { openLedger } from '../../../src/core/ledger/ledger.ts'
import { planReconcile } from '../../../src/core/verbs/reconcile/plan.ts'
import { book, context, customer, row, sha256 } from '../../support/book.ts'
import { applied, rowsOf } from '../../support/import.ts'

const line: BankLine = {
  id: rowId(sha256, ['early line']),
  account: 'icbc',
  date: day('2026-10-20'),
  amount: 10000,
  currency: currency('CNY'),
  kind: '',
  payer: 'Acorn Mill',
  payerAccount: '',
  reference: '',
  structured: '',
  text: 'in advance for INV-2026-0031',
  source: 'csv',
}
const acorn = customer('acorn', { name: 'Acorn Mill Ltd' })
const before = book({ customers: [acorn, customer('birch', { name: 'Birch Works' })], rows: [], bank: [line] })
const planned = (start: Book, documents?: string[]) =>
  planReconcile(
    start,
    {
      account: undefined,
      strict: false,
      explain: undefined,
      accept: documents === undefined ? [] : [{ line: line.id, documents }],
    },
    context('2026-11-22'),
  )

const laid = planned(before, ['acorn'])
const bill = (number: string, who: string, amount: number) =>
  row('2026-11-02', 'bill', who, amount, { document: number, due: day('2026-12-02') })
const withRows = (...rows: ReturnType<typeof row>[]) =>
  applied(
    applied(before, laid.changes),
    rows.map((r) => ({ change: 'addRow' as const, row: r })),
  )

test('a line of a payer whose bill is not there yet is laid on his account when a person names him', () => {
  expect(rowsOf(laid.changes).map((r) => [r.kind, r.customer, r.amount])).toEqual([['payment', 'acorn', 10000]])
})

test('the money waits until the bill that it named comes, and is then set against it, once', () => {
  const start = withRows(bill('INV-2026-0031', 'acorn', 7500))
  const plan = planned(start)
  expect(rowsOf(plan.changes)).toMatchObject([
    { kind: 'apply', customer: 'acorn', document: 'INV-2026-0031', amount: 7500, date: '2026-11-02' },
  ])
  const after = applied(start, plan.changes)
  expect(openLedger(after.journal, day('2026-12-31')).problems).toEqual([])
  expect(planned(after).changes).toEqual([])
})

test('it is not set against another bill, nor against one of another customer', () => {
  expect(planned(withRows(bill('INV-2026-0032', 'acorn', 7500))).changes).toEqual([])
  expect(planned(withRows(bill('INV-2026-0031', 'birch', 7500))).changes).toEqual([])
})

test('what a person took off the bill again is not put back', () => {
  const start = withRows(bill('INV-2026-0031', 'acorn', 7500))
  const done = applied(start, planned(start).changes)
  const [apply] = rowsOf(planned(start).changes)
  const taken = applied(done, [
    {
      change: 'addRow',
      row: row('2026-11-10', 'reverse', 'acorn', 7500, { id: rowId(sha256, ['taken off']), of: apply?.id ?? '' }),
    },
  ])
  expect(planned(taken).changes).toEqual([])
})
