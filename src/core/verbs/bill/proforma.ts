// Pro-forma documents of a bill run: what the bills would be, numbered in a series of their own, with no row in the journal.
import type { Day } from '../../base/day.ts'
import { formatAmount } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import type { Book } from '../../book/book.ts'
import type { Plan } from '../../book/plan.ts'
import { type Draft, documentNumbers } from '../../ledger/issue.ts'
import { acceptedBills, quoteState } from '../../ledger/quotes.ts'
import { issueQuote } from './quote.ts'
import { billsOutput } from './table.ts'

export interface ProformaWish {
  readonly validUntil?: Day
  /** What was found on the way to the drafts. */
  readonly problems: readonly Problem[]
}

/** A draft that an open pro-forma says already makes none, so that a second run makes nothing. */
export function proformaPlan(book: Book, drafts: readonly Draft[], { validUntil, problems }: ProformaWish): Plan {
  const next = documentNumbers(book)
  const said: Problem[] = []
  const bills: Bill[] = []
  for (const draft of drafts) {
    const { customer, currency, totals, date } = draft
    if (totals.total <= 0) {
      const amount = formatAmount(totals.total, currency)
      said.push(note('proforma-not-positive', { customer: customer.id, amount, currency }))
      continue
    }
    const same = openProforma(book, draft)
    if (same !== undefined) said.push(note('proforma-exists', { number: same.number, customer: customer.id }))
    else
      bills.push(
        issueQuote(book, draft, {
          kind: 'proforma',
          number: next('proforma', customer, date),
          ...(validUntil === undefined ? {} : { validUntil }),
        }),
      )
  }
  return {
    changes: bills.map((bill) => ({ change: 'issueBill', bill })),
    problems: [
      ...problems,
      ...said,
      ...(bills.length === 0
        ? said.length > 0
          ? []
          : [note('nothing-to-bill', {})]
        : [note('proformas-planned', { count: bills.length })]),
    ],
    output: billsOutput(book, bills),
    ...(problems.some((p) => p.severity === 'warning') ? { exit: 1 } : {}),
    confirm: bills.length > 1,
  }
}

function openProforma(book: Book, draft: Draft): Bill | undefined {
  const accepted = acceptedBills(book.bills)
  const salesOf = (of: Pick<Draft, 'lines'>) => of.lines.flatMap((l) => l.sales).join(' ')
  return [...book.quotes.values()].find(
    (q) =>
      q.kind === 'proforma' &&
      q.customer === draft.customer.id &&
      q.total === draft.totals.total &&
      salesOf(q) === salesOf(draft) &&
      quoteState(q, accepted.get(q.number), draft.date) === 'open',
  )
}
