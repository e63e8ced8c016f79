// Goes through bank lines with the person at the terminal, one key each; what comes back is decisions, as a plan file holds them.
import type { Book } from '../../core/book/book.ts'
import { findCustomer } from '../../core/book/find.ts'
import type { Context } from '../../core/book/plan.ts'
import type { LineDecision } from '../../core/verbs/reconcile/decision.ts'
import { judgeLines } from '../../core/verbs/reconcile/plan.ts'
import { plannedLines } from '../../core/verbs/reconcile/plan-file.ts'
import { openPool } from '../../core/verbs/reconcile/pool.ts'
import { openText } from '../../core/verbs/reconcile/proposal.ts'
import { lineAt, type ReviewBook, reviewDecisions, startReview, stepReview } from '../../core/verbs/reconcile/review.ts'
import { takeByRules } from '../../core/verbs/reconcile/rules.ts'
import { reviewScreen } from '../../render/review.ts'
import { reconcileTextOf } from '../../text/load.ts'
import type { World } from '../../world/world.ts'
import type { Input } from '../input.ts'

/** What was decided until the end or until the person left; nothing when there is nothing to decide. */
export async function reviewLines(
  book: Book,
  account: string | undefined,
  { context, input, world }: { readonly context: Context; readonly input: Input; readonly world: World },
): Promise<readonly LineDecision[]> {
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
  let review = startReview(takeByRules(judged, book.bankRules).judged)
  const count = review.sure.length + review.lines.length
  while (review.stage !== 'done') {
    const line = lineAt(review)?.line
    const shown = (name: string) => (line === undefined ? null : openText(pool, line, name)) ?? name
    const screen = reviewScreen(review, { catalogue: input.catalogue, text, openText: shown })
    if (review.stage === 'sure' || review.stage === 'line') {
      review = stepReview(review, { key: await world.terminal.key(screen) }, known)
    } else {
      world.terminal.say(`${screen}\n`)
      review = stepReview(review, { text: await world.terminal.input(text.asks[review.stage], '') }, known)
    }
  }
  const decisions = reviewDecisions(review)
  if (count > 0) world.terminal.say(`${text.quit(decisions.filter((d) => d.decision.do !== 'skip').length, count)}\n`)
  return withProposals(book, judged, decisions)
}

/** What the person saw goes along, so that a book that changed meanwhile is noticed as it is with a plan file. */
function withProposals(
  book: Book,
  judged: Parameters<typeof plannedLines>[1],
  decisions: readonly LineDecision[],
): LineDecision[] {
  const planned = new Map(plannedLines(book, judged).map((p) => [p.line, p]))
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
