// Laws of import and reconcile, for any files: twice is once, order is nothing, amounts are conserved, nothing is settled beyond itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, day } from '../../src/core/base/day.ts'
import { rowId } from '../../src/core/base/id.ts'
import type { BankLine } from '../../src/core/book/bank.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { planReconcile } from '../../src/core/verbs/reconcile/plan.ts'
import { book, context, customer, row, sha256 } from '../support/book.ts'
import { applied, importing, rowsOf } from '../support/import.ts'

const firms = ['Acorn Mill', 'Birch Works', 'Cedar Yard']
const customers = firms.map((name, i) => customer(`c${i}`, { name }))
const start = day('2026-10-01')

const sale = fc.record({
  who: fc.constantFrom('c0', 'c1', 'Cedar Yard', 'nobody'),
  day: fc.integer({ min: 0, max: 3 }),
  item: fc.constantFrom('a', 'b'),
  quantity: fc.constantFrom('1', '-1', '2.5', 'x'),
})
const text = (sales: readonly { who: string; day: number; item: string; quantity: string }[]) =>
  [
    'customer,date,item,quantity,price',
    ...sales.map((s) => [s.who, addDays(start, s.day), s.item, s.quantity, '1.10'].join(',')),
    '',
  ].join('\n')

test('importing twice is importing once, in any order, and every row is new, known or rejected', () => {
  fc.assert(
    fc.property(fc.array(sale, { maxLength: 12 }), fc.array(sale, { maxLength: 6 }), (first, more) => {
      const empty = book({ customers })
      const one = importing(empty, 'sales', text(first))
      expect(rowsOf(one.changes).length + one.rejected.length).toBe(first.length)
      const after = applied(empty, one.changes)
      expect(importing(after, 'sales', text([...first].reverse())).changes).toEqual([])
      const overlap = importing(after, 'sales', text([...more, ...first]))
      const whole = importing(empty, 'sales', text([...first, ...more]))
      const ids = (plan: typeof one) => rowsOf(plan.changes).map((r) => r.id)
      expect([...ids(one), ...ids(overlap)].sort()).toEqual(ids(whole).sort())
    }),
    { numRuns: 60 },
  )
})

const bill = fc.record({ who: fc.nat(2), amount: fc.constantFrom(500, 700, 1200, 1993) })
const paid = fc.record({
  amount: fc.constantFrom(500, 700, 1200, 1700, 1993, -300),
  payer: fc.constantFrom('', ...firms, 'ACORN mill ltd', 'Treasury'),
  text: fc.constantFrom('', 'INV-1', 'INV-2', 'INV-1 INV-3', 'INV-12', '0004'),
  day: fc.integer({ min: 0, max: 9 }),
})

test('reconciling conserves amounts, settles nothing beyond itself, plans nothing twice, and no order matters', () => {
  fc.assert(
    fc.property(fc.array(bill, { maxLength: 7 }), fc.array(paid, { maxLength: 9 }), (bills, payments) => {
      const rows = bills.map((b, i) => row('2026-10-01', 'bill', `c${b.who}`, b.amount, { document: `INV-${i + 1}` }))
      const bank = payments.map(
        (p, i): BankLine => ({
          id: rowId(sha256, ['line', String(i)]),
          account: 'icbc',
          date: addDays(start, p.day),
          amount: p.amount,
          currency: currency('CNY'),
          kind: '',
          payer: p.payer,
          payerAccount: '',
          reference: '',
          structured: '',
          text: p.text,
          source: 'csv',
        }),
      )
      const wish = { account: undefined, strict: false, explain: undefined }
      const before = book({ customers, rows, bank })
      const plan = planReconcile(before, wish, context('2026-11-22'))
      const mirrored = book({
        customers: [...customers].reverse(),
        rows: [...rows].reverse(),
        bank: [...bank].reverse(),
      })
      expect(planReconcile(mirrored, wish, context('2026-11-22')).changes).toEqual(plan.changes)
      const after = applied(before, plan.changes)
      expect(openLedger(after.journal, day('2026-12-31')).problems).toEqual([])
      expect(planReconcile(after, wish, context('2026-11-23')).changes).toEqual([])
      const total = plan.output.tables.find((t) => t.name === 'reconciliation')?.totals?.[0]
      expect(total?.amount ?? 0).toBe(bank.reduce((sum, l) => sum + l.amount, 0))
      expect(total?.count ?? 0).toBe(bank.length)
    }),
    { numRuns: 150 },
  )
})
