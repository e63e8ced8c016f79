// crm reconcile: brings bank lines and the book together. Ordered passes, each over all lines before the next, from certain to vague.
import type { Minor } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { onOpenDay } from '../../book/close.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRates } from '../../book/rates.ts'
import { lineStates } from '../../ledger/bank-lines.ts'
import { matchByAdvice } from './by-advice.ts'
import { matchByHand } from './by-hand.ts'
import { matchTogether } from './by-instalments.ts'
import { matchByName } from './by-name.ts'
import { matchByHint, matchByNear } from './by-near.ts'
import { matchByAnyNumber, matchByExactNumber, matchByReference } from './by-number.ts'
import { matchByPayer, matchDeducted, matchSeveral } from './by-payer.ts'
import { type Acceptance, applyAcceptances, completed, findLine } from './decide.ts'
import { disputesOf, disputesPaid } from './disputes.ts'
import { explainLine } from './explain.ts'
import { type Matching, startMatching } from './matching.ts'
import { onlyChoices } from './only-choices.ts'
import { reconcileOutput } from './output.ts'
import { returnsOf } from './returns.ts'
import { type Numbering, rowsOfMatch } from './rows.ts'
import { proposeRules, takeByRules } from './rules.ts'
import { nameShorts } from './short.ts'
import { suggest } from './suggest.ts'
import type { Judged } from './verdict.ts'
import { applyWaiting, rowsOfWaiting, type Waited, waitingTables } from './waiting.ts'

export interface ReconcileWish {
  /** Only lines of that account. */
  readonly account: string | undefined
  /** Something to look at is left: exit 1. */
  readonly strict: boolean
  /** Id of a line, or its unique beginning. */
  readonly explain: string | undefined
  readonly accept?: readonly Acceptance[]
  /** `suggested`: also every suggestion that has one choice only; `sure`: nothing more than what is certain. */
  readonly all?: 'sure' | 'suggested'
  /** Lines to leave out, all for the same reason. */
  readonly ignore?: { readonly lines: readonly string[]; readonly reason: string }
}

const passes: readonly ((matching: Matching) => void)[] = [
  matchByHand,
  matchByReference,
  matchByAdvice,
  matchByExactNumber,
  learnPayers,
  matchByHint,
  matchByNear,
  matchByAnyNumber,
  learnPayers,
  matchByNear,
  matchTogether,
  matchByPayer,
  matchDeducted,
  matchSeveral,
  matchByName,
]

export interface Judgement {
  readonly judged: readonly Judged[]
  readonly learnt: readonly Change[]
  readonly waited: readonly Waited[]
  readonly problems: readonly Problem[]
  /** What is open of a document after all that is judged; null where there is no such document. */
  readonly leftOf: (document: string) => Minor | null
}

export interface JudgeWish {
  readonly account: string | undefined
  readonly romanise: Context['romanise']
  readonly hash: Context['hash']
  readonly accept?: readonly Acceptance[]
}

/** Every line with its verdict, by day, account and id. */
export function judgeLines(book: Book, wish: JudgeWish): Judgement {
  const { accept = [] } = wish
  const all = startMatching(book, wish.account, wish.romanise)
  const matching = { ...all, works: all.works.filter((w) => !w.isTakenBack) }
  const returns = returnsOf(all, numberingOf(book, wish.hash))
  const waited = applyWaiting(matching, wish.hash)
  const problems = applyAcceptances(all, accept)
  // What one pass settles may decide a tie of an earlier one, so all run until nothing more is booked: a second run then plans nothing.
  for (let before = -1; matchedCount(matching) > before; ) {
    before = matchedCount(matching)
    for (const work of matching.works) if (work.verdict?.state === 'suggested') work.verdict = null
    for (const pass of passes) pass(matching)
    returns.match()
  }
  suggest(all)
  returns.suggest()
  nameShorts(all)
  const judged = all.works.flatMap((w): Judged[] => (w.verdict === null ? [] : [{ line: w.line, verdict: w.verdict }]))
  const leftOf = (number: string) => {
    const document = all.pool.ledger.document(number)
    return document === undefined ? null : all.pool.left(document)
  }
  return { judged, learnt: matching.payers.learnt(), waited, problems, leftOf }
}

export function numberingOf({ journal }: Book, hash: Context['hash']): Numbering {
  const { takenBack } = lineStates(journal)
  return { hash, again: (line) => takenBack.get(line) ?? 0 }
}

function matchedCount(matching: Matching): number {
  return matching.works.filter((w) => w.verdict?.state === 'matched').length
}

/** A line that named its document by whole number confirms who its payer is. */
function learnPayers(matching: Matching): void {
  matching.payers.learn(
    matching.works.flatMap(({ line, verdict }) =>
      verdict?.state === 'matched' && (verdict.rule === 'documentNumber' || verdict.rule === 'creditorReference')
        ? [{ line, customer: verdict.customer }]
        : [],
    ),
  )
}

export function planReconcile(book: Book, wish: ReconcileWish, context: Context): Plan {
  const { account } = wish
  const { romanise, hash } = context
  const first = judgeLines(book, { account, romanise, hash })
  if (wish.explain !== undefined) return explainLine(book, first.judged, wish.explain)
  if (wish.ignore !== undefined) return planIgnore(first.judged, wish.ignore)
  const accept = completed(first.judged, wish.accept ?? []).concat(
    wish.all === 'suggested' ? onlyChoices(book, first.judged, wish.accept ?? []) : [],
  )
  const faults = accept.filter((a): a is Problem => 'code' in a)
  const wishes = accept.filter((a): a is Acceptance => !('code' in a))
  const { judged, learnt, waited, problems, leftOf } =
    accept.length === 0 ? first : judgeLines(book, { account, romanise, hash, accept: wishes })
  const ruled = takeByRules(judged, book.bankRules)
  const rates = bookedRates(book)
  const numbering = numberingOf(book, hash)
  const matched = judged.flatMap(({ line, verdict }) =>
    verdict.state === 'matched' ? rowsOfMatch(line, verdict, rates(line.currency, line.date), numbering) : [],
  )
  const rows = [...rowsOfWaiting(waited, hash), ...matched]
  const disputes = disputesOf(
    book,
    judged.flatMap(({ line, verdict }) => (verdict.state === 'matched' ? [{ line, match: verdict }] : [])),
    numbering,
  )
  const booked = onOpenDay(rows, book.closes)
  const counts = countStates(ruled.judged)
  const left = ruled.judged.some(
    ({ verdict }) => verdict.state === 'suggested' || (verdict.state === 'unmatched' && verdict.reason !== 'moneyOut'),
  )
  return {
    changes: [...booked.changes, ...disputes.changes, ...learnt, ...ruled.changes],
    problems: [
      ...faults,
      ...problems,
      ...booked.problems,
      ...disputes.problems,
      ...disputesPaid(book, leftOf),
      note('lines-reconciled', counts),
      ...payersLearnt(learnt),
      ...ruled.notes,
      ...proposeRules(book),
    ],
    output: { tables: [...waitingTables(waited), ...reconcileOutput(ruled.judged, book).tables] },
    exit: wish.strict && left ? 1 : 0,
    confirm: rows.length > 0,
  }
}

/** A line that is booked is not left out. */
function planIgnore(judged: readonly Judged[], ignore: NonNullable<ReconcileWish['ignore']>): Plan {
  const found = ignore.lines.map((id) => findLine(judged, id))
  const problems = found.filter((f): f is Problem => 'code' in f)
  const lines = found
    .filter((f): f is Judged => !('code' in f))
    .filter(({ verdict }) => verdict.state !== 'known' && verdict.state !== 'ignored')
  const changes = lines.map(
    ({ line }): Change => ({
      change: 'ignoreLine',
      ignored: { account: line.account, line: line.id, reason: ignore.reason },
    }),
  )
  return { changes, problems: [...problems, note('lines-ignored', { count: changes.length })], output: noOutput }
}

function countStates(judged: readonly Judged[]) {
  const of = (state: Judged['verdict']['state']) => judged.filter((j) => j.verdict.state === state).length
  return {
    matched: of('matched'),
    suggested: of('suggested'),
    unmatched: of('unmatched'),
    known: of('known'),
    ignored: of('ignored'),
  }
}

function payersLearnt(learnt: readonly Change[]): Problem[] {
  return learnt.length === 0 ? [] : [note('payers-learnt', { count: learnt.length })]
}
