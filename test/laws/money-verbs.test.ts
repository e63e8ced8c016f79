// Any sequence of money verbs leaves a book that proves itself, and what is refused writes nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../src/core/base/day.ts'
import { rowId } from '../../src/core/base/id.ts'
import type { Bill } from '../../src/core/book/bill.ts'
import type { Book } from '../../src/core/book/book.ts'
import { type JournalRow, journalRow, rowIdAt } from '../../src/core/book/journal.ts'
import type { Context, Plan } from '../../src/core/book/plan.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { planApplication } from '../../src/core/verbs/apply/plan.ts'
import { planBills } from '../../src/core/verbs/bill/plan.ts'
import { runChecks } from '../../src/core/verbs/check/plan.ts'
import { checks } from '../../src/core/verbs/check/registry.ts'
import { planCredit } from '../../src/core/verbs/credit/plan.ts'
import { planMove } from '../../src/core/verbs/move/plan.ts'
import { planOpening } from '../../src/core/verbs/opening/plan.ts'
import { planPayment } from '../../src/core/verbs/pay/plan.ts'
import { planMoneyBack } from '../../src/core/verbs/recover/plan.ts'
import { planRefund } from '../../src/core/verbs/refund/plan.ts'
import { planReversal } from '../../src/core/verbs/reverse/plan.ts'
import { planUnapplication } from '../../src/core/verbs/unapply/plan.ts'
import { planVoid } from '../../src/core/verbs/void/plan.ts'
import { planWriteOff } from '../../src/core/verbs/writeoff/plan.ts'
import { book, context, customer, row, sha256 } from '../support/book.ts'

const runs = Number(process.env.CRM_RUNS ?? 60)
const people = ['ada', 'bob'].map((id) => customer(id))
const cents = (n: number) => (n / 100).toFixed(2)

interface State {
  readonly rows: readonly JournalRow[]
  readonly bills: readonly Bill[]
}

const bookOf = ({ rows, bills }: State): Book => book({ customers: people, rows: [...rows], bills: [...bills] })

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
  ]
  return now.journal.length === 0 ? null : (verbs[what]?.() ?? null)
}

function apply(state: State, plan: Plan): State {
  const rows = [...state.rows]
  const bills = [...state.bills]
  for (const change of plan.changes) {
    if (change.change === 'addRow') rows.push(change.row)
    if (change.change === 'issueBill') bills.push(change.bill)
  }
  return { rows, bills }
}

const step = fc.tuple(fc.nat(13), fc.nat(99), fc.nat(99), fc.integer({ min: 1, max: 30_000 }))

test('any sequence of money verbs leaves a book that proves itself; a refusal writes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      let state: State = {
        bills: [],
        rows: ['ada', 'bob', 'ada'].map((who, nth) =>
          row('2026-01-02', 'sale', who, 10_000 * (nth + 1), {
            item: `I${nth}`,
            quantity: '1',
            price: `${100 * (nth + 1)}`,
            nth,
          }),
        ),
      }
      steps.forEach((s, i) => {
        const now = bookOf(state)
        const at = context(addDays(day('2026-01-10'), i), { freshId: (n) => rowId(sha256, [`${i}`, `${n}`]) })
        const plan = attempt(now, s, at)
        if (plan === null) return
        const isRefused = plan.problems.some((p) => p.severity === 'error')
        if (isRefused) expect(plan.changes).toEqual([])
        else state = apply(state, plan)
      })
      const end = bookOf(state)
      const ids = new Set(state.rows.map((r) => r.id))
      expect(ids.size).toBe(state.rows.length)
      const proof = runChecks(end, { chosen: checks, found: [] }, context('2026-12-31'))
      expect(proof.problems, JSON.stringify(state.rows.map((_, i) => journalRow(end.journal, i)))).toEqual([])
    }),
    { numRuns: runs },
  )
})
