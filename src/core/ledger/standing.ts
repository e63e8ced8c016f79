// Finds what every account comes to by the day of a ledger, and puts some accounts in the place of what they were.
import type { Currency } from '../base/currency.ts'
import { type DayNumber, dayNumber } from '../base/day.ts'
import type { Minor } from '../base/money.ts'
import type { CustomerId } from '../book/customer.ts'
import { currencyAt, textAt } from '../book/journal.ts'
import type { Standing } from '../book/standing.ts'
import { compareAccounts } from './documents.ts'
import { dueOf, inOrderOfDue, openOfEach, packDocumentRows, settledOf } from './instalments.ts'
import type { Ledger } from './ledger.ts'
import { never, type Trace } from './trace.ts'

type Measured = Pick<Ledger, 'asOf' | 'trace' | 'totals' | 'accountColumns'>

/** The last day on which there is a row, or one begins or ends to count; of a journal with rows. */
export function lastChange({ journal, start, end }: Trace): DayNumber {
  let last = -0x80000000
  for (let i = 0; i < journal.length; i++)
    last = Math.max(last, journal.date[i] ?? last, changed(start[i]), changed(end[i]))
  return last
}

function changed(day: DayNumber | undefined): DayNumber {
  return day === undefined || day === never ? -0x80000000 : day
}

/** Of all accounts, as of the ledger's day; `since` means something where the ledger's day is the last change. */
export function standingOf(ledger: Measured): Standing {
  const { trace, accountColumns } = ledger
  const { journal } = trace
  const { numbers, moved, balance, open, onAccount } = accountColumns
  const count = numbers.rows.length
  const since = new Int32Array(count).fill(-0x80000000)
  for (let i = 0; i < journal.length; i++) {
    const n = numbers.of(i)
    since[n] = Math.max(since[n] ?? 0, changed(trace.start[i]), changed(trace.end[i]))
  }
  const rows = Array.from(numbers.rows)
  return {
    customers: rows.map((row) => textAt(journal.customers, journal.customer, row)),
    currencies: rows.map((row) => currencyAt(journal, row)),
    moved,
    balance,
    open,
    onAccount,
    since,
    ...openItems(ledger, count),
  }
}

function openItems(
  { trace, totals, asOf, accountColumns }: Measured,
  count: number,
): Pick<Standing, 'at' | 'due' | 'day' | 'left'> {
  const { journal } = trace
  const { at: rowsAt, rows } = packDocumentRows(trace, dayNumber(asOf))
  const each = (put: (account: number, row: number, first: number, left: Minor) => void) => {
    trace.documents.row.forEach((first, d) => {
      const [from, to] = [rowsAt[d] ?? 0, rowsAt[d + 1] ?? 0]
      const settled = settledOf(totals, d)
      const account = accountColumns.numbers.of(first)
      const only = rows[from] ?? 0
      const open = (row: number, left: Minor) => {
        if (left !== 0) put(account, row, first, left)
      }
      if (to - from === 1) open(only, (journal.amount[only] ?? 0) - settled)
      else openOfEach(journal, inOrderOfDue(journal, rows.subarray(from, to)), settled, open)
    })
  }
  const at = new Uint32Array(count + 1)
  each((account) => {
    at[account + 1] = (at[account + 1] ?? 0) + 1
  })
  for (let n = 1; n <= count; n++) at[n] = (at[n] ?? 0) + (at[n - 1] ?? 0)
  const next = at.slice()
  const size = at[count] ?? 0
  const [due, day, left] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)]
  each((account, row, first, amount) => {
    const i = next[account] ?? 0
    next[account] = i + 1
    due[i] = dueOf(journal, row)
    day[i] = journal.date[first] ?? 0
    left[i] = amount
  })
  return { at, due, day, left }
}

/** The accounts of some customers as `theirs` has them, those of the others as they were. */
export function withAccounts(before: Standing, customers: ReadonlySet<CustomerId>, theirs: Standing): Standing {
  const count = before.customers.length + theirs.customers.length
  const size = before.left.length + theirs.left.length
  const names: CustomerId[] = []
  const currencies: Currency[] = []
  const to = {
    moved: new Uint8Array(count),
    balance: new Float64Array(count),
    open: new Float64Array(count),
    onAccount: new Float64Array(count),
    since: new Int32Array(count),
    at: new Uint32Array(count + 1),
    due: new Int32Array(size),
    day: new Int32Array(size),
    left: new Float64Array(size),
  }
  const put = (from: Standing, n: number) => {
    const account = names.push(from.customers[n] ?? '') - 1
    const currency = from.currencies[n]
    if (currency !== undefined) currencies.push(currency)
    for (const column of ['moved', 'balance', 'open', 'onAccount', 'since'] as const)
      to[column][account] = from[column][n] ?? 0
    let item = to.at[account] ?? 0
    for (let i = from.at[n] ?? 0; i < (from.at[n + 1] ?? 0); i++, item++) {
      to.due[item] = from.due[i] ?? 0
      to.day[item] = from.day[i] ?? 0
      to.left[item] = from.left[i] ?? 0
    }
    to.at[account + 1] = item
  }
  const precedes = (a: number, b: number) => compareAccounts(accountAt(before, a), accountAt(theirs, b)) < 0
  let next = 0
  const putTheirs = (isNext: () => boolean) => {
    for (; next < theirs.customers.length && isNext(); next++)
      if (customers.has(theirs.customers[next] ?? '')) put(theirs, next)
  }
  for (let n = 0; n < before.customers.length; n++) {
    putTheirs(() => !precedes(n, next))
    if (!customers.has(before.customers[n] ?? '')) put(before, n)
  }
  putTheirs(() => true)
  const length = names.length
  const cut = <T extends Float64Array | Int32Array | Uint8Array>(column: T, end: number) => column.subarray(0, end) as T
  const items = to.at[length] ?? 0
  return {
    customers: names,
    currencies,
    moved: cut(to.moved, length),
    balance: cut(to.balance, length),
    open: cut(to.open, length),
    onAccount: cut(to.onAccount, length),
    since: cut(to.since, length),
    at: to.at.subarray(0, length + 1),
    due: cut(to.due, items),
    day: cut(to.day, items),
    left: cut(to.left, items),
  }
}

function accountAt({ customers, currencies }: Standing, n: number): { customer: string; currency: string } {
  return { customer: customers[n] ?? '', currency: currencies[n] ?? '' }
}
