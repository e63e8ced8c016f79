// crm report disputes [CUSTOMER…]: what customers contest, with why, how much, and what is still open of the documents.
import { type Currency, isCurrency } from '../../core/base/currency.ts'
import { type Day, daysBetween } from '../../core/base/day.ts'
import { parseAmount, sum } from '../../core/base/money.ts'
import type { Column, Row } from '../../core/base/table.ts'
import { type Case, casesAsOf } from '../../core/cases/cases.ts'
import { type Ledger, openLedger } from '../../core/ledger/ledger.ts'
import type { ReportModule } from '../report.ts'
import { chooseCustomers, nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

const columns: readonly Column[] = [
  { key: 'case', type: 'id' },
  { key: 'date', type: 'day' },
  { key: 'age', type: 'number' },
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'document', type: 'text' },
  { key: 'cause', type: 'word' },
  { key: 'subject', type: 'text' },
  { key: 'contested', type: 'money' },
  { key: 'open', type: 'money' },
  { key: 'currency', type: 'text' },
  { key: 'owner', type: 'text' },
  { key: 'due', type: 'day' },
  { key: 'ended', type: 'day' },
]

/** Open on the day; with `--all` those settled too. Of a period where one is asked, by the day they came up; the oldest first. */
export const disputes: ReportModule = {
  needs: ['customers', 'journal', 'activity'],
  by: [],
  report(book, { names, asOf, period, all }, context) {
    const chosen = chooseCustomers(book, names, context)
    if (chosen.problems.length > 0) return { output: { tables: [] }, problems: chosen.problems }
    const ledger = openLedger(book.journal, asOf)
    const rows = casesAsOf(book.activity, asOf)
      .filter((c) => c.kind === 'dispute' && (c.open || all) && chosen.includes(c.customer))
      .filter((c) => period === null || (c.opened >= period.from && c.opened < period.until))
      .map((c) => rowOf(c, ledger, { asOf, own: book.settings.currency, name: nameOf(book, c.customer) }))
    // Two disputes may be about one document, so what is open is not added up.
    const totals = totalsByCurrency(columns, rows).map((total) => ({ ...total, open: null }))
    return { output: { tables: [{ name: 'disputes', columns, rows, totals }] }, problems: [] }
  },
}

function rowOf(
  { id, opened, customer, documents, cause, subject, rows, owner, due, ended }: Case,
  ledger: Ledger,
  { asOf, own, name }: { readonly asOf: Day; readonly own: Currency; readonly name: string },
): Row {
  const mine = documents.flatMap((number) => ledger.document(number) ?? [])
  const said = rows.reduce((last, r) => (r.amount === '' ? last : r), rows[0])
  const spoken = said?.currency ?? ''
  const currency = isCurrency(spoken) ? spoken : (mine[0]?.currency ?? own)
  const amount = parseAmount(said?.amount ?? '', currency)
  return {
    case: id,
    date: opened,
    age: daysBetween(opened, ended ?? asOf),
    customer,
    name,
    document: documents.join(' '),
    cause: cause === '' ? null : cause,
    subject,
    contested: typeof amount === 'number' ? amount : null,
    open: sum(mine.filter((d) => d.currency === currency).map((d) => d.open)),
    currency,
    owner,
    due,
    ended,
  }
}
