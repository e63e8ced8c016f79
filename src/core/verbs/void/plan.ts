// Takes back a bill that nothing is set against: a full credit note, and its sales may be billed again.
import type { Day } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import { note, type Problem, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { rowIdAt, textAt } from '../../book/journal.ts'
import type { Context, Plan } from '../../book/plan.ts'
import { creditDocument, creditRows, leftToCredit } from '../../ledger/credit-note.ts'
import { depositUsed } from '../../ledger/deposit.ts'
import type { LedgerDocument } from '../../ledger/documents.ts'
import { wholeLedger } from '../../ledger/enter.ts'
import { entered, refused } from '../../ledger/entered.ts'
import { findDocument } from '../../ledger/find.ts'
import { code } from '../../ledger/kinds.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { states } from '../../ledger/reverse.ts'
import { never } from '../../ledger/trace.ts'

export interface VoidInput {
  readonly document: string
  readonly date?: Day
}

export function planVoid(book: Book, input: VoidInput, context: Context): Plan {
  const date = input.date ?? context.today
  const ledger = wholeLedger(book.journal, date)
  const found = findDocument(ledger, input.document)
  if (!found.ok) return refused([found.problem])
  const document = found.value
  const left = leftToCredit(book, ledger, document)
  if (!left.ok) return refused([left.problem])
  const used = depositUsed(book.bills, document.number)
  if (used > 0) {
    const text = (n: number) => formatAmount(n, document.currency)
    const { number, amount, currency } = document
    return refused([problem('deposit-used', { number, amount: text(amount), used: text(used), currency })])
  }
  if (document.open !== document.amount) return refused([settled(ledger, document)])
  const release = book.bills.has(document.number)
  const wish = { date, reason: 'void', amount: null, lines: [], release }
  const issued = creditDocument(book, ledger, document, wish)
  if (!issued.ok) return refused([issued.problem])
  const bill = issued.value
  const amount = formatAmount(bill.total, bill.currency)
  const said = note('credit-planned', { number: bill.number, of: document.number, amount, currency: bill.currency })
  const plan = entered(creditRows(book, bill, document, context.hash), [said], [{ change: 'issueBill', bill }])
  const paper = { paper: 'bill', name: bill.number, language: bill.language, bill } as const
  return { ...plan, output: { ...plan.output, papers: [paper] } }
}

const settles: ReadonlySet<number> = new Set([code.apply, code.deduct, code.writeoff])

function settled({ journal, trace }: Ledger, document: LedgerDocument): Problem {
  const by = new Set<string>()
  const alone: string[] = []
  for (let i = 0; i < journal.length; i++) {
    if (trace.document[i] !== document.index || states(trace, i)) continue
    if (trace.start[i] === never || trace.end[i] !== never) continue
    if (!settles.has(journal.kind[i] ?? -1)) continue
    if (trace.source[i] === -1) alone.push(rowIdAt(journal, i))
    else by.add(textAt(journal.documents, journal.of, i))
  }
  const { number, currency, amount, open } = document
  const text = formatAmount(amount - open, currency)
  return problem('void-settled', { number, settled: text, currency, by: [...by].sort(), alone })
}
