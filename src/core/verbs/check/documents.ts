// Check `documents`: the total of every own document is the sum of its lines by its own rounding and of its journal rows (law 9).
import { sum } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Bill } from '../../book/bill.ts'
import { type Journal, type JournalRow, journalRow, kindCode, textAt } from '../../book/journal.ts'
import { totalsOf } from '../../book/totals.ts'
import { depositUsed, overusedDeposits } from '../../ledger/deposit.ts'
import { whereOf } from '../../ledger/trace.ts'
import { type Check, money } from './check.ts'

export const documents: Check = {
  name: 'documents',
  check({ book }) {
    const rows = ownRows(book.journal)
    const found: Problem[] = []
    for (const bill of book.bills.values()) found.push(...provenBill(bill, rows.get(bill.number) ?? []))
    for (const { number, total, currency, date } of overusedDeposits(book.bills, book.settings.tax))
      found.push(
        problem(
          'deposit-overused',
          { number, total: money(total, currency), used: money(depositUsed(book.bills, number), currency) },
          { file: `bills/${date.slice(0, 4)}/${number}.yaml` },
        ),
      )
    for (const quote of book.quotes.values()) found.push(...linesDiffer(quote, 'quotes'))
    for (const [number, list] of rows) {
      const [first] = list
      if (first === undefined || book.bills.has(number) || first.row.source.startsWith('import:')) continue
      found.push(problem('document-without-file', { number, kind: first.row.kind }, whereOf(book.journal, first.at)))
    }
    return found
  },
}

interface Placed {
  readonly row: JournalRow
  readonly at: number
}

/** Rows of bills, fees and credit notes by number. */
function ownRows(journal: Journal): Map<string, Placed[]> {
  const kinds = new Set([kindCode('bill'), kindCode('fee'), kindCode('credit')])
  const rows = new Map<string, Placed[]>()
  for (let i = 0; i < journal.length; i++) {
    if (!kinds.has(journal.kind[i] ?? 0) || journal.document[i] === 0) continue
    const number = textAt(journal.documents, journal.document, i)
    const list = rows.get(number)
    const placed = { row: journalRow(journal, i), at: i }
    if (list === undefined) rows.set(number, [placed])
    else list.push(placed)
  }
  return rows
}

function* provenBill(bill: Bill, rows: readonly Placed[]): Generator<Problem> {
  const { number, currency, total } = bill
  const where = { file: `bills/${bill.date.slice(0, 4)}/${number}.yaml` }
  if (rows.length === 0 && total !== 0) {
    yield problem('document-without-rows', { number, total: money(total, currency) }, where)
    return
  }
  yield* linesDiffer(bill, 'bills')
  const entered = sum(rows.map(({ row }) => row.amount))
  if (entered !== total)
    yield problem(
      'rows-differ',
      { number, rows: money(entered, currency), total: money(total, currency), off: money(total - entered, currency) },
      where,
    )
  for (const { row } of rows) {
    const fields = [
      ['kind', row.kind, bill.kind],
      ['customer', row.customer, bill.customer],
      ['currency', row.currency, bill.currency],
      ['date', row.date, bill.date],
    ] as const
    for (const [field, inRow, inFile] of fields)
      if (inRow !== inFile) yield problem('row-and-file-differ', { number, id: row.id, field, inRow, inFile }, where)
  }
}

function* linesDiffer(bill: Bill, folder: 'bills' | 'quotes'): Generator<Problem> {
  const { number, currency, total } = bill
  const where = { file: `${folder}/${bill.date.slice(0, 4)}/${number}.yaml` }
  const lines = totalsOf(bill.lines, bill, currency)
  if (lines.total !== total || lines.net !== bill.net || lines.tax !== bill.tax)
    yield problem(
      'lines-differ',
      {
        number,
        lines: money(lines.total, currency),
        total: money(total, currency),
        off: money(total - lines.total, currency),
      },
      where,
    )
}
