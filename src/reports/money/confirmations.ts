// crm report confirmations [ID…]: what customers confirmed of their balances, and what moved where they differ.
import { addDays, type Day } from '../../core/base/day.ts'
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import { answersAsOf, type Confirmation, confirmationsOf } from '../../core/cases/confirmations.ts'
import { confirmationsTable } from '../../core/cases/confirmations-table.ts'
import { traceJournal } from '../../core/ledger/link.ts'
import type { Trace } from '../../core/ledger/trace.ts'
import type { ReportModule } from '../report.ts'
import { chooseCustomers } from './customers.ts'
import { movedAccounts } from './moved-accounts.ts'
import { activityLines } from './statement-lines.ts'

const columns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'balanceDay', type: 'day' },
  { key: 'date', type: 'day' },
  { key: 'kind', type: 'word' },
  { key: 'document', type: 'id' },
  { key: 'text', type: 'text' },
  { key: 'increase', type: 'money' },
  { key: 'decrease', type: 'money' },
  { key: 'currency', type: 'text' },
]

/** A period is that of the answers. Balances are of the confirmed day as it is known now. With detail: what moved since, where an answer differs. */
export const confirmations: ReportModule = {
  needs: ['customers', 'journal', 'activity'],
  by: [],
  report(book, wish, context) {
    const { problems, includes } = chooseCustomers(book, wish.names, context)
    const trace = traceJournal(book.journal)
    const answers = answersAsOf(book.activity, wish.asOf).filter(
      ({ customer, answered }) =>
        includes(customer) && (wish.period === null || (answered >= wish.period.from && answered < wish.period.until)),
    )
    const list = confirmationsOf(trace, answers)
    const detail = wish.detail ? [since(book, trace, list, wish.asOf)] : []
    return { output: { tables: [confirmationsTable(list), ...detail] }, problems }
  },
}

function since({ journal }: Book, trace: Trace, list: readonly Confirmation[], asOf: Day): Table {
  const differing = list.filter((c) => c.difference !== 0)
  const accounts = movedAccounts(trace, asOf, (id) => differing.some((c) => c.customer === id))
  const rows = differing.flatMap(({ customer, currency, day }): readonly Row[] => {
    const moved = accounts.find((a) => a.customer === customer && a.currency === currency)?.moved ?? []
    const lines = activityLines(journal, moved, { from: addDays(day, 1), until: asOf, all: true })
    return lines.slice(1, -1).map((line) => ({ customer, balanceDay: day, ...line, currency }))
  })
  return { name: 'movedSince', columns, rows }
}
