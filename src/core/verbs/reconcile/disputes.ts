// The disputes that short payments open: a row of activity on the document, in the same commit as the money.
import { day } from '../../base/day.ts'
import { rowId } from '../../base/id.ts'
import { formatAmount, type Minor } from '../../base/money.ts'
import { note, type Problem } from '../../base/problem.ts'
import type { Row, Table } from '../../base/table.ts'
import { emptyActivity } from '../../book/activity.ts'
import type { BankLine } from '../../book/bank.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change.ts'
import { casesAsOf } from '../../cases/cases.ts'
import { disputedDocuments } from '../../cases/disputes.ts'
import type { Numbering } from './rows.ts'
import type { Judged, Matched, Short } from './verdict.ts'

/** None for a document that is in dispute already. The id is of line and document, so a second run opens nothing. */
export function disputesOf(
  book: Book,
  matches: readonly { readonly line: BankLine; readonly match: Matched }[],
  { hash, again }: Numbering,
): { readonly changes: Change[]; readonly problems: Problem[] } {
  const before = disputedDocuments(book.activity, day('9999-12-31'))
  const changes = matches.flatMap(({ line, match }) =>
    match.parts.flatMap(({ document, short, customer = match.customer }): Change[] => {
      if (short === undefined || before.has(document)) return []
      const nth = again(line.id) === 0 ? [] : [`again ${again(line.id)}`]
      const row = {
        ...emptyActivity,
        id: rowId(hash, ['dispute', line.id, document, ...nth]),
        date: line.date,
        kind: 'dispute',
        customer,
        direction: 'in',
        document,
        subject: short.words,
        problem: line.text,
        amount: formatAmount(short.amount, line.currency),
        currency: line.currency,
        cause: short.cause,
        source: `bank:${line.id}`,
      } as const
      return [{ change: 'addActivity', row }]
    }),
  )
  return { changes, problems: changes.length === 0 ? [] : [note('disputes-opened', { count: changes.length })] }
}

/** Open disputes over documents of which nothing is left to pay: a person closes them, for something else may be the matter. */
export function disputesPaid({ activity }: Book, leftOf: (document: string) => Minor | null): Problem[] {
  return casesAsOf(activity, day('9999-12-31')).flatMap(({ id, kind, open, customer, documents }) =>
    kind === 'dispute' && open && documents.length > 0 && documents.every((d) => leftOf(d) === 0)
      ? [note('dispute-paid', { id, customer, documents: documents.join(' ') })]
      : [],
  )
}

/** What is kept back and why, of what is booked and of the first choice of what is not; nothing where nobody says so. */
export function shortTable(judged: readonly Judged[]): Table[] {
  const rows = judged.flatMap(({ line, verdict }): Row[] => {
    const { id, currency } = line
    if (verdict.state === 'matched')
      return verdict.parts.flatMap(({ short, customer = verdict.customer }) =>
        short === undefined ? [] : [{ line: id, state: 'matched', customer, ...cells(short), currency }],
      )
    const [first] = verdict.state === 'suggested' ? verdict.options : []
    if (first?.short === undefined) return []
    return [{ line: id, state: 'suggested', customer: first.customer, ...cells(first.short), currency }]
  })
  if (rows.length === 0) return []
  return [
    {
      name: 'shortPayments',
      columns: [
        { key: 'line', type: 'id' },
        { key: 'state', type: 'word' },
        { key: 'customer', type: 'id' },
        { key: 'document', type: 'id' },
        { key: 'short', type: 'money' },
        { key: 'currency', type: 'text' },
        { key: 'cause', type: 'word' },
        { key: 'said', type: 'text' },
      ],
      rows,
    },
  ]
}

function cells({ document, amount, cause, words }: Short) {
  return { document, short: amount, cause, said: words }
}
