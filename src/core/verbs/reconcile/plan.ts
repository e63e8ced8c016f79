// crm reconcile: brings bank lines and the book together. Ordered passes, each over all lines before the next, from certain to vague.
import { note, type Problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRates } from '../../book/rates.ts'
import { matchByHand } from './by-hand.ts'
import { matchByHint, matchByNumber, matchByReference } from './by-number.ts'
import { matchByPayer, matchDeducted, matchSeveral } from './by-payer.ts'
import { explainLine } from './explain.ts'
import { type Matching, startMatching } from './matching.ts'
import { reconcileOutput } from './output.ts'
import { rowsOfMatch } from './rows.ts'
import { suggest } from './suggest.ts'
import type { Judged } from './verdict.ts'

export interface ReconcileWish {
  /** Only lines of that account. */
  readonly account: string | undefined
  /** Something to look at is left: exit 1. */
  readonly strict: boolean
  /** Id of a line, or its unique beginning. */
  readonly explain: string | undefined
}

const passes: readonly ((matching: Matching) => void)[] = [
  matchByHand,
  matchByReference,
  matchByNumber,
  learnPayers,
  matchByHint,
  matchByPayer,
  matchDeducted,
  matchSeveral,
]

/** Every line with its verdict, by day, account and id. */
export function judgeLines(
  book: Book,
  account: string | undefined,
): { readonly judged: readonly Judged[]; readonly learnt: readonly Change[] } {
  const matching = startMatching(book, account)
  // What one pass settles may decide a tie of an earlier one, so all run until nothing more is booked: a second run then plans nothing.
  for (let before = -1; matchedCount(matching) > before; ) {
    before = matchedCount(matching)
    for (const work of matching.works) if (work.verdict?.state === 'suggested') work.verdict = null
    for (const pass of passes) pass(matching)
  }
  suggest(matching)
  const judged = matching.works.flatMap((w): Judged[] =>
    w.verdict === null ? [] : [{ line: w.line, verdict: w.verdict }],
  )
  return { judged, learnt: matching.payers.learnt() }
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
  const { judged, learnt } = judgeLines(book, wish.account)
  if (wish.explain !== undefined) return explainLine(book, judged, wish.explain)
  const rates = bookedRates(book)
  const rows = judged.flatMap(({ line, verdict }) =>
    verdict.state === 'matched' ? rowsOfMatch(line, verdict, rates(line.currency, line.date), context.hash) : [],
  )
  const counts = countStates(judged)
  const left = judged.some(
    ({ verdict }) => verdict.state === 'suggested' || (verdict.state === 'unmatched' && verdict.reason !== 'moneyOut'),
  )
  return {
    changes: [...rows, ...learnt],
    problems: [note('lines-reconciled', counts), ...payersLearnt(learnt)],
    output: reconcileOutput(judged),
    exit: wish.strict && left ? 1 : 0,
    confirm: rows.length > 0,
  }
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
