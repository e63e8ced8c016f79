// Discounts by rule and by hand: rows beside the sales, allowances on the lines, nothing twice.
import { expect, test } from 'vitest'
import { day } from '../../src/core/base/day.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import type { Plan } from '../../src/core/book/plan.ts'
import { planBills } from '../../src/core/verbs/bill/plan.ts'
import { type BookParts, book, context, customer, row, settings } from '../support/book.ts'

const sale = (who: string, amount: number, more: Partial<JournalRow> = {}) =>
  row('2026-10-05', 'sale', who, amount, { item: 'cable', quantity: '1', price: String(amount / 100), ...more })
const parts: BookParts = {
  settings: { ...settings, discounts: [{ name: 'vip', percent: '5', when: 'tag:vip' }] },
  customers: [customer('bay', { tags: ['vip'] }), customer('ash')],
  rows: [sale('bay', 9990), sale('ash', 10_000)],
}
const plan = (of: BookParts, discount?: string) =>
  planBills(book(of), { customers: [], ...(discount === undefined ? {} : { discount }) }, context('2026-11-01'))
const bills = (p: Plan): readonly Bill[] => p.changes.flatMap((c) => (c.change === 'issueBill' ? [c.bill] : []))
const rows = (p: Plan) => p.changes.flatMap((c) => (c.change === 'addRow' ? [c.row] : []))

test('whom the rule takes gets its percent off the line, rounded once, as a row beside the sale', () => {
  const made = plan(parts)
  const [ash, bay] = bills(made)
  // 5 % of 99.90 is 4.995, rounded half up 5.00.
  expect(bay?.lines).toMatchObject([{ amount: 9490, allowances: [{ reason: 'vip', percent: '5', amount: 500 }] }])
  expect([bay?.net, bay?.tax]).toEqual([9490, 1234])
  expect(ash?.lines[0]?.allowances).toBeUndefined()
  const off = rows(made).filter((r) => r.kind === 'sale')
  expect(off).toMatchObject([{ amount: -500, reason: 'discount', date: day('2026-10-05'), customer: 'bay' }])
  expect(bay?.lines[0]?.sales).toContain(off[0]?.id)
})

test('a second run plans nothing, and what is released keeps its discount', () => {
  const made = plan(parts)
  const after = { ...parts, rows: [...(parts.rows ?? []), ...rows(made)], bills: bills(made) }
  expect(plan(after).changes).toEqual([])
  const voided = bills(made).map(
    (b): Bill => ({
      ...b,
      number: b.number.replace('INV', 'CN'),
      kind: 'credit',
      lines: b.lines.map((l) => ({ ...l, release: true })),
    }),
  )
  const again = bills(plan({ ...after, bills: [...bills(made), ...voided] }))
  expect(again.map((b) => b.net)).toEqual([10_000, 9490])
})

test('a discount on the whole bill goes before the rules', () => {
  expect(bills(plan(parts, '10')).map((b) => b.net)).toEqual([9000, 8991])
})
