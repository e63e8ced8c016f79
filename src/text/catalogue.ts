// The shape of a catalogue: every language has the same keys, by type.

import type { Group } from '../core/base/groups.ts'
import type { ProblemCode } from '../core/base/problem.ts'
import type { Problems } from '../core/base/problems/all.ts'
import type { LayoutWord } from '../core/base/words/exchange.ts'
import type { Word } from '../core/base/words.ts'
import type { ReviewAction, ReviewFault, ReviewQuestion } from '../core/verbs/reconcile/review.ts'

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

/** What the frame says around verbs: headings of help, questions, marks. */
export interface FrameText {
  readonly tagline: string
  readonly usage: string
  readonly daily: string
  readonly moreHelp: string
  readonly argumentsTitle: string
  readonly optionsTitle: string
  readonly globalTitle: string
  readonly examplesTitle: string
  readonly groups: Readonly<Record<Group, string>>
  /** By long name without dashes. */
  readonly globalOptions: Readonly<Record<string, string>>
  readonly proceed: string
  readonly working: (what: 'reading' | 'planning' | 'preparing', count: number) => string
  readonly writing: (done: number, total: number) => string
  readonly questions: {
    readonly company: string
    readonly currency: string
    readonly timezone: string
    readonly locale: string
    /** Of a file whose layout is described; the example follows. */
    readonly layout: Readonly<Record<LayoutWord, string>>
    readonly save: string
  }
  readonly hint: string
  readonly plannedFiles: string
  /** Around the report of a bug. */
  readonly bug: string
  readonly codes: string
}

/** Around decisions on bank lines; amounts come with their currency. */
export interface ReconcileText {
  /** Above the lines of a plan file. */
  readonly planHead: string
  readonly sureTitle: (count: number, amount: string) => string
  readonly sureKeys: string
  readonly progress: (at: number, count: number, left: string) => string
  readonly difference: (left: string) => string
  readonly noChoice: string
  readonly keptTitle: (count: number) => string
  readonly keptKeys: string
  readonly keptNow: (count: number) => string
  readonly decided: string
  readonly dispute: (amount: string, cause: string) => string
  readonly keys: Readonly<Record<ReviewAction, string>>
  readonly asks: Readonly<Record<ReviewQuestion, string>>
  readonly faults: { readonly [F in ReviewFault['fault']]: (text: string) => string }
  readonly quit: (decided: number, count: number) => string
}

export interface Catalogue {
  readonly frame: FrameText
  readonly problems: { readonly [C in ProblemCode]: (params: Problems[C]) => Sentence }
  readonly words: Readonly<Record<Word, string>>
}
