// crm report balance: what every customer owes, per currency, as of a day.
import { type Cell, type Column, rowsOf } from '../../core/base/table.ts'
import { foldBuckets } from '../../core/ledger/aging.ts'
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
  standing: () => true,
  report(book, wish, context) {
    const chosen = chooseCustomers(book, wish.names, context)
    const standing = book.standing ?? openLedger(book.journal, wish.asOf).standing
    const { customers, currencies, moved, open, onAccount, balance } = standing
    const ages = foldBuckets({ standing, asOf: wish.asOf }, [], 'due')
    const shown: number[] = []
    customers.forEach((customer, n) => {
      if (moved[n] !== 0 && chosen.includes(customer)) shown.push(n)
    })
    const rows = rowsOf(
      shown,
      new Map<string, (n: number) => Cell>([
        ['customer', (n) => customers[n] ?? ''],
        ['name', (n) => nameOf(book, customers[n] ?? '')],
        ['currency', (n) => currencies[n] ?? ''],
        ['open', (n) => open[n] ?? 0],
        ['overdue', (n) => ages[n * 2 + 1] ?? 0],
        ['onAccount', (n) => onAccount[n] ?? 0],
        ['balance', (n) => balance[n] ?? 0],
      ]),
    )
    return {
      output: { tables: [{ name: 'balances', columns, rows, totals: totalsByCurrency(columns, rows) }] },
      problems: chosen.problems,
    }
  },
}
