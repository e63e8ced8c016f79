// The screen of the review of bank lines: the line, what fits it, what can be done, and what is still open.
import type { Currency } from '../core/base/currency.ts'
import { formatAmount, type Minor, sum } from '../core/base/money.ts'
import {
  choicesOf,
  isOut,
  lineAt,
  type Review,
  reviewActions,
  splitLeft,
  undecided,
} from '../core/verbs/reconcile/review.ts'
import type { Option } from '../core/verbs/reconcile/verdict.ts'
import type { Catalogue, ReconcileText } from '../text/catalogue.ts'
import { harmless } from './harmless.ts'
import { displayWidth } from './width.ts'

export interface ReviewWords {
  readonly catalogue: Catalogue
  readonly text: ReconcileText
  /** What is open of a document, as `INV-1 60.00`. */
  openText(name: string): string
}

/** Empty when the review is over. */
export function reviewScreen(review: Review, { catalogue, text, openText }: ReviewWords): string {
  const { words } = catalogue
  const disputed = (o: Option | undefined, currency: Currency) =>
    o?.short === undefined ? '' : ` · ${text.dispute(money(o.short.amount, currency), words[o.short.cause])}`
  if (review.stage === 'kept') return [text.keptTitle(review.kept.size), '', text.keptKeys].join('\n')
  if (review.stage === 'sure') {
    const lines = review.sure.map((j) => {
      const { line, verdict } = j
      const what = choicesOf(j)[0]
      const reason = verdict.state === 'matched' ? words[verdict.rule] : ''
      return `  ${line.date}  ${money(line.amount, line.currency)}  ${harmless(line.payer)}  → ${what?.customer ?? ''} ${what?.documents.join(' ') ?? ''}  (${reason})${disputed(what, line.currency)}`
    })
    const shown = lines.length > 20 ? [...lines.slice(0, 20), '  …'] : lines
    return [text.sureTitle(review.sure.length, sums(bySum(review))), ...shown, '', text.sureKeys].join('\n')
  }
  const judged = lineAt(review)
  if (judged === null) return ''
  const { line, verdict } = judged
  const reason =
    verdict.state === 'suggested' || verdict.state === 'unmatched'
      ? verdict.reason
      : verdict.state === 'matched'
        ? verdict.rule
        : 'tie'
  const choices = choicesOf(judged)
    .slice(0, 9)
    .map((o, i) => {
      const what = o.documents.length === 0 ? words.onAccountRest : o.documents.map(openText).join(', ')
      return `  ${i + 1}  ${o.customer}  ${what}  ${words[o.rule]}${evidenceText(o)}${disputed(o, line.currency)}`
    })
  const decision = review.decided.get(line.id)
  const split = review.shares.map((s) => `  ${s.target}  ${formatAmount(s.amount, line.currency)}`)
  return [
    text.progress(review.at + 1, review.lines.length, sums(undecided(review))),
    `${line.date}  ${money(line.amount, line.currency)}  ${harmless(line.payer)}  ${harmless(line.payerAccount)}`,
    ...[line.text, line.reference, line.structured].filter((t) => t !== '').map((t) => `  ${harmless(t)}`),
    `${words[reason]}${decision === undefined ? '' : ` · ${text.decided}`}`,
    ...(choices.length === 0 && !isOut(judged) ? [`  ${text.noChoice}`] : choices),
    ...split,
    ...(review.stage === 'split' ? [text.difference(money(splitLeft(review), line.currency))] : []),
    ...(review.fault === null ? [] : [`! ${faultText(review, text, line.currency)}`]),
    '',
    ...(review.stage === 'line' ? keyLines(reviewActions.map((a) => text.keys[a])) : ['']),
  ].join('\n')
}

/** As many to a line as 78 columns hold, so that no terminal breaks one in the middle. */
function keyLines(keys: readonly string[]): string[] {
  const lines: string[] = []
  for (const key of keys) {
    const longer = lines.length === 0 ? key : `${lines.at(-1)} · ${key}`
    if (lines.length > 0 && displayWidth(longer) <= 78) lines[lines.length - 1] = longer
    else lines.push(key)
  }
  return lines
}

function evidenceText({ evidence }: Option): string {
  return evidence.length === 0 ? '' : `: ${harmless(evidence.join(' · '))}`
}

function faultText({ fault }: Review, text: ReconcileText, currency: Currency): string {
  if (fault === null) return ''
  const said = fault.fault === 'tooMuch' ? money(Number(fault.text), currency) : harmless(fault.text)
  return text.faults[fault.fault](said)
}

function bySum({ sure }: Review): Map<Currency, Minor> {
  const sums = new Map<Currency, Minor>()
  for (const { line } of sure) sums.set(line.currency, sum([sums.get(line.currency) ?? 0, line.amount]))
  return sums
}

function sums(amounts: ReadonlyMap<Currency, Minor>): string {
  return [...amounts].map(([c, a]) => money(a, c)).join(' + ') || '0'
}

function money(amount: Minor, currency: Currency): string {
  return `${formatAmount(amount, currency)} ${currency}`
}
