// Takes applications back: the money is on account again and the document open.
import type { Day } from '../../base/day.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findDocument } from '../../ledger/find.ts'
import { code } from '../../ledger/kinds.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { findSourceNamed } from '../../ledger/name.ts'
import { comparePlace } from '../../ledger/rows.ts'
import { reverseRows } from '../../ledger/take-back.ts'
import { never } from '../../ledger/trace.ts'

export interface UnapplyInput {
  /** A payment, credit note, opening or move, or a document. */
  readonly name: string
  /** Only what was set against this one. */
  readonly document?: string
  readonly date?: Day
  readonly reason: string
}

export function planUnapplication(book: Book, input: UnapplyInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const sides = sidesOf(book, ledger, input, context)
  if ('code' in sides) return refused([sides])
  const rows = liveSettings(ledger, sides)
  if (rows.length === 0) return refused([problem('nothing-applied', { name: input.name })])
  return entered(reverseRows({ journal: book.journal, hash: context.hash, date, reason: input.reason }, rows), [])
}

/** Indexes in the trace; null is any. */
interface Sides {
  readonly source: number | null
  readonly document: number | null
}

function sidesOf(book: Book, ledger: Ledger, input: UnapplyInput, context: Context): Sides | Problem {
  const source = findSourceNamed({ book, ledger, context }, input.name)
  if (input.document !== undefined) {
    const document = findDocument(ledger, input.document)
    if (!source.ok) return source.problem
    return document.ok ? { source: source.value.index, document: document.value.index } : document.problem
  }
  if (source.ok) return { source: source.value.index, document: null }
  const document = findDocument(ledger, input.name)
  return document.ok ? { source: null, document: document.value.index } : document.problem
}

/** Applications, and the deductions that came with them, in order of day. */
function liveSettings({ journal, trace }: Ledger, sides: Sides): number[] {
  const rows: number[] = []
  for (let i = 0; i < journal.length; i++) {
    const kind = journal.kind[i]
    if (kind !== code.apply && !(kind === code.deduct && trace.source[i] !== -1)) continue
    if (trace.start[i] === never || trace.end[i] !== never) continue
    if (sides.source !== null && trace.source[i] !== sides.source) continue
    if (sides.document !== null && trace.document[i] !== sides.document) continue
    rows.push(i)
  }
  return rows.sort((a, b) => comparePlace(journal, a, b))
}
