// The decisions of a person, from a plan file or from the keyboard, as one plan: all of them or none.
import { note, type Problem, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { onOpenDay } from '../../book/close.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { bookedRates } from '../../book/rates.ts'
import type { LineDecision } from './decision.ts'
import { disputesOf, disputesPaid } from './disputes.ts'
import { newcomers } from './newcomers.ts'
import { reconcileOutput } from './output.ts'
import { payersOf } from './payers.ts'
import { judgeLines, numberingOf } from './plan.ts'
import { openPool } from './pool.ts'
import { proposalOf } from './proposal.ts'
import { rowsOfMatch } from './rows.ts'
import { proposeRules, takeByRules } from './rules.ts'
import { placed, type Settled, settle } from './settle.ts'
import type { Judged, Matched } from './verdict.ts'
import { rowsOfWaiting, waitingTables } from './waiting.ts'

export interface DecidedWish {
  readonly account: string | undefined
  readonly decisions: readonly LineDecision[]
  readonly strict: boolean
  /** Rules take the lines that nobody decided on, and money that waited is applied, as in every other run. */
  readonly whole: boolean
}

/**
 * Nothing but what was decided is booked; lines without a decision stay as they are. A decision that was carried out already
 * plans nothing, so the same file can be applied twice.
 */
export function planDecisions(book: Book, { account, decisions, strict, whole }: DecidedWish, context: Context): Plan {
  const { romanise, hash } = context
  const folk = newcomers(book, decisions, context)
  const known = folk.book
  const first = judgeLines(known, { account, romanise, hash }).judged
  const pool = openPool(known.journal)
  const settled = decisions.map((wish) => settle(wish, { book: known, judged: first, pool, ids: folk.ids, context }))
  const accept = settled.flatMap((s) => s.accept ?? [])
  const { judged, problems, waited, leftOf } = judgeLines(known, { account, romanise, hash, accept })
  const byId = new Map(judged.map((j) => [j.line.id, j]))
  const wanted = settled.filter((s) => s.problem === undefined && (s.accept !== undefined || isBooked(s, byId)))
  const matches = wanted.map((s) => matchOf(s, byId.get(s.wish.line), problems))
  const found = matches.filter((m): m is Booked => !('code' in m))
  const rates = bookedRates(book)
  const numbering = numberingOf(book, hash)
  const rows = found.flatMap(({ line, match }) => rowsOfMatch(line, match, rates(line.currency, line.date), numbering))
  const waiting = whole ? waited : []
  const booked = onOpenDay([...rowsOfWaiting(waiting, hash), ...rows], book.closes)
  const disputes = disputesOf(book, found, numbering)
  const lines = new Set(found.map((m) => m.line.id))
  const undecided = judged.map((j): Judged => shownAs(j, first, { settled, lines }))
  // What a match that waits would pay is not paid yet.
  const waitingFor = new Set(
    judged.flatMap(({ line, verdict }) =>
      verdict.state === 'matched' && !lines.has(line.id) ? verdict.parts.map((p) => p.document) : [],
    ),
  )
  const ruled = whole ? takeByRules(undecided, book.bankRules) : { judged: undecided, changes: [], notes: [] }
  const shown = ruled.judged
  const changes = [
    ...folk.changes,
    ...booked.changes,
    ...disputes.changes,
    ...lessons(known, found),
    ...ruled.changes,
    ...distinctChanges(settled.flatMap((s) => s.changes ?? [])),
  ]
  const faults = [...settled.flatMap((s) => s.problem ?? []), ...matches.filter((m): m is Problem => 'code' in m)]
  const left = shown.some(
    ({ verdict: v }) => v.state === 'suggested' || (v.state === 'unmatched' && v.reason !== 'moneyOut'),
  )
  return {
    changes,
    problems: [
      ...faults,
      ...folk.problems,
      ...booked.problems,
      ...disputes.problems,
      ...disputesPaid(book, (d) => (waitingFor.has(d) ? null : leftOf(d))),
      ...ruled.notes,
      ...proposeRules(book),
      ...(faults.length > 0
        ? []
        : [
            note('decisions-taken', {
              booked: found.length,
              ignored: settled.filter((s) => s.changes !== undefined).length,
              left: decisions.filter((d) => d.decision.do === 'skip').length,
            }),
          ]),
    ],
    output: { tables: [...waitingTables(waiting), ...reconcileOutput(shown, book).tables] },
    exit: strict && left ? 1 : 0,
    confirm: rows.length > 0,
  }
}

interface Booked extends Judged {
  readonly match: Matched
  readonly wish: LineDecision
}

/** `accept` of a line that the passes match by themselves. */
function isBooked({ wish }: Settled, byId: ReadonlyMap<string, Judged>): boolean {
  return wish.decision.do === 'accept' && byId.get(wish.line)?.verdict.state === 'matched'
}

/** What is to be booked of the line, or why it is not as the person saw it. */
function matchOf(
  { wish, accept }: Settled,
  judged: Judged | undefined,
  problems: readonly Problem[],
): Booked | Problem {
  const { line: id, decision, proposed } = wish
  const isAsSaid =
    judged?.verdict.state === 'matched' && (accept === undefined || judged.verdict.rule === 'acceptedByPerson')
  if (judged === undefined || judged.verdict.state !== 'matched' || !isAsSaid) {
    const said =
      problems.find((p) => 'line' in p.params && p.params.line === id) ??
      problems.find((p) => p.code === 'unknown-document' && accept?.documents.includes(numberOf(p)))
    return placed(said ?? problem('plan-stale', { line: id, why: 'proposal', seen: proposed?.join('; ') ?? '' }), wish)
  }
  const { line, verdict } = judged
  const now = proposalOf(line, verdict)
  if (accept === undefined && proposed !== undefined && proposed.join('; ') !== now.join('; '))
    return placed(problem('plan-stale', { line: id, why: 'proposal', seen: proposed.join('; ') }), wish)
  const settled = new Set([
    ...verdict.parts.map((p) => p.document),
    ...(verdict.payments ?? verdict.undoes ?? []).map((p) => p.id),
    verdict.customer,
  ])
  const idle = decision.do === 'settle' ? accept?.documents.find((d) => !settled.has(d)) : undefined
  if (idle !== undefined) return placed(problem('line-settles-nothing', { line: id, document: idle }), wish)
  return { line, verdict, match: verdict, wish: { ...wish, decision } }
}

function numberOf(p: Problem): string {
  return 'number' in p.params && typeof p.params.number === 'string' ? p.params.number : ''
}

/** Lines that nobody decided on are shown as they were judged, but a match of theirs is not booked: it waits. */
function shownAs(
  judged: Judged,
  first: readonly Judged[],
  { settled, lines }: { readonly settled: readonly Settled[]; readonly lines: ReadonlySet<string> },
): Judged {
  const { line, verdict } = judged
  const mine = settled.find((s) => s.wish.line === line.id)
  const left = mine?.changes?.find((c) => c.change === 'ignoreLine')
  if (left?.change === 'ignoreLine')
    return { line, verdict: { state: 'ignored', reason: left.ignored.reason, now: true } }
  if (verdict.state !== 'matched' || lines.has(line.id)) return judged
  const before = first.find((j) => j.line.id === line.id)?.verdict
  const { rule, customer, parts, evidence, others } = before?.state === 'matched' ? before : verdict
  const option = { rule, customer, documents: parts.flatMap((p) => (p.document === '' ? [] : [p.document])), evidence }
  return { line, verdict: { state: 'suggested', reason: 'notDecided', options: [option, ...others] } }
}

/** Who the payers of the booked lines are: what a document number or a person says. */
function lessons(book: Book, booked: readonly Booked[]): Change[] {
  const payers = payersOf(book)
  const teaches = new Set(['documentNumber', 'creditorReference', 'acceptedByPerson'])
  payers.learn(
    booked.flatMap(({ line, match }) => {
      const several = new Set(match.parts.map((p) => p.customer ?? match.customer)).size > 1
      return teaches.has(match.rule) && match.payments === undefined && match.undoes === undefined && !several
        ? [{ line, customer: match.customer }]
        : []
    }),
  )
  return payers.learnt()
}

/** Several lines may ask for the same rule. */
function distinctChanges(changes: readonly Change[]): Change[] {
  const seen = new Set<string>()
  return changes.filter((c) => {
    const key = JSON.stringify(c)
    return !seen.has(key) && seen.add(key)
  })
}
