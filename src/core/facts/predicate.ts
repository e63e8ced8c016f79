// The one predicate language as values: what a condition is, whether a customer meets it, how it is written.
import { type Currency, decimalsOf } from '../base/currency.ts'
import { formatAmount } from '../base/money.ts'
import type { FactType, FactValue } from './fact.ts'
import { findMeasure } from './registry.ts'

/** One thing a fact may be; bounds are inclusive unless `open`. Texts compare without regard to case. */
export type Test =
  | { readonly test: 'none' }
  | { readonly test: 'equals'; readonly value: string }
  | { readonly test: 'contains'; readonly text: string }
  | { readonly test: 'flag'; readonly value: boolean }
  | { readonly test: 'range'; readonly low?: Bound; readonly high?: Bound }

/** Numbers in the fact's own unit (minor units, days, fractions), days as ISO text. */
export interface Bound {
  readonly value: number | string
  readonly open: boolean
}

export interface Condition {
  /** The name of a fact, or `class.` and a dimension of the book's own. */
  readonly fact: string
  /** True where the condition must not hold. What is unknown meets no test but `none`, so it meets every negation. */
  readonly not: boolean
  /** Any of them. */
  readonly tests: readonly Test[]
}

/** All conditions hold. None: everybody. */
export type Predicate = readonly Condition[]

export function factsIn(predicate: Predicate): readonly string[] {
  return [...new Set(predicate.map((c) => c.fact))]
}

export function meets(predicate: Predicate, value: (fact: string) => FactValue): boolean {
  return predicate.every((c) => {
    const v = value(c.fact)
    return c.tests.some((t) => passes(t, v)) !== c.not
  })
}

/** Unicode composition and case do not matter. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

function passes(test: Test, value: FactValue): boolean {
  const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (test.test === 'none') return empty
  if (value === null || empty) return false
  const texts = (typeof value === 'object' ? value : [String(value)]).map(folded)
  switch (test.test) {
    case 'equals':
      return texts.includes(folded(test.value))
    case 'contains':
      return texts.some((t) => t.includes(folded(test.text)))
    case 'flag':
      return value === test.value
    case 'range':
      return typeof value !== 'object' && within(value, test.low, test.high)
  }
}

function within(value: string | number | boolean, low: Bound | undefined, high: Bound | undefined): boolean {
  if (low !== undefined && !(low.open ? value > low.value : value >= low.value)) return false
  return high === undefined || (high.open ? value < high.value : value <= high.value)
}

/** The canonical text, as `not stage=lost and sales12m>=100000.00`; amounts in the book's currency. */
export function formatPredicate(predicate: Predicate, currency: Currency): string {
  return predicate.map((c) => formatCondition(c, currency)).join(' and ')
}

export function formatCondition(condition: Condition, currency: Currency): string {
  const type = findMeasure(condition.fact)?.type ?? 'text'
  const { tests, fact } = condition
  const not = condition.not ? 'not ' : ''
  const [only] = tests
  if (tests.length === 1 && only !== undefined) return `${not}${fact}${formatTest(only, type, currency, true)}`
  return `${not}${fact} in ${tests.map((t) => formatTest(t, type, currency, false)).join(',')}`
}

function formatTest(test: Test, type: FactType, currency: Currency, alone: boolean): string {
  const equals = alone ? '=' : ''
  switch (test.test) {
    case 'none':
      return `${equals}none`
    case 'equals':
      return `${alone ? (type === 'list' ? ':' : '=') : ''}${test.value}`
    case 'contains':
      return `~${test.text}`
    case 'flag':
      return `${equals}${test.value ? 'yes' : 'no'}`
    case 'range': {
      const show = (b: Bound) => formatBound(b, type, currency)
      const { low, high } = test
      if (low !== undefined && high !== undefined) {
        if (low.value === high.value) return `${equals}${show(low)}`
        return `${equals}${show(low)}..${show(high)}`
      }
      if (low !== undefined) return alone ? `${low.open ? '>' : '>='}${show(low)}` : `${show(low)}..`
      if (high !== undefined) return alone ? `${high.open ? '<' : '<='}${show(high)}` : `..${show(high)}`
      return ''
    }
  }
}

function formatBound({ value }: Bound, type: FactType, currency: Currency): string {
  if (typeof value === 'string') return value
  if (type === 'money') return decimalsOf(currency) === 0 ? String(value) : formatAmount(value, currency)
  if (type === 'percent') return `${Math.round(value * 1e8) / 1e6}%`
  return String(value)
}
