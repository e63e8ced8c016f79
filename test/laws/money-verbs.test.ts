// Any sequence of money verbs, closing and reopening among them, leaves a book that proves itself and equals the naive model; what is refused writes nothing.
import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, addMonths, type Day, day, monthOf } from '../../src/core/base/day.ts'
import { rowId } from '../../src/core/base/id.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Book } from '../../src/core/book/book.ts'
import { type Closes, closedMonthProblems, closedMonths, type SealedLine } from '../../src/core/book/close.ts'
import { type JournalRow, journalRow, rowIdAt } from '../../src/core/book/journal.ts'
import type { Context, Plan } from '../../src/core/book/plan.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { planApplication } from '../../src/core/verbs/apply/plan.ts'
import { planBills } from '../../src/core/verbs/bill/plan.ts'
import { runChecks } from '../../src/core/verbs/check/plan.ts'
import { checks } from '../../src/core/verbs/check/registry.ts'
import { planClose } from '../../src/core/verbs/close/plan.ts'
import { planCredit } from '../../src/core/verbs/credit/plan.ts'
import { planMove } from '../../src/core/verbs/move/plan.ts'
import { planOpening } from '../../src/core/verbs/opening/plan.ts'
import { planPayment } from '../../src/core/verbs/pay/plan.ts'
import { planMoneyBack } from '../../src/core/verbs/recover/plan.ts'
import { planRefund } from '../../src/core/verbs/refund/plan.ts'
import { planReopen } from '../../src/core/verbs/reopen/plan.ts'
import { planReversal } from '../../src/core/verbs/reverse/plan.ts'
import { planUnapplication } from '../../src/core/verbs/unapply/plan.ts'
import { planVoid } from '../../src/core/verbs/void/plan.ts'
import { planWriteOff } from '../../src/core/verbs/writeoff/plan.ts'
import { book, context, customer, row, sha256 } from '../support/book.ts'
import { law } from '../support/law.ts'
import { naive } from '../support/naive.ts'

const people = ['ada', 'bob'].map((id) => customer(id))
const cents = (n: number) => (n / 100).toFixed(2)

interface State {
  readonly rows: readonly JournalRow[]
  readonly bills: readonly Bill[]
  readonly closes: Closes
  readonly sealed: ReadonlyMap<string, readonly SealedLine[]>
}

const bookOf = ({ rows, bills, closes, sealed }: State): Book =>
  book({ customers: people, rows: [...rows], bills: [...bills], closes, sealed })

const prove = (proven: Book, at: Context) => runChecks(proven, { chosen: checks, found: [] }, at).problems

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length]
}

type Step = readonly [what: number, a: number, b: number, amount: number]

/** What a person may try; names are of things that are there, amounts are as they come. */
function attempt(now: Book, [what, a, b, n]: Step, at: Context): Plan | null {
  const ledger = openLedger(now.journal, day('2027-12-31'))
  const who = people[a % 2]?.id ?? 'ada'
  const amount = cents(n)
  const document = pick(ledger.documents, a)?.number ?? 'none'
  const source = pick(ledger.sources, b)
  const name = source === undefined ? 'none' : source.document || source.id
  const part = n % 3 === 0 ? {} : { amount }
  const blank = { method: '', memo: '' }
  const verbs: (() => Plan)[] = [
    () => planPayment(now, { customer: who, amount, settles: [], onAccount: n % 4 === 0, ...blank }, at),
    () => planPayment(now, { customer: who, amount, settles: [document], onAccount: false, ...blank }, at),
    () => planApplication(now, { source: name, document, ...part }, at),
    () => planUnapplication(now, { name: n % 2 === 0 ? name : document, reason: '' }, at),
    () => planCredit(now, { name: document, lines: [], reason: 'goodwill', release: false, ...part }, at),
    () => planCredit(now, { name: document, lines: [1], reason: 'return', release: n % 2 === 0 }, at),
    () => planVoid(now, { document }, at),
    () => planRefund(now, { name: n % 2 === 0 ? name : who, ...part, ...blank }, at),
    () => planWriteOff(now, { document, ...part, reason: '', memo: '' }, at),
    () => planMoneyBack(now, { name: document, ...part, memo: '' }, at),
    () => planMove(now, { source: name, ...part, to: who === 'ada' ? 'bob' : 'ada', memo: '' }, at),
    () => planReversal(now, { row: rowIdAt(now.journal, b % Math.max(1, now.journal.length)), reason: '' }, at),
    () => planOpening(now, { customer: who, amount: n % 2 === 0 ? amount : `-${amount}`, document: '', memo: '' }, at),
    () => planBills(now, { customers: [] }, at),
    () => planClose(now, { month: monthOf(addMonths(at.today, -1 - (a % 2))) }, at, prove),
    () => planReopen(now, { month: closedMonths(now.closes).at(-1)?.month ?? '2026-01', reason: 'x' }, at),
    () =>
      planPayment(
        now,
        { customer: who, amount, settles: [], onAccount: true, date: addDays(at.today, -(b % 60)), ...blank },
        at,
      ),
  ]
  return now.journal.length === 0 ? null : (verbs[what]?.() ?? null)
}

function apply(state: State, plan: Plan): State {
  const rows = [...state.rows]
  const bills = [...state.bills]
  const closes = new Map(state.closes)
  const sealed = new Map(state.sealed)
  for (const change of plan.changes) {
    if (change.change === 'addRow') rows.push(change.row)
    if (change.change === 'issueBill') bills.push(change.bill)
    if (change.change === 'writeClose') closes.set(change.close.month, change.close)
    if (change.change === 'sealMonth') sealed.set(change.month, change.lines)
  }
  return { rows, bills, closes, sealed }
}

const step = fc.tuple(fc.nat(16), fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 30_000 }))

const start: State = {
  bills: [],
  closes: new Map(),
  sealed: new Map(),
  rows: ['ada', 'bob', 'ada'].map((who, nth) =>
    row('2026-01-02', 'sale', who, 10_000 * (nth + 1), {
      item: `I${nth}`,
      quantity: '1',
      price: `${100 * (nth + 1)}`,
      nth,
    }),
  ),
}

/** A plan as run.ts takes it: refused where it says so, or where it would write into a closed month. */
function taken(state: State, plan: Plan): State {
  const closed = closedMonthProblems(plan.changes, state.closes)
  if (plan.problems.some((p) => p.severity === 'error')) expect(plan.changes).toEqual([])
  return closed.length > 0 ? state : apply(state, plan)
}

/** The ledger at the end of a day against the model of the rows entered so far; rows of other days are in order of their day. */
function expectModel(state: State, today: Day): void {
  const ledger = openLedger(bookOf(state).journal, today)
  const model = naive([...state.rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))
  const balances = new Map(ledger.accounts.map((a) => [`${a.customer} ${a.currency}`, a.balance]))
  for (const [key, amount] of model.balances) expect(balances.get(key) ?? 0, key).toBe(amount)
  expect(new Map(ledger.documents.map((d) => [`${d.number} ${d.customer} ${d.currency}`, d.open]))).toEqual(model.open)
  expect(new Map(ledger.sources.map((s) => [s.id, s.remaining]))).toEqual(model.left)
}

law(
  'any sequence of money verbs, closes and reopenings equals the naive model every day, proves itself, and writes nothing where it refuses',
  fc.array(step, { minLength: 5, maxLength: 40 }),
  (steps) => {
    let state = start
    let today = day('2026-01-10')
    steps.forEach((s, i) => {
      today = addDays(today, 1 + (s[3] % 7))
      const at = context(today, { freshId: (n) => rowId(sha256, [`${i}`, `${n}`]) })
      const plan = attempt(bookOf(state), s, at)
      if (plan === null) return
      state = taken(state, plan)
      expectModel(state, today)
    })
    const end = bookOf(state)
    const ids = new Set(state.rows.map((r) => r.id))
    expect(ids.size).toBe(state.rows.length)
    const wrong = prove(end, context('2026-12-31')).filter((p) => p.severity !== 'note')
    expect(wrong, JSON.stringify(state.rows.map((_, n) => journalRow(end.journal, n)))).toEqual([])
  },
)
