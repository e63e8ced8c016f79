// Both ways: entered payments that no line stands behind, and per account that opening and lines make what the statement says.

import { type Day, day, dayNumber } from '../../base/day.ts'
import { safe, sum } from '../../base/money.ts'
import type { Row, Table } from '../../base/table.ts'
import type { Book } from '../../book/book.ts'
import { accountBalances } from '../../ledger/bank-balances.ts'
import { openLedger } from '../../ledger/ledger.ts'
import { untiedPayments } from './lines.ts'
import { compare } from './pool.ts'
import type { Judged } from './verdict.ts'

/** Payments entered without a bank line since the first line of the book; cash never has one. None where the book has no lines. */
export function enteredOnly(book: Book, judged: readonly Judged[]): Table[] {
  const first = book.bank.reduce<Day | null>((d, l) => (d === null || l.date < d ? l.date : d), null)
  if (first === null) return []
  const since = dayNumber(first)
  const untied = new Set(untiedPayments(book.journal).filter((i) => (book.journal.date[i] ?? 0) >= since))
  if (untied.size === 0) return []
  const tied = new Set(
    judged.flatMap(({ verdict: v }) => (v.state === 'matched' ? (v.payments ?? []).map((p) => p.id) : [])),
  )
  const rows = openLedger(book.journal, day('9999-12-31'))
    .sources.filter(
      (s) => untied.has(s.row) && s.amount !== 0 && s.method !== 'cash' && s.date >= first && !tied.has(s.id),
    )
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
    .map(({ id, date, customer, method, amount, currency }): Row => ({ id, date, customer, method, amount, currency }))
  if (rows.length === 0) return []
  return [
    {
      name: 'enteredOnly',
      columns: [
        { key: 'id', type: 'id' },
        { key: 'date', type: 'day' },
        { key: 'customer', type: 'id' },
        { key: 'method', type: 'text' },
        { key: 'amount', type: 'money' },
        { key: 'currency', type: 'text' },
      ],
      rows,
    },
  ]
}

/**
 * Opening + in − out = closing, and beside it what the statement says; only accounts whose balance anything tells. The lines are
 * those that were judged, so that a line the table above does not count shows as a difference.
 */
export function accountProof(book: Book, judged: readonly Judged[]): Table[] {
  const groups = new Map<string, { account: string; currency: string; amounts: number[] }>()
  for (const { line } of judged) {
    const key = `${line.account} ${line.currency}`
    const group = groups.get(key) ?? { account: line.account, currency: line.currency, amounts: [] }
    group.amounts.push(line.amount)
    groups.set(key, group)
  }
  const rows = [...groups]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, { account, currency, amounts }]): Row[] => {
      const mine = <T extends { account: string; currency: string }>(x: T) =>
        x.account === account && x.currency === currency
      const { opening, stated } = accountBalances(book.bank.filter(mine), book.statements.filter(mine))
      if (opening === null || stated === null) return []
      const movedIn = sum(amounts.filter((a) => a > 0))
      const movedOut = -sum(amounts.filter((a) => a < 0)) || 0
      const closing = safe(opening + movedIn - movedOut)
      const late = sum(judged.filter(({ line }) => mine(line) && line.date > stated.date).map((j) => j.line.amount))
      const said = safe(stated.balance + late)
      return [
        {
          account,
          opened: opening,
          movedIn,
          movedOut,
          closingMade: closing,
          closingStated: said,
          difference: safe(said - closing),
          currency,
        },
      ]
    })
  if (rows.length === 0) return []
  return [
    {
      name: 'accountProof',
      columns: [
        { key: 'account', type: 'id' },
        { key: 'opened', type: 'money' },
        { key: 'movedIn', type: 'money' },
        { key: 'movedOut', type: 'money' },
        { key: 'closingMade', type: 'money' },
        { key: 'closingStated', type: 'money' },
        { key: 'difference', type: 'money' },
        { key: 'currency', type: 'text' },
      ],
      rows,
    },
  ]
}
