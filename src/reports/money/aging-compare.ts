// crm report aging --known-at K --compare: what was believed of a day against what is known of it now, and the rows between the two.
import { type Minor, safe } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Cell, Column, Row, Table } from '../../core/base/table.ts'
import type { Book } from '../../core/book/book.ts'
import type { Context, Report } from '../../core/book/plan.ts'
import { type AgingRow, ageLedger, bucketBounds } from '../../core/ledger/aging.ts'
import { accountKey, type Explaining, explainDifference } from '../../core/ledger/hindsight.ts'
import { openLedger } from '../../core/ledger/ledger.ts'
import type { ReportWish } from '../report.ts'
import { chooseCustomers, nameOf } from './customers.ts'
import { totalsByCurrency } from './totals.ts'

/** Buckets are those of the book as it is now. Accounts that are alike are left out unless all is asked for. */
export function compareAging(believed: Book, known: Book, wish: ReportWish, context: Context): Report {
  const chosen = chooseCustomers(known, wish.names, context)
  const ends = known.settings.aging
  const basis = wish.base ?? 'due'
  const aged = (book: Book) =>
    new Map(ageLedger(openLedger(book.journal, wish.asOf), ends, basis).map((row) => [accountKey(row), row]))
  const [then, now] = [aged(believed), aged(known)]
  const keys = [...new Set([...then.keys(), ...now.keys()])].sort(compareText)
  const pairs = keys.flatMap((key): Pair[] => {
    const [before, after] = [then.get(key), now.get(key)]
    const account = after ?? before
    return account === undefined || !chosen.includes(account.customer) ? [] : [{ account, before, after }]
  })
  const rows = explainDifference(believed.journal, known.journal, wish.asOf).filter((e) =>
    chosen.includes(e.row.customer),
  )
  const shown = pairs.filter((p) => wish.all || columnsOf(p, ends).some(({ before, after }) => before !== after))
  const tables = [balanceTable(known, shown), bucketTable(shown, ends), rowTable(rows)]
  return { output: { tables }, problems: chosen.problems }
}

interface Pair {
  readonly account: AgingRow
  readonly before: AgingRow | undefined
  readonly after: AgingRow | undefined
}

interface Compared {
  readonly label: string
  readonly before: Minor
  readonly after: Minor
}

/** Every column of the aging but the balance, in its order. */
function columnsOf({ before, after }: Pair, ends: readonly number[]): Compared[] {
  const labels = ['notDue', ...bucketBounds(ends).map(([from, to]) => (to === null ? `${from}+` : `${from}–${to}`))]
  const buckets = labels.map((label, i) => ({
    label,
    before: before?.buckets[i] ?? 0,
    after: after?.buckets[i] ?? 0,
  }))
  return [...buckets, { label: 'onAccount', before: -(before?.onAccount ?? 0), after: -(after?.onAccount ?? 0) }]
}

const compared: readonly Column[] = [
  { key: 'believed', type: 'money' },
  { key: 'knownNow', type: 'money' },
  { key: 'difference', type: 'money' },
]

function difference(before: Minor, after: Minor): Record<string, Cell> {
  return { believed: before, knownNow: after, difference: safe(after - before) }
}

function balanceTable(book: Book, pairs: readonly Pair[]): Table {
  const columns: readonly Column[] = [
    { key: 'customer', type: 'id' },
    { key: 'name', type: 'text' },
    { key: 'currency', type: 'text' },
    ...compared,
  ]
  const rows = pairs.map(
    ({ account: { customer, currency }, before, after }): Row => ({
      customer,
      name: nameOf(book, customer),
      currency,
      ...difference(before?.balance ?? 0, after?.balance ?? 0),
    }),
  )
  return { name: 'balances', columns, rows, totals: totalsByCurrency(columns, rows) }
}

/** Only the columns that differ. */
function bucketTable(pairs: readonly Pair[], ends: readonly number[]): Table {
  const columns: readonly Column[] = [
    { key: 'customer', type: 'id' },
    { key: 'age', type: 'word' },
    ...compared,
    { key: 'currency', type: 'text' },
  ]
  const rows = pairs.flatMap((pair) =>
    columnsOf(pair, ends)
      .filter(({ before, after }) => before !== after)
      .map(
        ({ label, before, after }): Row => ({
          customer: pair.account.customer,
          age: label,
          ...difference(before, after),
          currency: pair.account.currency,
        }),
      ),
  )
  return { name: 'aging', columns, rows, totals: totalsByCurrency(columns, rows) }
}

/** Their effects sum to the differences of the balances. */
function rowTable(found: readonly Explaining[]): Table {
  const columns: readonly Column[] = [
    { key: 'how', type: 'word' },
    { key: 'id', type: 'id' },
    { key: 'date', type: 'day' },
    { key: 'kind', type: 'word' },
    { key: 'customer', type: 'id' },
    { key: 'document', type: 'id' },
    { key: 'of', type: 'id' },
    { key: 'amount', type: 'money' },
    { key: 'effect', type: 'money' },
    { key: 'currency', type: 'text' },
  ]
  const rows = found.map(({ how, row, effect }): Row => {
    const { id, date, kind, customer, document, of, amount, currency } = row
    return { how, id, date, kind, customer, document: document || null, of: of || null, amount, effect, currency }
  })
  const totals = totalsByCurrency(columns, rows).map((t) => ({ ...t, amount: null }))
  return { name: 'explaining', columns, rows, totals }
}
