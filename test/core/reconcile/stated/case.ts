// A stated case: what is open, which line comes, and what has to become of it, in one line of text each.
import { type Currency, currency, decimalsOf } from '../../../../src/core/base/currency.ts'
import { day } from '../../../../src/core/base/day.ts'
import { formatAmount } from '../../../../src/core/base/money.ts'
import type { BankLine } from '../../../../src/core/book/bank.ts'
import type { Customer } from '../../../../src/core/book/customer.ts'
import type { JournalRow } from '../../../../src/core/book/journal.ts'
import { judgeLines } from '../../../../src/core/verbs/reconcile/plan.ts'
import type { Short, Verdict } from '../../../../src/core/verbs/reconcile/verdict.ts'
import { book, customer, row, sha256 } from '../../../support/book.ts'
import { line } from '../../../support/matching.ts'

/** `pine`, who is known by name and by the account A1; `oak` and `elm` by their names. Amounts are whole units, as 100 or 99.5. */
export interface Stated {
  readonly says: string
  readonly bills: readonly StatedBill[]
  readonly lines: readonly StatedLine[]
  /** Of each line, as `shown` writes it. */
  readonly expect: readonly string[]
  readonly tolerance?: number
  readonly withholding?: readonly string[]
  readonly disputes?: 'open' | 'suggest'
  readonly customers?: readonly Customer[]
  /** Rows besides the bills: payments entered by hand, credit notes. */
  readonly rows?: readonly JournalRow[]
  /** Only lines of that account. */
  readonly account?: string
  /** What the source expects instead, and why crm does otherwise. */
  readonly differs?: string
}

/** Number, amount, whose it is (`pine` where nothing is said), currency, and what stands in its memo. */
export interface StatedBill {
  readonly number: string
  readonly amount: number
  readonly of?: string
  readonly in?: string
  readonly memo?: string
  readonly date?: string
}

export type StatedLine = Partial<Omit<BankLine, 'amount' | 'currency' | 'date' | 'fee' | 'original'>> & {
  readonly amount: number
  readonly in?: string
  readonly date?: string
  readonly fee?: number
}

export function minor(amount: number, code = 'CNY'): number {
  return Math.round(amount * 10 ** decimalsOf(currency(code)))
}

export const people = [
  customer('pine', { name: 'Pine & Sons Ltd', payers: [{ account: 'A1' }] }),
  customer('oak', { name: 'Bernard Oak' }),
  customer('elm', { name: 'Elm Foods GmbH' }),
]

/** What becomes of each line, in the order of the case. */
export function outcomes(stated: Stated): string[] {
  const settings = {
    ...book().settings,
    reconcile: {
      tolerance: minor(stated.tolerance ?? 0),
      withholding: stated.withholding ?? [],
      disputes: stated.disputes ?? 'open',
    },
  }
  const bills = stated.bills.map((b) =>
    row(b.date ?? '2026-10-01', 'bill', b.of ?? 'pine', minor(b.amount, b.in), {
      document: b.number,
      due: day('2026-10-31'),
      memo: b.memo ?? '',
      ...(b.in === undefined ? {} : { currency: currency(b.in) }),
    }),
  )
  const lines = stated.lines.map(({ amount, in: code, date, fee, ...more }) =>
    line(minor(amount, code), {
      ...more,
      ...(date === undefined ? {} : { date: day(date) }),
      ...(code === undefined ? {} : { currency: currency(code) }),
      ...(fee === undefined ? {} : { fee: minor(fee, code) }),
    }),
  )
  const start = book({
    settings,
    customers: [...people, ...(stated.customers ?? [])],
    rows: [...bills, ...(stated.rows ?? [])],
    bank: lines,
  })
  const { judged } = judgeLines(start, { account: stated.account, romanise: () => [], hash: sha256 })
  return lines.map((l) => {
    const found = judged.find((j) => j.line.id === l.id)
    return found === undefined ? 'not looked at' : shown(found.verdict, found.line)
  })
}

/**
 * `INV-1 100.00 + INV-2 50.00`, `INV-1 98.00 less 2.00 early-payment`, what is over as `account 10.00`; `tied` to and `undoes` payments;
 * `suggested tie: INV-1 | INV-2`, `unmatched noTrace`.
 */
function shown(verdict: Verdict, { amount, currency: code }: BankLine): string {
  if (verdict.state === 'known' || verdict.state === 'ignored') return verdict.state
  if (verdict.state === 'unmatched') return `unmatched ${verdict.reason}`
  if (verdict.state === 'suggested') {
    const options = verdict.options.map(
      (o) =>
        (o.rule === 'byHand' ? 'entry' : o.documents.join(' ') || o.customer) + contested(o.short, code, ['(', ')']),
    )
    return `suggested ${verdict.reason}${options.length === 0 ? '' : `: ${options.join(' | ')}`}`
  }
  if (verdict.payments !== undefined) return `tied ${verdict.payments.length}`
  if (verdict.undoes !== undefined) return `undoes ${verdict.undoes.length}`
  const money = (n: number) => formatAmount(n, code)
  const parts = verdict.parts.map(({ document, amount: part, deduct, short }) => {
    const less = deduct === undefined ? '' : ` less ${money(deduct.amount)} ${deduct.reason}`
    return `${document} ${money(part)}${less}${contested(short, code)}`
  })
  const rest = amount - verdict.parts.reduce((n, p) => n + p.amount, 0)
  return [...parts, ...(rest === 0 ? [] : [`account ${money(rest)}`])].join(' + ')
}

/** ` short 20.00 quality` */
function contested(short: Short | undefined, code: Currency, [open, close] = ['', '']): string {
  return short === undefined ? '' : ` ${open}short ${formatAmount(short.amount, code)} ${short.cause}${close}`
}
