// crm check: all laws over the whole book, silent when every one holds.
import { addMonths, type Day, dayNumber, dayOf, endOfMonth } from '../../base/day.ts'
import type { Problem } from '../../base/problem.ts'
import type { Column, Table } from '../../base/table.ts'
import type { Book } from '../../book/book.ts'
import { noOutput } from '../../book/paper.ts'
import type { Context, Report } from '../../book/plan.ts'
import { wholeLedger } from '../../ledger/enter.ts'
import type { Check, CheckInput } from './check.ts'

/** How many month ends the laws about days are proven at, the latest ones. */
const monthEnds = 12

export function runChecks(
  book: Book,
  { chosen, found }: { readonly chosen: readonly Check[]; readonly found: readonly Problem[] },
  context: Context,
): Report {
  const ledger = wholeLedger(book.journal, context.today)
  const input: CheckInput = {
    book,
    ledger,
    days: proofDays(book, ledger.asOf),
    today: context.today,
    hash: context.hash,
    found,
  }
  const findings = chosen.map((check) => ({ name: check.name, problems: check.check(input) }))
  const problems = findings.flatMap((f) => f.problems)
  const failed = findings.filter((f) => f.problems.some((p) => p.severity !== 'note'))
  if (failed.length === 0) return { output: noOutput, problems: problems.filter((p) => p.severity === 'note') }
  return { output: { tables: [summary(failed)] }, problems, exit: 1 }
}

function proofDays(book: Book, last: Day): readonly Day[] {
  const { journal } = book
  let first = dayNumber(last)
  for (const date of journal.date) first = Math.min(first, date)
  const ends: Day[] = [last]
  for (let back = 1; back <= monthEnds; back++) {
    const end = endOfMonth(addMonths(dayOf(dayNumber(last)), -back))
    if (dayNumber(end) < first) break
    ends.unshift(end)
  }
  return ends
}

const columns: readonly Column[] = [
  { key: 'check', type: 'id' },
  { key: 'findings', type: 'number' },
]

function summary(failed: readonly { readonly name: string; readonly problems: readonly Problem[] }[]): Table {
  return { name: 'checks', columns, rows: failed.map((f) => ({ check: f.name, findings: f.problems.length })) }
}
