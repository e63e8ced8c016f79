// Laws of bills: lines, tax groups, total, instalments and journal rows agree; a second run plans nothing; the order of rows decides nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { lineAmount, sum } from '../../src/core/base/money.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Item } from '../../src/core/book/catalog.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import type { Settings } from '../../src/core/book/settings.ts'
import { lineNets, taxOf, totalsOf } from '../../src/core/book/totals.ts'
import { planBills } from '../../src/core/verbs/bill/plan.ts'
import { book, context, customer, row, settings } from '../support/book.ts'

const rates = ['13', '9', '6', '5.5', '0']
const items = new Map<string, Item>(
  rates.map((r) => [`i${r}`, { id: `i${r}`, name: `Item ${r}`, tax: `r${r}`, codes: {} }]),
)
const currencies = ['CNY', 'JPY', 'KWD'].map(currency)
const rules = fc.record({ mode: fc.constantFrom('net', 'gross'), rounding: fc.constantFrom('group', 'line') })

const someSale = fc.record({
  date: fc.constantFrom('2026-08-31', '2026-09-15', '2026-10-01', '2026-10-31'),
  customer: fc.constantFrom('ash', 'bay', 'cove'),
  item: fc.constantFrom(...items.keys()),
  quantity: fc
    .integer({ min: -3, max: 40 })
    .filter((n) => n !== 0)
    .map(String),
  price: fc
    .integer({ min: 0, max: 99_999_999 })
    .map((n) => `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, '0')}`),
  currency: fc.constantFrom(...currencies),
})

const someBook = fc.record({ sales: fc.array(someSale, { maxLength: 25 }), rules }).map(({ sales, rules }) => {
  const own: Settings = {
    ...settings,
    tax: {
      ...settings.tax,
      ...rules,
      rates: { ...settings.tax.rates, ...Object.fromEntries(rates.map((r) => [`r${r}`, r])) },
    },
  }
  const rows = sales.map(({ date, customer: who, ...s }, nth) =>
    row(date, 'sale', who, lineAmount(exact(s.quantity), exact(s.price), s.currency), { ...s, nth }),
  )
  const customers = [customer('ash', { terms: '30% net 0, 30% eom, rest net 60' }), customer('bay'), customer('cove')]
  return { settings: own, items, customers, rows }
})

function changesOf(changes: ReturnType<typeof planBills>['changes']): { bills: Bill[]; rows: JournalRow[] } {
  return {
    bills: changes.flatMap((c) => (c.change === 'issueBill' ? [c.bill] : [])),
    rows: changes.flatMap((c) => (c.change === 'addRow' ? [c.row] : [])),
  }
}

test('lines, tax groups, total, instalments and journal rows of every bill agree by the declared rule', () => {
  fc.assert(
    fc.property(someBook, (parts) => {
      const { bills, rows } = changesOf(planBills(book(parts), { customers: [] }, context('2026-11-01')).changes)
      for (const bill of bills) {
        const lines = sum(bill.lines.map((l) => l.amount))
        expect(lines).toBe(bill.mode === 'net' ? bill.net : bill.total)
        expect(sum(bill.taxes.map((g) => g.net))).toBe(bill.net)
        expect(sum(bill.taxes.map((g) => g.amount))).toBe(bill.tax)
        expect(bill.net + bill.tax).toBe(bill.total)
        expect(sum(lineNets(bill.lines, bill, bill.currency))).toBe(bill.net)
        expect(sum(bill.instalments.map((i) => i.amount))).toBe(bill.kind === 'credit' ? 0 : bill.total)
        const own = rows.filter((r) => r.document === bill.number)
        expect(sum(own.map((r) => r.amount))).toBe(bill.total)
        expect(sum(own.map((r) => r.tax ?? 0))).toBe(bill.tax)
        const isDue = (r: JournalRow) => r.due !== null && r.due >= bill.date
        expect(own.every((r) => r.amount > 0 && r.kind === bill.kind && isDue(r) === (r.kind === 'bill'))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a second run plans nothing, and every sale is on at most one bill', () => {
  fc.assert(
    fc.property(someBook, (parts) => {
      const first = changesOf(planBills(book(parts), { customers: [] }, context('2026-11-01')).changes)
      const billed = first.bills.flatMap((b) => b.lines.flatMap((l) => l.sales))
      expect(new Set(billed).size).toBe(billed.length)
      const kept = book({ ...parts, rows: [...parts.rows, ...first.rows], bills: first.bills })
      expect(planBills(kept, { customers: [] }, context('2026-11-01')).changes).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('the order of rows decides nothing', () => {
  fc.assert(
    fc.property(someBook, fc.infiniteStream(fc.nat(1000)), (parts, order) => {
      const keys = new Map(parts.rows.map((r) => [r, order.next().value ?? 0]))
      const turned = [...parts.rows].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
      const plan = planBills(book(parts), { customers: [] }, context('2026-11-01'))
      expect(planBills(book({ ...parts, rows: turned }), { customers: [] }, context('2026-11-01')).changes).toEqual(
        plan.changes,
      )
    }),
    { numRuns: 100 },
  )
})

test('a gross amount is its net plus its tax, and by group the document never loses a cent to its lines', () => {
  const c = currency('CNY')
  const line = fc.record({
    amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    tax: fc.constantFrom(...rates),
    category: fc.constant('S'),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), rules, (lines, r) => {
      const totals = totalsOf(lines, r, c)
      if (r.mode === 'gross') expect(totals.total).toBe(sum(lines.map((l) => l.amount)))
      else expect(totals.net).toBe(sum(lines.map((l) => l.amount)))
      const exactTax = lines.reduce(
        (t, l) =>
          t.plus(
            exact(l.amount)
              .times(l.tax)
              .div(exact(l.tax).plus(r.mode === 'net' ? 100 - Number(l.tax) : 100)),
          ),
        exact(0),
      )
      const slack = r.rounding === 'group' ? totals.taxes.length : lines.length
      expect(exactTax.minus(totals.tax).abs().lte(slack)).toBe(true)
      expect(taxOf(0, exact('13'), r.mode, c)).toBe(0)
    }),
    { numRuns: 500 },
  )
})
