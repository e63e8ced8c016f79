// The shape of a catalogue: every language has the same keys, by type.
import type { ProblemCode } from '../core/base/problem.ts'
import type { Problems } from '../core/base/problems/all.ts'
import type { Word } from '../core/base/words.ts'

/** `message` says what was found and expected; `hint` what to type or write; `explain` is for `crm help errors CODE`. */
export interface Sentence {
  readonly message: string
  readonly hint?: string
}

export type Sentences<P> = { readonly [C in keyof P]: (params: P[C]) => Sentence }

export interface VerbHelp {
  /** One line, at most 60 columns, no full stop. */
  readonly summary: string
  /** A paragraph or two: what it does, what it writes, what a second run does. */
  readonly description: string
  /** By the name of the argument. */
  readonly arguments: Readonly<Record<string, string>>
  /** By the long flag without dashes: `as-of`. */
  readonly options: Readonly<Record<string, string>>
  /** Command lines that work as written, each with what it does. */
  readonly examples: readonly (readonly [command: string, what: string])[]
}

/** The same keys as the English page, any text. */
export type SameHelp<T extends Record<string, VerbHelp>> = {
  readonly [V in keyof T]: {
    readonly summary: string
    readonly description: string
    readonly arguments: { readonly [A in keyof T[V]['arguments']]: string }
    readonly options: { readonly [O in keyof T[V]['options']]: string }
    readonly examples: readonly (readonly [command: string, what: string])[]
  }
}

export interface Catalogue {
  readonly problems: { readonly [C in ProblemCode]: (params: Problems[C]) => Sentence }
  readonly words: Readonly<Record<Word, string>>
}
