// Drafts become documents: numbers in order, a credit note where the net is negative, and the rows that put them in the journal.
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { onOpenDay } from '../../book/close.ts'
import type { JournalRow } from '../../book/journal.ts'
import type { Context } from '../../book/plan.ts'
import { creditRows } from '../../ledger/credit-note.ts'
import { wholeLedger } from '../../ledger/enter.ts'
import { billRows, type Draft, documentNumbers, issueBill } from '../../ledger/issue.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { chargedOn, isTakenBack, negativeBill } from '../../ledger/negative-bill.ts'

export interface Decision {
  /** None has a total of zero but those that deposits cover. */
  readonly drafts: readonly Draft[]
  /** Rows that the run itself makes; each is written with the document that holds it. */
  readonly made: readonly JournalRow[]
}

export interface Issued {
  readonly bills: readonly Bill[]
  readonly changes: readonly Change[]
}

export function issueAll(book: Book, { drafts, made }: Decision, context: Context): Issued {
  const rows = new Map(made.map((row) => [row.id, row]))
  const next = documentNumbers(book)
  let ledger: Ledger | null = null
  const bills: Bill[] = []
  const changes: Change[] = []
  for (const draft of drafts) {
    const isCredit = draft.totals.total < 0
    const bill = isCredit
      ? negativeBill(book, draft, creditFor(book, draft, next('credit', draft.customer, draft.date)))
      : issueBill(book.settings, draft, next('bill', draft.customer, draft.date))
    if (isCredit) ledger ??= wholeLedger(book.journal, draft.date)
    const about = bill.of === undefined || ledger === null ? null : (ledger.document(bill.of) ?? null)
    const own = isCredit ? creditRows(book, bill, about, context.hash) : billRows(book, bill, context.hash)
    bills.push(bill)
    changes.push({ change: 'issueBill', bill })
    const held = bill.lines.flatMap((line) => line.sales.flatMap((id) => rows.get(id) ?? []))
    // A charge names its own days; where their month is closed its row comes on the first open day.
    changes.push(...onOpenDay(held.map(added), book.closes).changes, ...own.map(added))
  }
  return { bills, changes }
}

function added(row: JournalRow): Change {
  return { change: 'addRow', row }
}

function creditFor(book: Book, draft: Draft, number: string) {
  const of = chargedOn(book, draft.sales)
  return { number, of, reason: draft.sales.some(isTakenBack) ? 'correction' : 'return' }
}
