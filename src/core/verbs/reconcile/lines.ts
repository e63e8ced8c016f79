// Which lines are still to be matched, in an order that does not depend on files.
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import { type Journal, kindCode, rowIdAt, textAt } from '../../book/journal.ts'
import { lineStates } from '../../ledger/bank-lines.ts'
import { compare } from './pool.ts'
import type { Verdict } from './verdict.ts'

export interface Work {
  readonly line: BankLine
  /** A person reversed what was booked of it: it is shown, and not booked again by itself. */
  readonly isTakenBack: boolean
  verdict: Verdict | null
}

/** By booking day, account and id. Known, ignored and outgoing lines come with their verdict. */
export function worksOf(book: Book, account: string | undefined): Work[] {
  const { booked, takenBack } = lineStates(book.journal)
  const ignored = new Map(book.ignored.map((i) => [`${i.account} ${i.line}`, i.reason]))
  return book.bank
    .filter((line) => account === undefined || line.account === account)
    .map((line) => ({
      line,
      isTakenBack: takenBack.has(line.id) && !booked.has(line.id),
      verdict: firstVerdict(line, booked, ignored.get(`${line.account} ${line.id}`)),
    }))
    .sort(
      (a, b) =>
        compare(a.line.date, b.line.date) || compare(a.line.account, b.line.account) || compare(a.line.id, b.line.id),
    )
}

function firstVerdict(line: BankLine, known: ReadonlySet<string>, ignored: string | undefined): Verdict | null {
  if (known.has(line.id)) return { state: 'known' }
  if (ignored !== undefined) return { state: 'ignored', reason: ignored }
  if (line.amount <= 0) return { state: 'unmatched', reason: 'moneyOut' }
  // A payment of ours that came back is nobody's payment to us.
  if (saysReturn(line)) return { state: 'unmatched', reason: 'moneyBack' }
  return null
}

/** The bank itself says that the line undoes an earlier one. */
export function saysReturn(line: BankLine): boolean {
  return line.kind === 'return' || line.kind === 'reversal'
}

/** Row indexes of payments that no bank line stands behind yet. */
export function untiedPayments(journal: Journal): number[] {
  return untiedRows(journal, 'payment')
}

/** Row indexes of one kind that came from no bank line and are tied to none. */
export function untiedRows(journal: Journal, kind: 'payment' | 'refund'): number[] {
  const wanted = kindCode(kind)
  const match = kindCode('match')
  const tied = new Set<string>()
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === match) tied.add(textAt(journal.documents, journal.of, i))
  const rows: number[] = []
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] === wanted && !textAt(journal.texts, journal.source, i).startsWith('bank:')) rows.push(i)
  }
  return rows.filter((i) => !tied.has(rowIdAt(journal, i)))
}
