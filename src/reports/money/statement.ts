// crm report statement ID: a customer's account, per currency: every movement, sums of a period, or what is open.
import { addDays, day, earlierDay } from '../../core/base/day.ts'
import { problem } from '../../core/base/problem.ts'
import type { Column, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import type { Paper } from '../../core/book/paper.ts'
import { languageOf } from '../../core/book/settings.ts'
import type { StatementLines } from '../../core/book/statement.ts'
import { party } from '../../core/ledger/issue.ts'
import { ledgerOf } from '../../core/ledger/ledger.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import type { ReportModule, ReportWish } from '../report.ts'
import { confirmationSlips } from './confirmation-slip.ts'
import { chooseCustomers } from './customers.ts'
import { type MovedAccount, movedAccounts } from './moved-accounts.ts'
import { openLines } from './open-lines.ts'
import { activityLines, forwardLines, type Span } from './statement-lines.ts'

const lineKinds = ['activity', 'open-item', 'balance-forward'] as const
type Kind = (typeof lineKinds)[number]

/** A slip to sign is always a page. */
const slipKind = 'confirmation'

const amounts = (keys: readonly ('increase' | 'decrease' | 'total' | 'settled' | 'open' | 'balance')[]) =>
  keys.map((key) => ({ key, type: 'money' }) as const)

const first: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'document', type: 'id' },
  { key: 'due', type: 'day' },
]
const currencyColumn: Column = { key: 'currency', type: 'text' }
const accountColumns: readonly Column[] = [
  ...first,
  { key: 'text', type: 'text' },
  ...amounts(['increase', 'decrease', 'balance']),
  currencyColumn,
]
const openColumns: readonly Column[] = [...first, ...amounts(['total', 'settled', 'open', 'balance']), currencyColumn]

/** Rows that were reversed within the period are left out together with their reversal, unless all is asked for. */
export const statement: ReportModule = {
  needs: ['customers', 'journal'],
  by: [],
  kinds: [...lineKinds, slipKind],
  report(book, wish, context) {
    if (wish.names.length === 0)
      return { output: { tables: [] }, problems: [problem('report-needs-customer', { report: 'statement' })] }
    const { problems, includes } = chooseCustomers(book, wish.names, context)
    const kind = lineKinds.find((k) => k === wish.kind) ?? 'activity'
    const span = spanOf(wish, kind)
    if (wish.kind === slipKind)
      return { output: { tables: [], papers: confirmationSlips(book, span.until, includes) }, problems }
    const linesOf = statementLines(book, kind, span)
    const made = movedAccounts(traceJournal(book.journal), span.until, includes).map((account) => ({
      account,
      lines: linesOf(account),
    }))
    const output = wish.paper
      ? { tables: [], papers: made.map(({ account, lines }) => paperOf(book, account, lines, span)) }
      : { tables: [tableOf(kind, made)] }
    return { output, problems }
  },
}

/** A balance is brought forward to the first day of a period: of the month, where none is named. */
function spanOf({ period, asOf, all }: ReportWish, kind: Kind): Span {
  const until = period === null ? asOf : earlierDay(addDays(period.until, -1), asOf)
  const monthStart = kind === 'balance-forward' ? day(`${until.slice(0, 7)}-01`) : null
  return { from: period === null ? monthStart : period.from, until, all }
}

function statementLines({ journal }: Book, kind: Kind, span: Span): (account: MovedAccount) => StatementLines {
  if (kind === 'open-item') {
    const ledger = ledgerOf(traceJournal(journal), span.until)
    return (account) => ({ kind, lines: openLines(ledger, account, span.all) })
  }
  const make = kind === 'activity' ? activityLines : forwardLines
  return ({ moved }) => ({ kind, lines: make(journal, moved, span) })
}

function tableOf(
  kind: Kind,
  made: readonly { readonly account: MovedAccount; readonly lines: StatementLines }[],
): Table {
  const rows = made.flatMap(({ account: { customer, currency }, lines }) =>
    lines.lines.map((line) => ({ customer, ...line, currency })),
  )
  return { name: 'statement', columns: kind === 'open-item' ? openColumns : accountColumns, rows }
}

function paperOf(book: Book, { customer, currency }: MovedAccount, lines: StatementLines, span: Span): Paper {
  const known = book.customers.get(customer)
  return {
    paper: 'statement',
    name: `${customer}-${currency}-${lines.kind}`,
    language: known?.language ?? languageOf(book.settings),
    statement: {
      ...lines,
      from: lines.kind === 'open-item' ? null : span.from,
      until: span.until,
      sender: party(book.settings.company),
      receiver: party(known ?? { name: customer }),
      currency,
    },
  }
}
