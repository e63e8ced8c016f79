// crm report aging: how late what is owed is, in buckets that with what is on account sum to the balance.
import type { Column, Row, Table } from '../../core/base/table.ts'
import type { Word } from '../../core/base/words.ts'
import type { Book } from '../../core/book/book.ts'
import { type AgeBasis, ageLedger, bucketBounds, daysLate } from '../../core/ledger/aging.ts'
import { type Ledger, openLedger } from '../../core/ledger/ledger.ts'
import type { ReportModule } from '../report.ts'
import { type Chosen, chooseCustomers, nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

/** Keys of the buckets after "not due", youngest first; their headings say the days. */
const bucketKeys = [
  'bucket1',
  'bucket2',
  'bucket3',
  'bucket4',
  'bucket5',
  'bucket6',
  'bucket7',
  'bucket8',
  'bucket9',
  'bucket10',
  'bucket11',
  'bucket12',
] as const satisfies readonly Word[]

export const aging: ReportModule = {
  needs: ['customers', 'journal'],
  by: ['due', 'bill'],
  report(book, wish, context) {
    const chosen = chooseCustomers(book, wish.names, context)
    const ledger = openLedger(book.journal, wish.asOf)
    const basis: AgeBasis = wish.by === 'bill' ? 'bill' : 'due'
    const tables = [agingTable(book, ledger, chosen, basis)]
    if (wish.detail) tables.push(itemsTable(ledger, chosen, basis))
    return { output: { tables }, problems: chosen.problems }
  },
}

function agingTable(book: Book, ledger: Ledger, chosen: Chosen, basis: AgeBasis): Table {
  const ends = book.settings.aging.slice(0, bucketKeys.length - 1)
  const columns: Column[] = [
    { key: 'customer', type: 'id' },
    { key: 'name', type: 'text' },
    { key: 'currency', type: 'text' },
    { key: 'notDue', type: 'money' },
    ...bucketBounds(ends).map(
      ([from, to], i): Column => ({
        key: bucketKeys[i] ?? 'bucket12',
        type: 'money',
        heading: to === null ? `${from}+` : `${from}–${to}`,
      }),
    ),
    { key: 'onAccount', type: 'money' },
    { key: 'balance', type: 'money' },
  ]
  const rows = ageLedger(ledger, ends, basis)
    .filter((a) => chosen.includes(a.customer))
    .map(
      ({ customer, currency, buckets, onAccount, balance }): Row => ({
        customer,
        name: nameOf(book, customer),
        currency,
        notDue: buckets[0] ?? 0,
        ...Object.fromEntries(buckets.slice(1).map((amount, i) => [bucketKeys[i] ?? 'bucket12', amount])),
        // Lowers the balance, and is shown so, that every row adds up from left to right.
        onAccount: onAccount === 0 ? 0 : -onAccount,
        balance,
      }),
    )
  return { name: 'aging', columns, rows, totals: totalsByCurrency(columns, rows) }
}

/** Every open instalment, the latest first. */
function itemsTable(ledger: Ledger, chosen: Chosen, basis: AgeBasis): Table {
  const columns: Column[] = [
    { key: 'customer', type: 'id' },
    { key: 'document', type: 'id' },
    { key: 'date', type: 'day' },
    { key: 'due', type: 'day' },
    { key: 'daysLate', type: 'number' },
    { key: 'amount', type: 'money' },
    { key: 'open', type: 'money' },
    { key: 'currency', type: 'text' },
  ]
  const rows = ledger.documents
    .filter((d) => chosen.includes(d.customer))
    .flatMap((d) =>
      d.instalments
        .filter((i) => i.open !== 0)
        .map((i) => ({
          customer: d.customer,
          document: d.number,
          date: d.date,
          due: i.due,
          daysLate: Math.max(0, daysLate(ledger, d, i, basis)),
          amount: i.amount,
          open: i.open,
          currency: d.currency,
        })),
    )
  return { name: 'openItems', columns, rows, totals: totalsByCurrency(columns, rows) }
}
