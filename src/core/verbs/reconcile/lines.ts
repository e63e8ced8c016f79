// Which lines are still to be matched, in an order that does not depend on files.
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import { type Journal, kindCode, rowIdAt, textAt } from '../../book/journal.ts'
import { bookedLines } from '../../ledger/bank-lines.ts'
import { compare } from './pool.ts'
import type { Verdict } from './verdict.ts'

export interface Work {
  readonly line: BankLine
  verdict: Verdict | null
}

/** By booking day, account and id. Known, ignored and outgoing lines come with their verdict. */
export function worksOf(book: Book, account: string | undefined): Work[] {
  const known = bookedLines(book.journal)
  const ignored = new Map(book.ignored.map((i) => [`${i.account} ${i.line}`, i.reason]))
  return book.bank
    .filter((line) => account === undefined || line.account === account)
    .map((line) => ({ line, verdict: firstVerdict(line, known, ignored.get(`${line.account} ${line.id}`)) }))
    .sort(
      (a, b) =>
        compare(a.line.date, b.line.date) || compare(a.line.account, b.line.account) || compare(a.line.id, b.line.id),
    )
}

function firstVerdict(line: BankLine, known: ReadonlySet<string>, ignored: string | undefined): Verdict | null {
  if (known.has(line.id)) return { state: 'known' }
  if (ignored !== undefined) return { state: 'ignored', reason: ignored }
  if (line.amount <= 0) return { state: 'unmatched', reason: 'moneyOut' }
  return null
}

/** Row indexes of payments that no bank line stands behind yet. */
export function untiedPayments(journal: Journal): number[] {
  const payment = kindCode('payment')
  const match = kindCode('match')
  const tied = new Set<string>()
  for (let i = 0; i < journal.length; i++)
    if (journal.kind[i] === match) tied.add(textAt(journal.documents, journal.of, i))
  const rows: number[] = []
  for (let i = 0; i < journal.length; i++) {
    if (journal.kind[i] === payment && !textAt(journal.texts, journal.source, i).startsWith('bank:')) rows.push(i)
  }
  return rows.filter((i) => !tied.has(rowIdAt(journal, i)))
}
