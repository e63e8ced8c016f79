// Check `balances`: at every day, what the rows sum to is what is open less what is on account (law 1).
import { type Day, dayNumber } from '../../base/day.ts'
import { safe } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import { type Journal, textAt } from '../../book/journal.ts'
import { signOf } from '../../ledger/kinds.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Trace } from '../../ledger/trace.ts'
import { type Check, money } from './check.ts'

export const balances: Check = {
  name: 'balances',
  check: ({ ledger, days }) => days.flatMap((day) => provenAt(ledger.trace, day)),
}

function provenAt(trace: Trace, day: Day): Problem[] {
  const sums = sumOfRows(trace, day)
  const found: Problem[] = []
  for (const { customer, currency, balance, open, onAccount } of ledgerOf(trace, day).accounts) {
    const rows = sums.get(`${customer} ${currency}`) ?? 0
    if (rows === open - onAccount && rows === balance) continue
    found.push(
      problem('balance-differs', {
        customer,
        day,
        rows: money(rows, currency),
        open: money(open, currency),
        onAccount: money(onAccount, currency),
        off: money(rows - (open - onAccount), currency),
      }),
    )
  }
  return found
}

/** The plain sum of all rows dated up to a day by the direction of their kind, and of what was reversed by then. */
function sumOfRows(trace: Trace, day: Day): Map<string, number> {
  const { journal, end } = trace
  const last = dayNumber(day)
  const sums = new Map<string, number>()
  for (let i = 0; i < journal.length; i++) {
    const sign = signOf[journal.kind[i] ?? 0] ?? 0
    if (sign === 0 || (journal.date[i] ?? 0) > last || (end[i] ?? 0) <= last) continue
    const key = accountOf(journal, i)
    sums.set(key, safe((sums.get(key) ?? 0) + sign * (journal.amount[i] ?? 0)))
  }
  return sums
}

function accountOf(journal: Journal, i: number): string {
  return `${textAt(journal.customers, journal.customer, i)} ${textAt(journal.currencies, journal.currency, i)}`
}
