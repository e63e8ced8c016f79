// Laws of quotes and deposits: a pro-forma accepted is the bill that the run would have made, once; deposits and bills together claim the whole.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { day } from '../../src/core/base/day.ts'
import { exact } from '../../src/core/base/decimal.ts'
import { lineAmount, sum } from '../../src/core/base/money.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Contract } from '../../src/core/book/contract.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import type { Plan } from '../../src/core/book/plan.ts'
import { planAccept } from '../../src/core/verbs/bill/accept.ts'
import { planDeposit } from '../../src/core/verbs/bill/deposit.ts'
import { planBills } from '../../src/core/verbs/bill/plan.ts'
import { type BookParts, book, context, customer, row, settings } from '../support/book.ts'

const today = context('2026-11-30')
const cny = currency('CNY')
const rates = { standard: '13', reduced: '6', zero: '0' }
const items = new Map(Object.keys(rates).map((tax) => [tax, { id: tax, name: tax, tax, codes: {} }]))

const someSale = fc.record({
  date: fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-20'),
  item: fc.constantFrom(...items.keys()),
  quantity: fc.integer({ min: 1, max: 9 }).map(String),
  price: fc.integer({ min: 1, max: 99_999 }).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`),
})
const mode = fc.constantFrom<'net' | 'gross'>('net', 'gross')

interface Wish {
  readonly sales: readonly {
    readonly date: string
    readonly item: string
    readonly quantity: string
    readonly price: string
  }[]
  readonly mode: 'net' | 'gross'
  readonly contracts: readonly Contract[]
}

const support: Contract = {
  id: 'support',
  start: day('2026-10-15'),
  lines: [{ id: 'seat', item: 'standard', kind: 'recurring', price: '99.90' }],
}

function partsOf({ sales, mode: of, contracts }: Wish): BookParts {
  return {
    settings: {
      ...settings,
      tax: { ...settings.tax, mode: of, rates },
      discounts: [{ name: 'vip', percent: '7', items: ['reduced'] }],
    },
    customers: [customer('ada', { contracts })],
    items,
    rows: sales.map(({ date, ...s }, nth) =>
      row(date, 'sale', 'ada', lineAmount(exact(s.quantity), exact(s.price), cny), { ...s, nth }),
    ),
  }
}

const someBook = fc
  .record({
    sales: fc.array(someSale, { minLength: 1, maxLength: 8 }),
    mode,
    contracts: fc.constantFrom([], [support]),
  })
  .map(partsOf)

const billsOf = (plan: Plan): readonly Bill[] => plan.changes.flatMap((c) => (c.change === 'issueBill' ? [c.bill] : []))
const rowsOf = (plan: Plan): readonly JournalRow[] =>
  plan.changes.flatMap((c) => (c.change === 'addRow' ? [c.row] : []))

function after(parts: BookParts, plan: Plan): BookParts {
  const quotes = billsOf(plan).filter((b) => b.kind === 'quote' || b.kind === 'proforma')
  const bills = billsOf(plan).filter((b) => !quotes.includes(b))
  return {
    ...parts,
    rows: [...(parts.rows ?? []), ...rowsOf(plan)],
    bills: [...(parts.bills ?? []), ...bills],
    quotes: new Map([...(parts.quotes ?? []), ...quotes.map((q) => [q.number, q] as const)]),
  }
}

test('a pro-forma that is accepted is the bill that the run would have made; neither is made twice', () => {
  fc.assert(
    fc.property(someBook, (parts) => {
      const all = { customers: [] }
      const direct = planBills(book(parts), all, today)
      const offered = planBills(book(parts), { ...all, proforma: true }, today)
      expect(rowsOf(offered)).toEqual([])
      const withQuote = after(parts, offered)
      expect(planBills(book(withQuote), { ...all, proforma: true }, today).changes).toEqual([])
      const accepted = planAccept(book(withQuote), { number: 'PF-2026-0001' }, today)
      const [bill] = billsOf(accepted)
      expect(bill).toEqual({ ...billsOf(direct)[0], quote: 'PF-2026-0001' })
      expect(rowsOf(accepted)).toEqual(rowsOf(direct))
      const done = after(withQuote, accepted)
      expect(planBills(book(done), all, today).changes).toEqual([])
      expect(planAccept(book(done), { number: 'PF-2026-0001' }, today).changes).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('a deposit and the bills after it claim together what the bills alone would, but for a cent for each rate', () => {
  fc.assert(
    fc.property(someBook, fc.integer({ min: 1, max: 300_000 }), (parts, amount) => {
      const whole = sum(billsOf(planBills(book(parts), { customers: [] }, today)).map((b) => b.total))
      const text = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
      const paid = after(
        parts,
        planDeposit(book(parts), { customer: 'ada', amount: text, date: day('2026-11-01') }, today),
      )
      const billed = after(paid, planBills(book(paid), { customers: [] }, today))
      const claimed = sum((billed.rows ?? []).filter((r) => r.kind === 'bill').map((r) => r.amount))
      expect(Math.abs(claimed - Math.max(whole, amount))).toBeLessThanOrEqual(3)
      expect(planBills(book(billed), { customers: [] }, today).changes).toEqual([])
    }),
    { numRuns: 150 },
  )
})
