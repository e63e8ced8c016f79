// Laws of reconciling over small books whose names, numbers and amounts collide on purpose.
import fc from 'fast-check'
import { expect } from 'vitest'
import { currency } from '../../src/core/base/currency.ts'
import { addDays, day } from '../../src/core/base/day.ts'
import { rowId } from '../../src/core/base/id.ts'
import type { BankLine } from '../../src/core/book/bank.ts'
import type { Book } from '../../src/core/book/book.ts'
import type { JournalRow } from '../../src/core/book/journal.ts'
import { openLedger } from '../../src/core/ledger/ledger.ts'
import { judgeLines, planReconcile } from '../../src/core/verbs/reconcile/plan.ts'
import { book, context, customer, row, sha256 } from '../support/book.ts'
import { applied, rowsOf } from '../support/import.ts'
import { law } from '../support/law.ts'
import { rowsOfBook } from '../support/matching.ts'

const who = ['acorn', 'birch', 'cedar'] as const
const names = { acorn: 'Acorn Mill Ltd', birch: 'Birch Mill Ltd', cedar: 'Acorn Works GmbH' }
const amounts = fc.constantFrom(1000, 2000, 3000, 5000, 7777, 9800, 10000)
const numbers = ['INV-1', 'INV-12', 'INV-2026-0001', 'INV-2026-0002', 'INV-2026-0011', '20260003', 'CN-1']

const bills = fc.uniqueArray(
  fc.record({
    number: fc.constantFrom(...numbers),
    customer: fc.constantFrom(...who),
    amount: amounts,
    days: fc.nat(40),
  }),
  { selector: (b) => b.number, maxLength: 6 },
)

/** Payments entered by hand, some set against a bill, some of them reversed. */
const entries = fc.array(
  fc.record({
    customer: fc.constantFrom(...who),
    amount: amounts,
    days: fc.nat(40),
    cheque: fc.constantFrom('', 'cheque 448812', 'cheque 448813'),
    isReversed: fc.boolean(),
  }),
  { maxLength: 3 },
)

const lines = fc.array(
  fc.record({
    amount: fc.oneof(
      { weight: 3, arbitrary: amounts },
      { weight: 1, arbitrary: amounts.map((a) => -a) },
      fc.integer({ min: 1, max: 20000 }),
    ),
    days: fc.nat(40),
    payer: fc.constantFrom('', 'Acorn Mill Ltd', 'ACORN MILL', 'Birch Mill', 'Acorn', 'Somebody'),
    account: fc.constantFrom('', 'DE02', 'DE03'),
    text: fc.constantFrom(
      '',
      ...numbers,
      'INV-2026-0001 0002',
      'INV-2026-0001 to 0011',
      'INV-2026-0012',
      'cheque 448812',
      'returned',
    ),
    endToEnd: fc.constantFrom('', 'E2E-7731', 'E2E-7732'),
    kind: fc.constantFrom('', '', 'return'),
    fee: fc.constantFrom(0, 0, 350),
  }),
  { maxLength: 7 },
)

type Said = typeof books extends fc.Arbitrary<infer B> ? B : never
const books = fc.record({ bills, entries, lines, tolerance: fc.constantFrom(0, 300), explicit: fc.boolean() })

const start = day('2026-09-01')

function lineOf(said: Said['lines'][number], i: number): BankLine {
  const { amount, days, payer, account: payerAccount, text, kind, fee, endToEnd } = said
  return {
    id: rowId(sha256, ['line', String(i), JSON.stringify(said)]),
    account: 'icbc',
    date: addDays(start, days),
    amount,
    currency: currency('CNY'),
    kind,
    payer,
    payerAccount,
    reference: '',
    structured: '',
    text,
    source: 'csv',
    ...(endToEnd === '' ? {} : { endToEnd }),
    ...(fee === 0 ? {} : { fee }),
  }
}

function bookOf(said: Said): Book {
  const rows = [
    ...said.bills.map((b) =>
      row(addDays(start, b.days), b.number.startsWith('CN') ? 'credit' : 'bill', b.customer, b.amount, {
        document: b.number,
        ...(b.number.startsWith('CN') ? { reason: 'goodwill' } : { due: addDays(start, b.days + 30) }),
      }),
    ),
    ...said.entries.flatMap((e, nth): JournalRow[] => {
      const payment = row(addDays(start, e.days), 'payment', e.customer, e.amount, { memo: e.cheque, nth })
      const of = payment.id
      const reverse = row(addDays(start, e.days), 'reverse', e.customer, e.amount, { of, reason: 'wrong', nth })
      return e.isReversed ? [payment, reverse] : [payment]
    }),
  ]
  const settings = {
    ...book().settings,
    reconcile: { tolerance: said.tolerance, withholding: ['10'], disputes: 'open' as const },
  }
  const customers = who.map((id) =>
    customer(id, {
      name: names[id],
      terms: '2/10 net 30',
      ...(id === 'birch' && said.explicit ? { allocation: 'explicit' as const } : {}),
    }),
  )
  return book({ settings, customers, rows, bank: said.lines.map(lineOf) })
}

const wish = { account: undefined, strict: false, explain: undefined }
const plan = (b: Book) => planReconcile(b, wish, context('2026-11-22'))
const judged = (b: Book) => judgeLines(b, { account: undefined, romanise: () => [], hash: sha256 }).judged

law('every line is in exactly one state', books, (said) => {
  const start = bookOf(said)
  const ids = judged(start).map((j) => j.line.id)
  expect([...ids].sort()).toEqual(start.bank.map((l) => l.id).sort())
})

law('what a line books is what it brought, or what it took back, less a fee that is said', books, (said) => {
  const before = bookOf(said)
  const after = applied(before, plan(before).changes)
  const rows = rowsOfBook(after)
  for (const { line, verdict } of judged(before)) {
    const mine = rows.filter((r) => r.source === `bank:${line.id}`)
    const total = (kind: JournalRow['kind']) => mine.filter((r) => r.kind === kind).reduce((n, r) => n + r.amount, 0)
    if (verdict.state !== 'matched') expect(mine).toEqual([])
    else if (line.amount > 0) expect(total('payment') + total('match')).toBe(line.amount)
    else expect([-line.amount, -line.amount - (line.fee ?? 0)]).toContain(total('reverse') + total('match'))
    expect(total('apply')).toBeLessThanOrEqual(Math.abs(line.amount))
  }
})

law('nothing is applied beyond what there is, nor to another customer', books, (said) => {
  const before = bookOf(said)
  const after = applied(before, plan(before).changes)
  expect(openLedger(after.journal, day('2027-12-31')).problems).toEqual([])
})

law('a second run plans nothing', books, (said) => {
  const before = bookOf(said)
  const after = applied(before, plan(before).changes)
  expect(plan(after).changes).toEqual([])
})

law(
  'the order of lines, rows and customers changes nothing',
  fc.tuple(books, fc.infiniteStream(fc.nat())),
  ([said, shuffle]) => {
    const before = bookOf(said)
    const mixed = <T>(list: readonly T[]) =>
      list
        .map((one) => ({ one, at: shuffle.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map((x) => x.one)
    const other = book({
      settings: before.settings,
      customers: mixed([...before.customers.values()]),
      rows: mixed(rowsOfBook(before)),
      bank: mixed(before.bank),
    })
    expect(judged(other)).toEqual(judged(before))
  },
)

law('what is learnt adds to what is known of payers, and changes nothing that is booked', books, (said) => {
  const before = bookOf(said)
  const first = plan(before)
  const after = applied(before, first.changes)
  for (const c of first.changes) {
    if (c.change !== 'setField') continue
    expect(c.path).toEqual(['payers', expect.any(Number)])
    expect(c.path[1]).toBeGreaterThanOrEqual(before.customers.get(c.customer)?.payers.length ?? 0)
  }
  // What was booked stays known, and nothing more is written for it, whoever the payers are.
  const strangers = [...after.customers.values()].map((c, i) => ({
    ...c,
    payers: [{ account: ['DE02', 'DE03', ''][i] ?? '' }],
  }))
  const known = (b: Book) => judged(b).flatMap(({ line, verdict }) => (verdict.state === 'known' ? [line.id] : []))
  const other = { ...after, customers: new Map(strangers.map((c) => [c.id, c])) }
  expect(known(other)).toEqual(known(after))
  const sources = new Set(rowsOf(plan(other).changes).map((r) => r.source))
  const booked = rowsOf(first.changes).filter((r) => r.kind !== 'apply' && sources.has(r.source))
  expect(booked).toEqual([])
})
