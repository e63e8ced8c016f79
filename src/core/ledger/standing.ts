// Finds what every account comes to by the day of a ledger, and puts some accounts in the place of what they were.
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
  const runs = runsOf(before, customers, theirs)
  const at = startsOf(runs)
  const count = at.length - 1
  const size = at[count] ?? 0
  const texts = <T extends string>(column: (s: Standing) => readonly T[]): T[] => {
    const none: T[] = []
    return none.concat(...runs.map(({ of, from, to }) => column(of).slice(from, to)))
  }
  const accounts = <T extends Column>(whole: T, column: (s: Standing) => Column): T =>
    filled(
      whole,
      runs.map(({ of, from, to }) => column(of).subarray(from, to)),
    )
  const items = <T extends Column>(whole: T, column: (s: Standing) => Column): T =>
    filled(
      whole,
      runs.map(({ of, from, to }) => column(of).subarray(of.at[from], of.at[to])),
    )
  return {
    customers: texts((s) => s.customers),
    currencies: texts((s) => s.currencies),
    moved: accounts(new Uint8Array(count), (s) => s.moved),
    balance: accounts(new Float64Array(count), (s) => s.balance),
    open: accounts(new Float64Array(count), (s) => s.open),
    onAccount: accounts(new Float64Array(count), (s) => s.onAccount),
    since: accounts(new Int32Array(count), (s) => s.since),
    at,
    due: items(new Int32Array(size), (s) => s.due),
    day: items(new Int32Array(size), (s) => s.day),
    left: items(new Float64Array(size), (s) => s.left),
  }
}

/** Accounts from one up to, not including, another. */
interface Run {
  readonly of: Standing
  readonly from: number
  readonly to: number
}

/** Of `before`: an account of theirs goes before it, or, for null, it is left out. */
interface Place {
  readonly at: number
  readonly put: number | null
}

/** What comes one after the other: nearly all of it as it was, in as many pieces as accounts are put in or left out. */
function runsOf(before: Standing, customers: ReadonlySet<CustomerId>, theirs: Standing): readonly Run[] {
  const places: Place[] = []
  theirs.customers.forEach((customer, n) => {
    if (customers.has(customer)) places.push({ at: placeOf(before, accountAt(theirs, n)), put: n })
  })
  for (const customer of customers)
    for (let at = placeOf(before, { customer, currency: '' }); before.customers[at] === customer; at++)
      places.push({ at, put: null })
  const last = theirs.customers.length
  const inOrder = (a: Place, b: Place) => a.at - b.at || (a.put ?? last) - (b.put ?? last)
  const runs: Run[] = []
  let from = 0
  for (const { at, put } of places.sort(inOrder)) {
    if (at > from) runs.push({ of: before, from, to: at })
    if (put !== null) runs.push({ of: theirs, from: put, to: put + 1 })
    from = put === null ? at + 1 : at
  }
  runs.push({ of: before, from, to: before.customers.length })
  return runs
}

/** Where an account stands in the order, or would. */
function placeOf(standing: Standing, account: { customer: string; currency: string }): number {
  let low = 0
  let high = standing.customers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareAccounts(accountAt(standing, middle), account) < 0) low = middle + 1
    else high = middle
  }
  return low
}

type Column = Float64Array | Int32Array | Uint8Array

/** With one part after the other. */
function filled<T extends Column>(whole: T, parts: readonly Column[]): T {
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Of the items of each account, and where the last ends. */
function startsOf(runs: readonly Run[]): Uint32Array {
  const at = new Uint32Array(runs.reduce((sum, { from, to }) => sum + to - from, 1))
  let n = 0
  for (const { of, from, to } of runs) {
    const shift = (at[n] ?? 0) - (of.at[from] ?? 0)
    for (let i = from; i < to; i++) at[++n] = (of.at[i + 1] ?? 0) + shift
  }
  return at
}

function accountAt({ customers, currencies }: Standing, n: number): { customer: string; currency: string } {
  return { customer: customers[n] ?? '', currency: currencies[n] ?? '' }
}
