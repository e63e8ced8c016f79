// crm report balance: what every customer owes, per currency, as of a day.
import type { Column, Row } from '../../core/base/table.ts'
import { ageLedger } from '../../core/ledger/aging.ts'
import { openLedger } from '../../core/ledger/ledger.ts'
import type { ReportModule } from '../report.ts'
import { chooseCustomers, nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

const columns: readonly Column[] = [
  { key: 'customer', type: 'id' },
  { key: 'name', type: 'text' },
  { key: 'currency', type: 'text' },
  { key: 'open', type: 'money' },
  { key: 'overdue', type: 'money' },
  { key: 'onAccount', type: 'money' },
  { key: 'balance', type: 'money' },
]

/** Every customer and currency that ever moved, even ones too. */
export const balance: ReportModule = {
  needs: ['customers', 'journal'],
  by: [],
  report(book, wish, context) {
    const chosen = chooseCustomers(book, wish.names, context)
    const ledger = openLedger(book.journal, wish.asOf)
    const late = new Map(ageLedger(ledger, [], 'due').map((a) => [`${a.customer} ${a.currency}`, a.buckets[1] ?? 0]))
    const rows: Row[] = ledger.accounts
      .filter((a) => chosen.includes(a.customer))
      .map(({ customer, currency, open, onAccount, balance }) => ({
        customer,
        name: nameOf(book, customer),
        currency,
        open,
        overdue: late.get(`${customer} ${currency}`) ?? 0,
        onAccount,
        balance,
      }))
    return {
      output: { tables: [{ name: 'balances', columns, rows, totals: totalsByCurrency(columns, rows) }] },
      problems: chosen.problems,
    }
  },
}
