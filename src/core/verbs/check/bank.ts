// Check `bank`: no bank line is booked beyond what it brought, none is booked and ignored, and what rows come from is there (law 8).
import type { Currency } from '../../base/currency.ts'
import { sum } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { BankLine } from '../../book/bank.ts'
import { currencyAt, type Journal, rowIdAt, textAt } from '../../book/journal.ts'
import { code } from '../../ledger/kinds.ts'
import { never, whereOf } from '../../ledger/trace.ts'
import { type Check, type CheckInput, money } from './check.ts'

export const bank: Check = {
  name: 'bank',
  check(input) {
    const { book } = input
    const lines = new Map(book.bank.map((line) => [line.id, line]))
    const ignored = new Set(book.ignored.map((i) => i.line))
    return [...bookings(input)].flatMap(([id, rows]): Problem[] => {
      const last = rows.at(-1)
      const line = lines.get(id)
      if (last === undefined) return []
      const row = rowIdAt(book.journal, last)
      const where = whereOf(book.journal, last)
      return [
        ...(line === undefined ? [problem('line-missing', { line: id, row }, where)] : []),
        ...(ignored.has(id) ? [problem('line-ignored-and-booked', { line: id, row }, where)] : []),
        ...(line === undefined ? [] : overbooked(book.journal, line, rows)),
      ]
    })
  },
}

/** Live payments that come from a bank line, and ties of payments that were there before it, by line. */
function bookings({ ledger }: CheckInput): Map<string, number[]> {
  const { journal, trace } = ledger
  const rows = new Map<string, number[]>()
  for (let i = 0; i < journal.length; i++) {
    if ((journal.kind[i] !== code.payment && journal.kind[i] !== code.match) || trace.end[i] !== never) continue
    const source = textAt(journal.texts, journal.source, i)
    if (!source.startsWith('bank:')) continue
    const line = source.slice('bank:'.length)
    const list = rows.get(line)
    if (list === undefined) rows.set(line, [i])
    else list.push(i)
  }
  return rows
}

/** What the bank kept as a fee was paid too. */
function overbooked(journal: Journal, line: BankLine, rows: readonly number[]): Problem[] {
  const { currency } = line
  const inIt = (c: Currency) => rows.filter((i) => currencyAt(journal, i) === c)
  const booked = sum(inIt(currency).map((i) => journal.amount[i] ?? 0))
  const brought = Math.abs(line.amount) + Math.abs(line.fee ?? 0)
  if (booked <= brought) return []
  const params = {
    line: line.id,
    booked: money(booked, currency),
    brought: money(brought, currency),
    over: money(booked - brought, currency),
    rows: rows.map((i) => rowIdAt(journal, i)),
  }
  return [problem('line-overbooked', params, whereOf(journal, rows.at(-1) ?? 0))]
}
