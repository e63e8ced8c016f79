// The shape of a verb: flags to typed input, and which plan or report. A verb never commits and never renders.
import type { Book, BookPart } from '../core/book/book.ts'
import type { Output } from '../core/book/paper.ts'
import type { Context, Plan, Report } from '../core/book/plan.ts'
import type { World } from '../world/world.ts'
import type { Input } from './input.ts'

export type Task =
  | { readonly task: 'plan'; readonly needs: readonly BookPart[]; plan(book: Book, context: Context): Plan }
  | { readonly task: 'report'; readonly needs: readonly BookPart[]; report(book: Book, context: Context): Report }
  /** Files of a new book or a new folder: paths relative to `folder` and their texts. */
  | {
      readonly task: 'create'
      readonly folder: string
      readonly files: ReadonlyMap<string, string>
      readonly folders: readonly string[]
      readonly git: boolean
      readonly output: Output
    }
  /** No book at all: help, demo. */
  | { readonly task: 'show'; readonly output: Output }

export interface Verb {
  /** As commander writes them: `<id>`, `[name]`, `<file...>`. */
  readonly arguments: readonly string[]
  /** As commander writes them: `--period <period>`, `--tag <tag...>`, `-n, --dry-run`. Help for each is in text/. */
  readonly options: readonly string[]
  /** May look at the outside once (a file to import, a prompt); what it returns is pure. */
  prepare(input: Input, world: World): Promise<Task> | Task
}
