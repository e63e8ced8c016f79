// The review of bank lines at the keyboard: which key or text leads where, and what is decided in the end.
import { expect, test } from 'vitest'
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import { formatDecision, parseDecision } from '../../../src/core/verbs/reconcile/decision.ts'
import {
  lineAt,
  type ReviewBook,
  reviewDecisions,
  splitLeft,
  startReview,
  stepReview,
  undecided,
  worthKeeping,
} from '../../../src/core/verbs/reconcile/review.ts'
import type { Judged, Verdict } from '../../../src/core/verbs/reconcile/verdict.ts'

const cny = currency('CNY')

function judged(id: string, amount: number, verdict: Verdict, text = 'rent'): Judged {
  const blank = { kind: '', payer: '', payerAccount: '', reference: '', structured: '', source: 'csv' }
  return { line: { id, account: 'icbc', date: day('2026-10-05'), amount, currency: cny, text, ...blank }, verdict }
}

const option = (documents: readonly string[]) =>
  ({ rule: 'payerOnly', customer: 'acorn', documents, evidence: [] }) as const
const sure = judged('sure', 100, {
  state: 'matched',
  rule: 'documentNumber',
  customer: 'acorn',
  parts: [{ document: 'INV-1', amount: 100 }],
  evidence: [],
  others: [option(['INV-2'])],
})
const doubt = judged('doubt', 5000, {
  state: 'suggested',
  reason: 'tie',
  options: [option(['INV-2']), option(['INV-3'])],
})
const blank = judged('blank', 700, { state: 'unmatched', reason: 'noTrace' })
const out = judged('out', -15, { state: 'unmatched', reason: 'moneyOut' }, '202610')

const known: ReviewBook = {
  open: (name) => (['INV-2', 'INV-3'].includes(name) ? { currency: cny, left: 4000 } : null),
  customer: (name) => (name.toLowerCase().startsWith('aco') ? 'acorn' : null),
}

/** `!` before a text that is typed at a question; else keys. */
function played(lines: readonly Judged[], moves: readonly string[]) {
  return moves.reduce(
    (r, m) => stepReview(r, m.startsWith('!') ? { text: m.slice(1) } : { key: m }, known),
    startReview(lines),
  )
}

const cases: readonly (readonly [string, readonly Judged[], readonly string[], string, string])[] = [
  ['a takes all that is sure', [sure, blank], ['a'], 'line', 'sure: accept'],
  ['s leaves what is sure', [sure], ['s'], 'done', ''],
  ['e looks at what is sure one by one', [sure, blank], ['e', 'a'], 'line', 'sure: accept'],
  ['the second choice of a sure line is its first runner-up', [sure], ['e', '2'], 'done', 'sure: pick 1'],
  ['a takes the first choice, a digit another', [doubt, blank], ['2'], 'line', 'doubt: pick 2'],
  ['a choice that is not there changes nothing', [doubt], ['3'], 'line', ''],
  ['a of a line without choices changes nothing', [blank], ['a'], 'line', ''],
  ['d asks for numbers', [blank], ['d'], 'settle', ''],
  ['numbers that are open are settled', [blank], ['d', '!INV-2 INV-3'], 'done', 'blank: settle INV-2, INV-3'],
  ['a number that is not open is asked again', [blank], ['d', '!INV-9'], 'settle', ''],
  ['nothing typed leads back', [blank], ['d', '!'], 'line', ''],
  [
    'a split ends when nothing is left',
    [doubt],
    ['p', '!INV-2 30.00', '!acorn 20.00'],
    'done',
    'doubt: split INV-2 30.00; acorn 20.00',
  ],
  ['a split may leave a rest on account', [doubt], ['p', '!INV-2 30.00', '!'], 'done', 'doubt: split INV-2 30.00'],
  ['a share is at most what is open', [doubt], ['p', '!INV-2 40.01'], 'split', ''],
  ['a share is at most what is left of the line', [blank], ['p', '!INV-2 7.01'], 'split', ''],
  ['a share needs an amount', [blank], ['p', '!INV-2'], 'split', ''],
  ['c lays it on account of a customer, however named', [blank], ['c', '!Acorn Mill'], 'done', 'blank: account acorn'],
  ['an unknown customer is asked again', [blank], ['c', '!nobody'], 'account', ''],
  ['n takes a new customer', [blank], ['n', '!Birch Works'], 'done', 'blank: new Birch Works'],
  ['i asks for the reason', [blank], ['i', '!', 'i', '!a loan'], 'done', 'blank: ignore a loan'],
  ['r makes a rule', [blank], ['r', '!rent'], 'done', 'blank: rule rent'],
  ['a line that says nothing makes no rule', [out], ['r'], 'line', ''],
  ['money out is not given to customers', [out], ['c'], 'line', ''],
  ['s skips', [doubt, blank], ['s'], 'line', 'doubt: skip'],
  ['b goes back, and another key decides again', [doubt, blank], ['s', 'b', '1'], 'line', 'doubt: pick 1'],
  ['b at the first line stays there', [doubt], ['b'], 'line', ''],
  ['f goes on and leaves what was decided', [doubt, blank], ['1', 'b', 'f'], 'line', 'doubt: pick 1'],
  ['f at the last line ends', [doubt], ['f'], 'done', ''],
  ['q keeps what was decided', [sure, doubt, blank], ['a', '1', 'q'], 'done', 'sure: accept / doubt: pick 1'],
  ['other keys do nothing', [doubt], ['x'], 'line', ''],
]

test.each(cases)('%s', (_, lines, moves, stage, decided) => {
  const review = played(lines, moves)
  expect(review.stage).toBe(stage)
  const said = reviewDecisions(review).map((d) => `${d.line}: ${formatDecision(d.decision, cny)}`)
  expect(said.join(' / ')).toBe(decided)
})

test('what was decided before is gone on with or dropped, and its lines are passed over', () => {
  const kept = new Map([[doubt.line.id, { do: 'pick', choice: 2 } as const]])
  const after = (...keys: readonly string[]) =>
    keys.reduce((r, key) => stepReview(r, { key }, known), startReview([sure, doubt, blank], kept))
  expect(after().stage).toBe('kept')
  expect(after('x').stage).toBe('kept')
  const on = after('c', 'a')
  expect([lineAt(on)?.line.id, [...on.decided.keys()]]).toEqual(['blank', ['sure', 'doubt']])
  expect(lineAt(after('c', 'a', 'b'))?.line.id).toBe('doubt')
  const dropped = after('d', 'a')
  expect([lineAt(dropped)?.line.id, [...dropped.decided.keys()]]).toEqual(['doubt', ['sure']])
  expect(worthKeeping(on, [sure, doubt, blank])).toEqual([{ line: 'doubt', decision: { do: 'pick', choice: 2 } }])
})

test('what is still open falls with every decision, and a skip leaves it', () => {
  const left = (moves: readonly string[]) => undecided(played([sure, doubt, blank], moves)).get(cny)
  expect([[], ['a'], ['a', '1'], ['a', 's']].map(left)).toEqual([5800, 5700, 700, 5700])
})

test('what is still to be given falls with every share', () => {
  expect(splitLeft(played([doubt], ['p', '!INV-2 30.00']))).toBe(2000)
})

test('every decision reads back as it was written', () => {
  const texts = [
    'accept',
    'skip',
    'pick 3',
    'settle INV-1, INV-2',
    'split INV-1 50.00; acorn 1.00',
    'account acorn',
    'new Nordic Lamp AB',
    'ignore a loan',
    'rule bank fees',
  ]
  expect(
    texts.map((t) => {
      const d = parseDecision(t, cny)
      return d === null ? null : formatDecision(d, cny)
    }),
  ).toEqual(texts)
  for (const bad of [
    '',
    'perhaps',
    'accept INV-1',
    'pick 0',
    'pick',
    'settle',
    'split INV-1',
    'split INV-1 0.00',
    'ignore',
    'new',
    'rule',
    'account',
  ])
    expect(parseDecision(bad, cny), bad).toBeNull()
})
