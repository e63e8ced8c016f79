// The review of bank lines at the keyboard as a state machine: a state and a key or a text give the next state. Nothing is written here.
import type { Currency } from '../../base/currency.ts'
import type { RowId } from '../../base/id.ts'
import { type Minor, safe, sum } from '../../base/money.ts'
import { ruleFrom } from '../../book/bank-rule.ts'
import { type Decision, exampleShare, type LineDecision, parseShare, type Share } from './decision.ts'
import type { Judged, Option } from './verdict.ts'

export const reviewActions = [
  'accept',
  'pick',
  'settle',
  'split',
  'account',
  'new',
  'ignore',
  'rule',
  'skip',
  'back',
  'forward',
  'quit',
] as const
export type ReviewAction = (typeof reviewActions)[number]

const keys: Readonly<Record<string, ReviewAction>> = {
  a: 'accept',
  d: 'settle',
  p: 'split',
  c: 'account',
  n: 'new',
  i: 'ignore',
  r: 'rule',
  s: 'skip',
  b: 'back',
  f: 'forward',
  q: 'quit',
}

export type ReviewQuestion = 'settle' | 'split' | 'account' | 'new' | 'ignore' | 'rule'

export interface ReviewFault {
  readonly fault: 'unknownDocument' | 'unknownCustomer' | 'notAShare' | 'tooMuch' | 'moneyOut' | 'noChoice' | 'noRule'
  readonly text: string
}

export interface Review {
  readonly sure: readonly Judged[]
  /** To be decided one by one: suggestions, then what nothing is known of, then money out. */
  readonly lines: readonly Judged[]
  /** `kept`: whether to go on with what was decided before the review was broken off. */
  readonly stage: 'kept' | 'sure' | 'line' | ReviewQuestion | 'done'
  readonly at: number
  /** Of the split under way. */
  readonly shares: readonly Share[]
  readonly decided: ReadonlyMap<RowId, Decision>
  /** Decided in a review that was broken off. */
  readonly kept: ReadonlyMap<RowId, Decision>
  readonly fault: ReviewFault | null
}

export type ReviewEvent = { readonly key: string } | { readonly text: string }

/** What the book knows of what a person types; `open` is without what this review has given away. */
export interface ReviewBook {
  open(name: string): { readonly currency: Currency; readonly left: Minor } | null
  customer(name: string): string | null
}

export function startReview(judged: readonly Judged[], kept: Review['kept'] = new Map()): Review {
  const sure = judged.filter((j) => j.verdict.state === 'matched')
  const rank = ({ verdict: v }: Judged) =>
    v.state === 'suggested' ? 0 : v.state === 'unmatched' && v.reason !== 'moneyOut' ? 1 : 2
  const open = judged.filter((j) => j.verdict.state === 'suggested' || j.verdict.state === 'unmatched')
  const lines = [0, 1, 2].flatMap((r) => open.filter((j) => rank(j) === r))
  const review: Review = { sure, lines, stage: 'kept', at: 0, shares: [], decided: new Map(), kept, fault: null }
  return kept.size > 0 ? review : opened(review)
}

/** Before the first line; lines that are decided already are passed over. */
function opened(review: Review): Review {
  return review.sure.length > 0 ? { ...review, stage: 'sure' } : moved(review)
}

/** To the line after the one at hand, decided or not. */
function next(review: Review): Review {
  const at = review.at + 1
  return { ...review, at, shares: [], stage: at < review.lines.length ? 'line' : 'done' }
}

/** To the first line that is not decided on. */
function moved(review: Review): Review {
  const { lines, decided } = review
  let at = 0
  while (at < lines.length && decided.has(lines[at]?.line.id ?? '')) at++
  return { ...review, at, shares: [], stage: at < lines.length ? 'line' : 'done' }
}

/** Of the line at hand; null when there is none. */
export function lineAt(review: Review): Judged | null {
  return review.stage === 'done' || review.stage === 'sure' || review.stage === 'kept'
    ? null
    : (review.lines[review.at] ?? null)
}

export function choicesOf({ verdict }: Judged): readonly Option[] {
  if (verdict.state === 'suggested') return verdict.options
  if (verdict.state !== 'matched') return []
  const { rule, customer, parts, evidence, others } = verdict
  const documents = parts.flatMap((p) => (p.document === '' ? [] : [p.document]))
  const short = parts.find((p) => p.short !== undefined)?.short
  return [{ rule, customer, documents, evidence, ...(short === undefined ? {} : { short }) }, ...others]
}

export function isOut({ verdict }: Judged): boolean {
  return verdict.state === 'unmatched' && verdict.reason === 'moneyOut'
}

/** What came in and is not decided yet, by currency in order of first appearance. */
export function undecided({ sure, lines, decided, stage }: Review): Map<Currency, Minor> {
  const left = new Map<Currency, Minor>()
  const open = [...(stage === 'sure' ? sure : []), ...lines].filter((j) => j.line.amount > 0)
  for (const { line } of open)
    left.set(line.currency, safe((left.get(line.currency) ?? 0) + (isDecided(decided.get(line.id)) ? 0 : line.amount)))
  return left
}

function isDecided(decision: Decision | undefined): boolean {
  return decision !== undefined && decision.do !== 'skip'
}

/** Of the split under way. */
export function splitLeft(review: Review): Minor {
  const line = lineAt(review)?.line
  return line === undefined ? 0 : safe(line.amount - sum(review.shares.map((s) => s.amount)))
}

export function stepReview(review: Review, event: ReviewEvent, book: ReviewBook): Review {
  const plain: Review = { ...review, fault: null }
  if ('text' in event) return answered(plain, event.text.trim(), book)
  if (review.stage === 'kept') return keptStep(plain, event.key)
  if (review.stage === 'sure') return sureStep(plain, event.key)
  return review.stage === 'line' ? lineStep(plain, event.key) : plain
}

function keptStep(review: Review, key: string): Review {
  if (key === 'c') return opened({ ...review, decided: review.kept })
  return key === 'd' ? opened(review) : review
}

function sureStep(review: Review, key: string): Review {
  const { sure, lines, decided } = review
  const accepted = sure.map((j) => [j.line.id, { do: 'accept' }] as const)
  if (key === 'a') return moved({ ...review, decided: new Map([...accepted, ...decided]) })
  if (key === 'e') return moved({ ...review, lines: [...sure, ...lines], sure: [] })
  if (key === 's') return moved(review)
  return key === 'q' ? { ...review, stage: 'done' } : review
}

function lineStep(review: Review, key: string): Review {
  const judged = lineAt(review)
  if (judged === null) return review
  if (/^[1-9]$/.test(key)) return chosen(review, judged, Number(key))
  const action = keys[key]
  switch (action) {
    case undefined:
    case 'pick':
      return review
    case 'accept':
      return chosen(review, judged, 1)
    case 'skip':
      return take(review, judged, { do: 'skip' })
    case 'back':
      return { ...review, at: Math.max(0, review.at - 1) }
    case 'forward':
      return next(review)
    case 'quit':
      return { ...review, stage: 'done' }
    case 'rule':
      return ruleFrom(judged.line, '-') === null ? faulty(review, 'noRule') : { ...review, stage: 'rule' }
    case 'ignore':
      return { ...review, stage: 'ignore' }
    default:
      return judged.line.amount < 0 && action !== 'settle'
        ? faulty(review, 'moneyOut')
        : { ...review, stage: action, shares: [] }
  }
}

/** The first choice of a sure line is the match itself. */
function chosen(review: Review, judged: Judged, choice: number): Review {
  if (choice > choicesOf(judged).length) return faulty(review, 'noChoice')
  if (judged.verdict.state === 'matched')
    return take(review, judged, choice === 1 ? { do: 'accept' } : { do: 'pick', choice: choice - 1 })
  return take(review, judged, { do: 'pick', choice })
}

function faulty(review: Review, fault: ReviewFault['fault'], text = ''): Review {
  return { ...review, fault: { fault, text } }
}

function take(review: Review, { line }: Judged, decision: Decision): Review {
  return next({ ...review, decided: new Map(review.decided).set(line.id, decision) })
}

/** Nothing typed leads back to the line, but ends a split. */
function answered(review: Review, text: string, book: ReviewBook): Review {
  const judged = lineAt(review)
  if (judged === null) return review
  if (text === '' && (review.stage !== 'split' || review.shares.length === 0))
    return { ...review, stage: 'line', shares: [] }
  switch (review.stage) {
    case 'settle': {
      const documents = text.split(/[,;\s]+/).filter((t) => t !== '')
      const stranger = documents.find((d) => (book.open(d)?.left ?? 0) <= 0)
      return stranger === undefined
        ? take(review, judged, { do: 'settle', documents })
        : faulty(review, 'unknownDocument', stranger)
    }
    case 'split':
      return splitStep(review, judged, text, book)
    case 'account': {
      const customer = book.customer(text)
      return customer === null
        ? faulty(review, 'unknownCustomer', text)
        : take(review, judged, { do: 'account', customer })
    }
    case 'new':
      return take(review, judged, { do: 'new', name: text })
    case 'ignore':
      return take(review, judged, { do: 'ignore', reason: text })
    case 'rule':
      return take(review, judged, { do: 'rule', name: text })
    default:
      return review
  }
}

function splitStep(review: Review, judged: Judged, text: string, book: ReviewBook): Review {
  const { currency } = judged.line
  if (text === '') return take(review, judged, { do: 'split', shares: review.shares })
  const share = parseShare(text, currency)
  if (share === null) return faulty(review, 'notAShare', exampleShare(currency))
  const document = book.open(share.target)
  const target = document === null ? book.customer(share.target) : share.target
  if (target === null || (document !== null && document.currency !== currency))
    return faulty(review, 'unknownDocument', share.target)
  const given = sum(review.shares.filter((s) => s.target === target).map((s) => s.amount))
  const most = Math.min(splitLeft(review), document === null ? Number.POSITIVE_INFINITY : document.left - given)
  if (share.amount > most) return faulty(review, 'tooMuch', String(most))
  const shares = [...review.shares, { target, amount: share.amount }]
  const next = { ...review, shares }
  return splitLeft(next) === 0 ? take(next, judged, { do: 'split', shares }) : next
}

/** What a person would not like to decide again: all but skipping, and agreeing to what is sure. */
export function worthKeeping({ decided }: Review, judged: readonly Judged[]): LineDecision[] {
  const sure = new Set(judged.flatMap((j) => (j.verdict.state === 'matched' ? [j.line.id] : [])))
  return [...decided].flatMap(([line, decision]) =>
    decision.do === 'skip' || (decision.do === 'accept' && sure.has(line)) ? [] : [{ line, decision }],
  )
}

/** What was decided, in the order of the lines; also of a review that was broken off. */
export function reviewDecisions({ decided }: Review): LineDecision[] {
  return [...decided].map(([line, decision]) => ({ line, decision }))
}
