// The balance of a bank account by day, from its lines and from what its statements say; where both part, money is missing.
import { addDays, type Day } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import type { BankLine } from '../book/bank.ts'
import type { BankStatement } from '../book/bank-statement.ts'

export interface DayBalance {
  readonly date: Day
  readonly lines: number
  readonly in: Minor
  readonly out: Minor
  /** At the end of the day; null where no statement says a balance. */
  readonly balance: Minor | null
}

/** Days without a statement, or an amount that the lines between two known balances do not make. */
export interface Gap {
  /** First and last day, both included. */
  readonly from: Day
  readonly to: Day
  /** What is missing; null where nothing tells. */
  readonly missing: Minor | null
}

/** A balance that a statement says, at the end of a day. */
interface Known {
  readonly day: Day
  readonly balance: Minor
}

export interface AccountBalances {
  /** Before the first line; null where no statement says a balance. */
  readonly opening: Minor | null
  /** What the statements say last; null where none says a balance. */
  readonly stated: { readonly date: Day; readonly balance: Minor } | null
  readonly days: readonly DayBalance[]
  readonly gaps: readonly Gap[]
}

/** Of one account and currency. Once a statement says another balance than the lines make, the statement counts from then on. */
export function accountBalances(lines: readonly BankLine[], statements: readonly BankStatement[]): AccountBalances {
  const sums = daySums(lines)
  const known = knownBalances(statements)
  const days = [...new Set([...sums.keys(), ...known.keys()])].sort()
  const start = startingBalance(days, sums, known)
  const gaps: Gap[] = []
  const shown: DayBalance[] = []
  let balance = start
  let sound: Day | undefined
  for (const date of days) {
    const sum = sums.get(date) ?? { lines: 0, in: 0, out: 0 }
    balance = balance === null ? null : safe(balance + sum.in - sum.out)
    const said = known.get(date) ?? []
    const last = said.at(-1)
    if (balance !== null && last !== undefined) {
      if (!said.some((k) => k.balance === balance)) {
        gaps.push({
          from: sound === undefined ? date : addDays(sound, 1),
          to: date,
          missing: safe(last.balance - balance),
        })
        balance = last.balance
      }
      sound = date
    }
    if (sums.has(date)) shown.push({ date, ...sum, balance })
  }
  const last = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .at(-1)?.[1]
    .at(-1)
  const stated = last === undefined ? null : { date: last.day, balance: last.balance }
  return {
    opening: start,
    stated,
    days: shown,
    gaps: [...gaps, ...uncovered(statements, gaps)].sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
}

function daySums(lines: readonly BankLine[]): Map<Day, { lines: number; in: Minor; out: Minor }> {
  const sums = new Map<Day, { lines: number; in: Minor; out: Minor }>()
  for (const { date, amount } of lines) {
    const sum = sums.get(date) ?? { lines: 0, in: 0, out: 0 }
    sum.lines++
    if (amount > 0) sum.in = safe(sum.in + amount)
    else sum.out = safe(sum.out - amount)
    sums.set(date, sum)
  }
  return sums
}

/** In order of the statements; a day may have several, as pages of a statement have. */
function knownBalances(statements: readonly BankStatement[]): Map<Day, Known[]> {
  const known = new Map<Day, Known[]>()
  const add = (day: Day, balance: Minor | undefined) => {
    if (balance === undefined) return
    known.set(day, [...(known.get(day) ?? []), { day, balance }])
  }
  for (const { from, to, opening, closing } of statements) {
    add(addDays(from, -1), opening)
    add(to, closing)
  }
  return known
}

/** Before the first day, so that the first known balance is met. */
function startingBalance(
  days: readonly Day[],
  sums: ReadonlyMap<Day, { readonly in: Minor; readonly out: Minor }>,
  known: ReadonlyMap<Day, readonly Known[]>,
): Minor | null {
  let moved = 0
  for (const date of days) {
    const sum = sums.get(date)
    moved = safe(moved + (sum?.in ?? 0) - (sum?.out ?? 0))
    const first = known.get(date)?.at(-1)
    if (first !== undefined) return safe(first.balance - moved)
  }
  return null
}

/** Days between two statements that no statement covers, unless equal balances say that nothing happened. */
function uncovered(statements: readonly BankStatement[], gaps: readonly Gap[]): Gap[] {
  const sorted = [...statements].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
  const found: Gap[] = []
  let last = sorted[0]
  for (const next of sorted.slice(1)) {
    if (last === undefined) break
    const from = addDays(last.to, 1)
    const to = addDays(next.from, -1)
    const isQuiet = last.closing !== undefined && last.closing === next.opening
    const isSaid = gaps.some((g) => g.from <= to && g.to >= from)
    if (from <= to && !isQuiet && !isSaid) found.push({ from, to, missing: null })
    if (next.to > last.to) last = next
  }
  return found
}
