// What a fact is: one measured property of a customer as of a day, with what it needs and where it comes from.
import type { Word } from '../base/words.ts'
import type { BookPart } from '../book/book.ts'
import type { Sources } from './sources.ts'

/**
 * `money`: minor units of the book's currency · `number`: integer or exact decimal text · `days`: a count of days ·
 * `percent`: a fraction · `day`: ISO · `class`, `text`: words as the book writes them · `list`: several such words · `flag`: yes or no
 */
export type FactType = 'money' | 'number' | 'days' | 'percent' | 'day' | 'class' | 'text' | 'list' | 'flag'

/** null: not known, or there is nothing to measure; a predicate on it is true only for `none`. */
export type FactValue = string | number | boolean | readonly string[] | null

/** A row that a fact was computed from. */
export type Evidence =
  | { readonly from: 'journal'; readonly row: number }
  | { readonly from: 'activity'; readonly row: number }
  | { readonly from: 'classes'; readonly row: number }

/** Something measured; facts are those with a name of their own. */
export interface Measure {
  readonly name: string
  readonly type: FactType
  /** Parts of the book beside customers and settings. */
  readonly needs: readonly BookPart[]
  /** The value of the customer at an index of `Sources.customers`. */
  value(sources: Sources, index: number): FactValue
  /** The rows behind the value, in the book's order; absent where the customer's file is the source. */
  evidence?(sources: Sources, index: number): readonly Evidence[]
}

export interface Fact<N extends Word = Word> extends Measure {
  readonly name: N
}

/** Keeps the literal name, so that the registry's names are a type. */
export function fact<const N extends Word>(definition: Fact<N>): Fact<N> {
  return definition
}
