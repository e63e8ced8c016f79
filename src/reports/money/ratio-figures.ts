// What the ratios of each currency are computed from: what is open before and at the end, what was billed, month by month.
import type { Currency } from '../../core/base/currency.ts'
import { type Day, dayNumber, dayOf, daysBetween, monthOf } from '../../core/base/day.ts'
import { type Minor, safe, sum } from '../../core/base/money.ts'
import { compareText } from '../../core/base/order.ts'
import type { Period } from '../../core/base/period.ts'
import { currencyAt, type Journal } from '../../core/book/journal.ts'
import type { LedgerDocument } from '../../core/ledger/documents.ts'
import { code } from '../../core/ledger/kinds.ts'
import type { Movement } from '../../core/ledger/movements.ts'
import { type BilledMonth, monthsBack, type RatioInputs } from '../../core/models/ratios.ts'

/** Everything that one currency's ratios are computed from. */
export interface CurrencyFigures {
  readonly currency: Currency
  readonly inputs: RatioInputs
  /** The latest first. */
  readonly months: readonly BilledMonth[]
  /** Open at the end by customer, the largest first. */
  readonly open: readonly (readonly [customer: string, amount: Minor])[]
}

const billingKinds: ReadonlySet<number> = new Set([code.bill, code.fee, code.credit])

export function isBilling(journal: Journal, row: number): boolean {
  return billingKinds.has(journal.kind[row] ?? 0)
}

/** `before` and `documents` as of the day before the period and its last day; `billing` of all time until then. */
interface Seen {
  readonly journal: Journal
  readonly documents: readonly LedgerDocument[]
  readonly before: readonly LedgerDocument[]
  readonly billing: readonly Movement[]
  readonly period: Period
  readonly last: Day
}

/** Currencies in which anything is open or was billed, in order. */
export function figuresOf({ journal, documents, before, billing, period, last }: Seen): CurrencyFigures[] {
  const currencies = new Set<Currency>()
  for (const d of [...documents, ...before]) if (d.open !== 0) currencies.add(d.currency)
  for (const m of billing) if (m.day >= dayNumber(period.from)) currencies.add(currencyAt(journal, m.row))
  return [...currencies].sort(compareText).map((currency) => {
    const here = documents.filter((d) => d.currency === currency)
    const mine = billing.filter((m) => currencyAt(journal, m.row) === currency)
    const days = Math.max(0, daysBetween(period.from, last) + 1)
    return {
      currency,
      inputs: {
        before: sum(before.filter((d) => d.currency === currency).map((d) => d.open)),
        billed: sum(mine.filter((m) => m.day >= dayNumber(period.from)).map((m) => m.amount)),
        end: sum(here.map((d) => d.open)),
        notDue: sum(here.flatMap((d) => d.instalments.filter((i) => i.due >= last).map((i) => i.open))),
        days,
      },
      months: billedMonths(mine, last),
      open: openByCustomer(here),
    }
  })
}

/** Back to the first month in which anything was billed. */
function billedMonths(billing: readonly Movement[], last: Day): BilledMonth[] {
  const byMonth = new Map<string, Minor>()
  for (const { day, amount } of billing) {
    const month = monthOf(dayOf(day))
    byMonth.set(month, safe((byMonth.get(month) ?? 0) + amount))
  }
  const first = [...byMonth.keys()].sort(compareText)[0]
  if (first === undefined) return []
  const count = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - monthNumber(first) + 1
  return monthsBack(last, Math.max(0, count)).map(({ month, days }) => ({ days, billed: byMonth.get(month) ?? 0 }))
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}

function openByCustomer(documents: readonly LedgerDocument[]): (readonly [string, Minor])[] {
  const open = new Map<string, Minor>()
  for (const d of documents) if (d.open !== 0) open.set(d.customer, safe((open.get(d.customer) ?? 0) + d.open))
  return [...open].sort(([a, x], [b, y]) => y - x || compareText(a, b))
}
