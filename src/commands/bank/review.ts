// Goes through bank lines with the person at the terminal, one key each; what comes back is decisions, as a plan file holds them.
import type { Book } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import type { Context } from '../../core/book/plan.ts'
import type { LineDecision } from '../../core/verbs/reconcile/decision.ts'
import { judgeLines } from '../../core/verbs/reconcile/plan.ts'
import { decidedLines, type PlannedLine, plannedLines, stillStanding } from '../../core/verbs/reconcile/plan-file.ts'
import { openPool } from '../../core/verbs/reconcile/pool.ts'
import { openText } from '../../core/verbs/reconcile/proposal.ts'
import {
  lineAt,
  type Review,
  type ReviewBook,
  reviewDecisions,
  startReview,
  stepReview,
  worthKeeping,
} from '../../core/verbs/reconcile/review.ts'
import { takeByRules } from '../../core/verbs/reconcile/rules.ts'
import { reviewScreen } from '../../render/review.ts'
import { readUnfinished, writeUnfinished } from '../../store/unfinished.ts'
import { reconcileTextOf } from '../../text/load.ts'
import type { World } from '../../world/world.ts'
import type { Input } from '../input.ts'

export interface Reviewed {
  /** Until the end or until the person left; nothing when there is nothing to decide. */
  readonly decisions: readonly LineDecision[]
  /** They were carried out, or were not: then they are kept for the next time. */
  ended(isDone: boolean): void
}

/** Every decision is kept as it is made, so that Ctrl-C, a lost connection or a no at the end costs none of them. */
export async function reviewLines(
  book: Book,
  account: string | undefined,
  { context, input, world }: { readonly context: Context; readonly input: Input; readonly world: World },
): Promise<Reviewed> {
  const { romanise, hash } = context
  const { judged } = judgeLines(book, { account, romanise, hash })
  const text = await reconcileTextOf(input.language)
  const pool = openPool(book.journal)
  const known: ReviewBook = {
    open(name) {
      const document = pool.ledger.document(name)
      if (document !== undefined) return { currency: document.currency, left: pool.left(document) }
      const source = pool.ledger.source(name)
      return source === undefined ? null : { currency: source.currency, left: source.amount }
    },
    customer(name) {
      const found = findCustomer(book.customers, name, romanise)
      return found.ok ? found.value.id : null
    },
  }
  const planned = plannedLines(book, judged)
  const folder = input.folder ?? ''
  const before = stillStanding(planned, readUnfinished(world.files, folder), book)
  const shownLines = takeByRules(judged, book.bankRules).judged
  let review = startReview(shownLines, new Map(before.map((d) => [d.line, d.decision])))
  const count = review.sure.length + review.lines.length
  const ended = (isDone: boolean) => {
    const left = isDone ? [] : worthKeeping(review, judged)
    if (isDone) writeUnfinished(world.files, folder, [])
    if (left.length > 0) world.terminal.say(`${text.keptNow(left.length)}\n`)
  }
  const keep = (next: Review) => {
    if (next.decided !== review.decided || review.stage === 'kept')
      writeUnfinished(world.files, folder, decidedLines(planned, worthKeeping(next, judged), book))
    review = next
  }
  const ask = async (screen: string) => {
    if (review.stage === 'kept' || review.stage === 'sure' || review.stage === 'line')
      return { key: await world.terminal.key(screen) }
    world.terminal.say(`${screen}\n`)
    const named = review.stage === 'new' ? (lineAt(review)?.line.payer ?? '') : ''
    return { text: await world.terminal.input(review.stage === 'done' ? '' : text.asks[review.stage], named) }
  }
  while (review.stage !== 'done') {
    const line = lineAt(review)?.line
    const shown = (name: string) => (line === undefined ? null : openText(pool, line, name)) ?? name
    const screen = reviewScreen(review, { catalogue: input.catalogue, text, openText: shown })
    try {
      keep(stepReview(review, await ask(screen), known))
    } catch (error) {
      ended(false)
      throw error
    }
  }
  const decisions = reviewDecisions(review)
  if (count > 0) world.terminal.say(`${text.quit(decisions.filter((d) => d.decision.do !== 'skip').length, count)}\n`)
  return { decisions: withProposals(planned, decisions), ended }
}

/** What the person saw goes along, so that a book that changed meanwhile is noticed as it is with a plan file. */
function withProposals(lines: readonly PlannedLine[], decisions: readonly LineDecision[]): LineDecision[] {
  const planned = new Map(lines.map((p) => [p.line, p]))
  return decisions.map((d) => {
    const { decision } = d
    const line = planned.get(d.line)
    const proposed =
      decision.do === 'pick'
        ? line?.choices[decision.choice - 1]?.documents
        : decision.do === 'accept'
          ? line?.proposed
          : undefined
    return proposed === undefined ? d : { ...d, proposed }
  })
}
