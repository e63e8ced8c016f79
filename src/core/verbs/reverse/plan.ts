// Undoes a row that should not be: on its own day, with what stands on it; a moved amount with its other half.
import type { Day } from '../../base/day.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { currencyAt, dayAt, kindAt, rowIdAt } from '../../book/journal.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { wholeLedger } from '../../ledger/enter.ts'
import { entered, moneyText, refused } from '../../ledger/entered.ts'
import { code } from '../../ledger/kinds.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { findRowOrNumber } from '../../ledger/name.ts'
import { states } from '../../ledger/reverse.ts'
import { reverseRows } from '../../ledger/take-back.ts'
import { nameOfRow, never } from '../../ledger/trace.ts'
import { billedCounts } from '../../ledger/unbilled.ts'

export interface ReverseInput {
  readonly row: string
  readonly date?: Day
  readonly reason: string
}

export function planReversal(book: Book, input: ReverseInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const row = findRowOrNumber({ book, ledger, context }, input.row)
  if (!row.ok) return refused([row.problem])
  const rows = withOtherHalf(ledger, row.value)
  const problems = rows.flatMap((i) => objections(book, ledger, i, date))
  if (problems.length > 0) return refused(problems)
  return entered(reverseRows({ journal: book.journal, hash: context.hash, date, reason: input.reason }, rows), [])
}

/** Both halves of a move where only one pair has this origin and day; a sale with its discounts; otherwise the row alone. */
function withOtherHalf({ journal, trace }: Ledger, row: number): number[] {
  const kind = journal.kind[row]
  if (kind === code.sale) return [row, ...discountsOf({ journal, trace }, row)]
  if (kind !== code.in && kind !== code.out) return [row]
  const pair: number[] = []
  for (let i = 0; i < journal.length; i++) {
    const isHalf = journal.kind[i] === code.in || journal.kind[i] === code.out
    if (isHalf && journal.of[i] === journal.of[row] && journal.date[i] === journal.date[row] && trace.end[i] === never)
      pair.push(i)
  }
  return pair.length === 2 ? pair : [row]
}

function discountsOf({ journal, trace }: Pick<Ledger, 'journal' | 'trace'>, sale: number): number[] {
  const id = journal.documents.find(rowIdAt(journal, sale))
  const found: number[] = []
  if (id < 0) return found
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === code.sale && journal.of[i] === id && trace.end[i] === never) found.push(i)
  return found
}

const final: ReadonlySet<number> = new Set([code.bill, code.fee, code.credit, code.reverse])

function objections(book: Book, ledger: Ledger, i: number, date: Day): Problem[] {
  const { journal, trace } = ledger
  const kind = kindAt(journal, i)
  const id = rowIdAt(journal, i)
  const name = nameOfRow(journal, i)
  if (final.has(journal.kind[i] ?? -1)) return [problem('cannot-reverse', { kind, name })]
  if (trace.end[i] !== never) return [problem('already-reversed', { kind, name, date: dayAt(trace.end, i) ?? '' })]
  const began = dayAt(journal.date, i)
  if (began !== null && date < began) return [problem('reverse-too-early', { name, date, began })]
  if (kind === 'sale' && (billedCounts(book.bills.values()).get(id) ?? 0) > 0)
    return [problem('sale-is-billed', { id })]
  return drawnOn(ledger, i, name)
}

/** Refunds and moves out of a source, write-offs of a document, and recoveries of a write-off stand in the way. */
function drawnOn({ journal, trace, totals }: Ledger, i: number, name: string): Problem[] {
  const source = trace.source[i] ?? -1
  const document = trace.document[i] ?? -1
  const drawn = !states(trace, i)
    ? recoveredFrom({ journal, trace }, i)
    : source >= 0
      ? (totals.refunded[source] ?? 0) + (totals.moved[source] ?? 0)
      : document >= 0
        ? (totals.writtenOff[document] ?? 0)
        : 0
  if (drawn === 0) return []
  const rows = drawersOf({ journal, trace }, i)
  return [problem('reverse-drawn', { name, drawn: moneyText(drawn, currencyAt(journal, i)), rows })]
}

const draws: ReadonlySet<number> = new Set([code.refund, code.out, code.writeoff, code.recover])

/** Ids of the live rows that draw on row `i`, or on the source or document that it states. */
function drawersOf({ journal, trace }: Pick<Ledger, 'journal' | 'trace'>, i: number): string[] {
  const [column, wanted] = !states(trace, i)
    ? [trace.target, i]
    : trace.source[i] === -1
      ? [trace.document, trace.document[i]]
      : [trace.source, trace.source[i]]
  const ids: string[] = []
  for (let j = 0; j < journal.length; j++)
    if (j !== i && draws.has(journal.kind[j] ?? -1) && column[j] === wanted && trace.end[j] === never)
      ids.push(rowIdAt(journal, j))
  return ids
}

function recoveredFrom({ journal, trace }: Pick<Ledger, 'journal' | 'trace'>, writeoff: number): number {
  let recovered = 0
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === code.recover && trace.target[i] === writeoff && trace.end[i] === never)
      recovered += journal.amount[i] ?? 0
  return recovered
}
