// The roll-forward of a period per currency: what all customers owed before, what moved it by kind, what they owe after.
import type { Currency } from '../base/currency.ts'
import { addDays, type Day, dayNumber } from '../base/day.ts'
import { type Minor, safe } from '../base/money.ts'
import { compareText } from '../base/order.ts'
import type { PeriodTotals } from '../book/close.ts'
import { currencyAt, type JournalKind, kindAt } from '../book/journal.ts'
import { signOf } from './kinds.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { movementsUpTo } from './movements.ts'
import type { Trace } from './trace.ts'

/** The kinds that move a balance: first those that raise it, then those that lower it. */
export const movingKinds = [
  'opening',
  'bill',
  'fee',
  'recover',
  'refund',
  'out',
  'payment',
  'credit',
  'in',
  'deduct',
  'writeoff',
] as const satisfies readonly JournalKind[]

type Sums = { -readonly [K in Exclude<keyof PeriodTotals, 'currency'>]: Minor }

/** `from` null: since the first row. A reversal counts negatively in the kind it undoes. In order of currency. */
export function periodTotals(trace: Trace, from: Day | null, last: Day): PeriodTotals[] {
  const { journal } = trace
  const found = new Map<Currency, Sums>()
  const sumsOf = (currency: Currency): Sums => {
    const known = found.get(currency) ?? noSums()
    found.set(currency, known)
    return known
  }
  for (const { currency, balance, open, onAccount } of ledgerOf(trace, last).accounts) {
    const sums = sumsOf(currency)
    sums.after = safe(sums.after + balance)
    sums.open = safe(sums.open + open)
    sums.onAccount = safe(sums.onAccount + onAccount)
  }
  if (from !== null)
    for (const { currency, balance } of balancesBefore(trace, from)) {
      const sums = sumsOf(currency)
      sums.before = safe(sums.before + balance)
    }
  const first = from === null ? Number.NEGATIVE_INFINITY : dayNumber(from)
  for (const { row, day, amount } of movementsUpTo(trace, dayNumber(last), () => true)) {
    if (day < first) continue
    const kind = movingKinds.find((k) => k === kindAt(journal, row))
    if (kind === undefined) continue
    const sums = sumsOf(currencyAt(journal, row))
    sums[kind] = safe(sums[kind] + amount * (signOf[journal.kind[row] ?? 0] ?? 0))
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([currency, sums]): PeriodTotals => ({ currency, ...sums }))
}

function balancesBefore(trace: Trace, from: Day): Ledger['accounts'] {
  return ledgerOf(trace, addDays(from, -1)).accounts
}

function noSums(): Sums {
  const none = { opening: 0, bill: 0, fee: 0, recover: 0, refund: 0, out: 0 }
  const less = { payment: 0, credit: 0, in: 0, deduct: 0, writeoff: 0 }
  return { before: 0, ...none, ...less, after: 0, open: 0, onAccount: 0 }
}
